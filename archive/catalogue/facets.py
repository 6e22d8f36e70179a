"""The closed lists of coded facts a public record may carry, coarse on purpose, with words in English and Norwegian.

A value may name a broader one: where too few accounts carry it, the release shows the broader value or nothing (display
threshold). Adding a value is an edit here; no facet is free text. No Django, so that loaders and tests may read it.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from archive.catalogue.closed_lists import CodedValue
from archive.catalogue.records import interface_for


@dataclass(frozen=True)
class FacetValue(CodedValue):
    """One value of a facet: beside code and labels the value it falls back to, and its words in a title."""

    broader: str = ""
    title_en: str = ""
    title_nb: str = ""

    def in_title(self, language: str) -> str:
        """Return the words that stand for this value in the title of a text; empty where it says nothing there."""
        return self.title_nb if interface_for(language) == "nb" else self.title_en


@dataclass(frozen=True)
class Facet(CodedValue):
    """One closed list, by its code and its name."""

    values: tuple[FacetValue, ...]

    def value(self, code: str) -> FacetValue:
        """Return the value with this code, or raise KeyError."""
        return self._by_code[code]

    def with_broader(self, code: str) -> Iterator[FacetValue]:
        """Yield the value and then each broader one, narrowest first."""
        while code:
            value = self.value(code)
            yield value
            code = value.broader

    def below(self, code: str) -> tuple[FacetValue, ...]:
        """Return the values whose next broader one is `code`; for an empty string, those with none above them."""
        return self._below.get(code, ())

    @cached_property
    def _by_code(self) -> Mapping[str, FacetValue]:
        return {value.code: value for value in self.values}

    @cached_property
    def _below(self) -> Mapping[str, tuple[FacetValue, ...]]:
        below: dict[str, tuple[FacetValue, ...]] = {}
        for value in self.values:
            below[value.broader] = (*below.get(value.broader, ()), value)
        return below


def _half_years(first: int, last: int) -> Iterator[FacetValue]:
    for year in range(first, last + 1):
        pair = f"{year - year % 2}-{year - year % 2 + 1}"
        yield FacetValue(f"{year}-h1", f"first half of {year}", f"første halvår {year}", str(year))
        yield FacetValue(f"{year}-h2", f"second half of {year}", f"andre halvår {year}", str(year))
        yield FacetValue(str(year), str(year), str(year), pair, f"left in {year}", f"dro i {year}")
        if year % 2:
            text = pair.replace("-", "–")
            yield FacetValue(pair, text, text, "", f"left in {text}", f"dro i {text}")


ROUTE: Final = Facet(
    "route",
    "Way into the army",
    "Veien inn i hæren",
    (
        FacetValue("called-up", "called up", "innkalt", "", "called up", "innkalt"),
        FacetValue("mobilised", "mobilised", "mobilisert", "called-up", "mobilised", "mobilisert"),
        FacetValue("conscript", "conscript", "vernepliktig", "called-up", "conscript", "vernepliktig"),
        FacetValue("signed-on", "signed on", "vervet", "", "signed on", "vervet"),
        FacetValue("contract", "contract soldier", "kontraktsoldat", "signed-on", "contract soldier", "kontraktsoldat"),
        FacetValue(
            "study-contract", "paid studies", "betalt utdanning", "signed-on", "study contract", "studiekontrakt"
        ),
        FacetValue("career", "career in the army", "yrkesmilitær", "signed-on"),
        FacetValue("prison", "recruited in prison", "vervet i fengsel", "", "recruited in prison", "vervet i fengsel"),
        FacetValue("migrant", "recruited as a migrant", "vervet som migrant", "", "migrant recruit", "vervet migrant"),
    ),
)

ROLE: Final = Facet(
    "role",
    "Place in the army",
    "Plass i hæren",
    (
        FacetValue("serving", "in military service", "i militær tjeneste", "", "in service", "i tjeneste"),
        FacetValue("soldier", "soldier", "soldat", "serving", "soldier", "soldat"),
        FacetValue("nco", "non-commissioned officer", "underoffiser", "serving", "NCO", "underoffiser"),
        FacetValue("officer", "officer", "offiser", "serving", "officer", "offiser"),
        FacetValue("cadet", "officer cadet", "offisersaspirant", "serving", "officer cadet", "offisersaspirant"),
        FacetValue("civilian", "civilian", "sivil", "", "civilian", "sivil"),
    ),
)

AGE: Final = Facet(
    "age",
    "Age",
    "Alder",
    (
        FacetValue("adult", "adult", "voksen"),
        FacetValue("under-20", "under 20", "under 20", "under-30"),
        FacetValue("20s", "in their twenties", "i tjueårene", "under-30"),
        FacetValue("under-30", "under 30", "under 30", "adult"),
        FacetValue("30s", "in their thirties", "i trettiårene", "30-and-over"),
        FacetValue("40s", "in their forties", "i førtiårene", "30-and-over"),
        FacetValue("50-and-over", "50 or older", "50 år eller eldre", "30-and-over"),
        FacetValue("30-and-over", "30 or older", "30 år eller eldre", "adult"),
    ),
)

ORIGIN: Final = Facet(
    "origin",
    "Comes from",
    "Kommer fra",
    (
        FacetValue("russia", "Russia", "Russland"),
        FacetValue("russia-northwest", "north-western Russia", "det nordvestlige Russland", "russia"),
        FacetValue("russia-centre", "central Russia", "det sentrale Russland", "russia"),
        FacetValue("russia-south", "southern Russia", "det sørlige Russland", "russia"),
        FacetValue("russia-volga-urals", "the Volga and the Urals", "Volga og Ural", "russia"),
        FacetValue("russia-siberia-far-east", "Siberia and the Far East", "Sibir og Det fjerne østen", "russia"),
        FacetValue("elsewhere", "another country", "et annet land"),
    ),
)

REFUSAL: Final = Facet("refusal", "Left or refused", "Dro eller nektet", tuple(_half_years(2014, 2031)))

REFUGE: Final = Facet(
    "refuge",
    "Refuge",
    "Tilflukt",
    (
        FacetValue("abroad", "abroad", "i utlandet"),
        FacetValue("central-asia", "Central Asia", "Sentral-Asia", "abroad"),
        FacetValue("south-caucasus", "the South Caucasus", "Sør-Kaukasus", "abroad"),
        FacetValue("middle-east", "the Middle East and North Africa", "Midtøsten og Nord-Afrika", "abroad"),
        FacetValue("other-asia", "elsewhere in Asia", "andre steder i Asia", "abroad"),
        FacetValue("americas", "the Americas", "Amerika", "abroad"),
        FacetValue("europe", "Europe", "Europa", "abroad"),
        FacetValue("northern-europe", "Northern Europe", "Nord-Europa", "europe"),
        FacetValue("western-europe", "Western Europe", "Vest-Europa", "europe"),
        FacetValue("southern-europe", "Southern Europe", "Sør-Europa", "europe"),
        FacetValue("eastern-europe", "Eastern Europe", "Øst-Europa", "europe"),
        FacetValue("inside-russia", "inside Russia", "inne i Russland"),
        FacetValue("none", "found no refuge", "fant ingen tilflukt"),
    ),
)

OUTCOME: Final = Facet(
    "outcome",
    "When the account ends",
    "Når beretningen slutter",
    (
        FacetValue("out-of-reach", "out of the country", "ute av landet"),
        FacetValue("abroad-waiting", "abroad without lasting protection", "i utlandet uten varig vern", "out-of-reach"),
        FacetValue("abroad-permit", "abroad with a permit to stay", "i utlandet med opphold", "out-of-reach"),
        FacetValue("in-hiding", "in hiding", "i skjul"),
        FacetValue("in-army-hands", "in the hands of the army", "i hærens hender"),
        FacetValue("sent-to-front", "sent back to the front", "sendt tilbake til fronten", "in-army-hands"),
        FacetValue("detained", "detained or imprisoned", "fengslet eller holdt fanget", "in-army-hands"),
        FacetValue("discharged", "discharged", "dimittert"),
        FacetValue("dead", "dead", "død"),
    ),
)

TELLER: Final = Facet(
    "teller",
    "Told by",
    "Fortalt av",
    (
        FacetValue("self", "the person it is about", "den det gjelder"),
        FacetValue("other", "somebody close", "noen som står nær"),
        FacetValue("relative", "a relative", "en pårørende", "other"),
        FacetValue("comrade", "a comrade", "en medsoldat", "other"),
    ),
)

FACETS: Final[tuple[Facet, ...]] = (ROUTE, ROLE, AGE, ORIGIN, REFUSAL, REFUGE, OUTCOME, TELLER)
FACET_CODES: Final = tuple(facet.code for facet in FACETS)


def facet_named(code: str) -> Facet:
    """Return the facet with this code, or raise KeyError."""
    for facet in FACETS:
        if facet.code == code:
            return facet
    raise KeyError(f"there is no facet {code}")


def title_for(public_name: str, facets: Mapping[str, str], *, language: str) -> str:
    """Return the title by pattern, "Sergei: mobilised, left in 2025": way or place in the army, then the year."""
    words = (_words(facets, ("route", "role"), language), _words(facets, ("refusal",), language))
    said = ", ".join(word for word in words if word)
    return f"{public_name}: {said}" if said else public_name


def _words(facets: Mapping[str, str], codes: tuple[str, ...], language: str) -> str:
    for code in codes:
        if code not in facets:
            continue
        facet = facet_named(code)
        for value in facet.with_broader(facets[code]):
            if value.in_title(language):
                # A half-year has no words of its own and speaks through its year; a career through the role.
                return value.in_title(language)
            if facet.code == "route":
                break
    return ""
