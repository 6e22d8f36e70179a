"""The closed lists of an access copy besides its facets: content warnings, kinds of alteration, kinds of source.

Each value is a code with a label in the two interface languages. A code outside its list is not publishable.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CodedValue:
    """One value of a closed list."""

    code: str
    en: str
    nb: str

    def label(self, language: str) -> str:
        """Return the label in an interface language."""
        return self.nb if language == "nb" else self.en


WARNINGS = (
    CodedValue("fighting", "fighting", "strid"),
    CodedValue("death", "death", "død"),
    CodedValue("wounds", "wounds and illness", "sår og sykdom"),
    CodedValue("threats", "threats", "trusler"),
    CodedValue("violence", "beatings and violence", "slag og vold"),
    CodedValue("captivity", "being held", "innesperring"),
    CodedValue("torture", "torture", "tortur"),
    CodedValue("killing", "killing of people who could not defend themselves", "drap på forsvarsløse"),
    CodedValue("sexual-violence", "sexual violence", "seksualisert vold"),
    CodedValue("self-harm", "self-inflicted injury", "selvpåført skade"),
    CodedValue("suicide", "suicide", "selvmord"),
    CodedValue("persecution", "persecution of relatives", "forfølgelse av pårørende"),
)

# The order is the order of the sentence. Names and places are told apart because readers ask for them first.
ALTERATIONS = (
    CodedValue("name", "name", "navn"),
    CodedValue("place", "place", "sted"),
    CodedValue("time", "time", "tidspunkt"),
    CodedValue("detail", "detail", "opplysning"),
    CodedValue("summary", "passage summarised", "avsnitt sammenfattet"),
    CodedValue("withheld", "passage left out", "avsnitt utelatt"),
)

SOURCE_KINDS = (
    CodedValue("international-broadcaster", "an international broadcaster", "en internasjonal kringkaster"),
    CodedValue("news-agency", "a news agency", "et nyhetsbyrå"),
    CodedValue("newspaper", "a newspaper", "en avis"),
    CodedValue("exile-newsroom", "a newsroom in exile", "en redaksjon i eksil"),
    CodedValue("human-rights-paper", "a human rights organisation", "en menneskerettsorganisasjon"),
    CodedValue("interview", "an interview made for the archive", "et intervju gjort for arkivet"),
    CodedValue("letter", "a letter", "et brev"),
    CodedValue("court-document", "a court document", "et rettsdokument"),
    CodedValue("other", "another source", "en annen kilde"),
)

WARNING_CODES = frozenset(value.code for value in WARNINGS)
SOURCE_KIND_CODES = frozenset(value.code for value in SOURCE_KINDS)


def alteration_of(treatment: str, entity_type: str) -> str | None:
    """Return under which kind a decision is counted in the alteration statement, or None if nothing was changed."""
    match treatment:
        case "pseudonymise":
            return "name"
        case "generalise":
            return {"PERSON": "name", "LOC": "place", "DATE": "time"}.get(entity_type, "detail")
        case "summarise":
            return "summary"
        case "suppress":
            return "withheld"
        case _:
            return None
