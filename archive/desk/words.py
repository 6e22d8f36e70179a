"""Plain words for the codes of the archive, in the two languages of the desk."""

from typing import TYPE_CHECKING, Final, TypeAlias

from django.utils.translation import gettext as _g
from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

    Words: TypeAlias = str | _StrPromise
else:
    Words: TypeAlias = str

CLASS_LETTERS: Final = {
    "DIRECT": "D",
    "LOOKUP": "L",
    "QUASI": "Q",
    "SENSITIVE": "S",
    "OPERATIONAL": "O",
    "PUBLIC": "P",
}
CLASS_WORDS: Final[dict[str, Words]] = {
    "DIRECT": _("identifies alone"),
    "LOOKUP": _("in leaked lists"),
    "QUASI": _("in combination"),
    "SENSITIVE": _("harms"),
    "OPERATIONAL": _("burns a route"),
    "PUBLIC": _("public"),
}
TYPE_WORDS: Final[dict[str, Words]] = {
    "PERSON": _("a person's name"),
    "LOC": _("a place"),
    "ORG": _("an organisation or unit"),
    "DATE": _("a date or time"),
    "CODE": _("a number that names something"),
    "CONTACT": _("a way to reach somebody"),
    "DEM": _("a trait of a person"),
    "QUANTITY": _("an amount"),
    "MISC": _("something else"),
}
UNDECIDED_WORDS: Final[dict[str, Words]] = {
    "PERSON": _("person not decided"),
    "LOC": _("place not decided"),
    "DATE": _("date not decided"),
}
TREATMENT_WORDS: Final[dict[str, Words]] = {
    "retain": _("kept"),
    "pseudonymise": _("name changed"),
    "generalise": _("made coarser"),
    "summarise": _("summarised"),
    "suppress": _("left out"),
}
RUNG_WORDS: Final[dict[str, Words]] = {
    "L1": _("finer than usual"),
    "L2": _("as usual"),
    "L3": _("coarser than usual"),
}
STATE_WORDS: Final[dict[str, tuple[Words, str]]] = {
    "in_redaction": (_("Deciding"), "info"),
    "in_review": (_("In review"), "info"),
    "approved": (_("Approved"), "good"),
    "published": (_("Published"), "good"),
    "suspended": (_("Suspended"), "stop"),
    "superseded": (_("Replaced"), ""),
    "withdrawn": (_("Withdrawn"), "stop"),
}
NAMING_WORDS: Final[dict[str, tuple[Words, Words]]] = {
    "changed_by_source": (_("Changed by the source"), _("the person chose the name")),
    "changed_by_outlet": (_("Changed by the outlet"), _("the newspaper chose it")),
    "changed_by_archive": (_("Changed by the archive"), _("we chose it, since nobody else had")),
    "nickname": (_("Nickname"), _("only if it cannot lead back to the person")),
    "named_by_choice": (_("Named by own documented choice"), _("needs consent recorded for this archive")),
    "role_only": (_("Role only"), _("“a soldier”, “a relative”")),
    "public_figure": (_("Public figure in a public role"), _("needs a reason")),
    "undecided": (_("Not decided"), _("protects as if secret")),
}
NAME_KIND_WORDS: Final[dict[str, Words]] = {
    "legal": _("Full name, as in papers"),
    "first": _("First name"),
    "patronymic": _("Patronymic"),
    "surname": _("Surname"),
    "diminutive": _("Short and pet names"),
    "call-sign": _("Call sign or nickname"),
    "handle": _("Handle"),
    "earlier-pseudonym": _("Earlier pseudonym"),
}
PART_WORDS: Final[dict[str, Words]] = {
    "protagonist": _("the person it is about"),
    "relative": _("relative"),
    "comrade": _("comrade"),
    "superior": _("superior"),
    "helper": _("helper"),
    "official": _("official or public figure"),
    "other": _("other"),
}
LANGUAGE_WORDS: Final[dict[str, str]] = {
    "en": "English",
    "nb": "Norsk bokmål",
    "nn": "Norsk nynorsk",
    "ru": "Русский",
    "uk": "Українська",
}
KEEPING_REASONS: Final[tuple[Words, ...]] = (
    _("An ordinary word."),
    _("Known to everybody; it leads to nobody."),
    _("As coarse as the archive publishes it."),
    _("It fits very many people."),
)
FINDER_WORDS: Final[dict[str, Words]] = {
    "editor": _("an editor"),
    "addresses": _("addresses"),
    "amounts": _("numbers and amounts"),
    "called": _("what somebody is called"),
    "callings": _("trades and callings"),
    "capitals": _("capital letters"),
    "codes": _("numbers of papers and accounts"),
    "contacts": _("ways to reach somebody"),
    "dates": _("dates and times"),
    "events": _("events"),
    "family": _("family"),
    "keep_out": _("passages that must not stand"),
    "law": _("law and sentences"),
    "models": _("vehicles and weapons"),
    "names": _("lists of names"),
    "naming": _("notes on changed names"),
    "numbers": _("any further number"),
    "organisations": _("organisations"),
    "places": _("places"),
    "protected": _("protected names"),
    "pseudonym": _("the name somebody bears here"),
    "public": _("public things"),
    "references": _("references within the text"),
    "repeats": _("repeats of what was found"),
    "russian_model": _("the model for Russian names"),
    "service": _("service in the army"),
    "topics": _("topics that lead to people"),
    "travel": _("ways and journeys"),
    "uncapitalised": _("names in small letters"),
    "work": _("work and schools"),
}
REASON_WORDS: Final[dict[str, Words]] = {
    "asked": _("a person concerned asked for it"),
    "danger": _("it could put somebody in danger"),
    "law": _("a legal duty required it"),
    "error": _("it should not have been published"),
}
LIFT_WORDS: Final[dict[str, Words]] = {
    "other_person": _("another person"),
    "ordinary_word": _("an ordinary word"),
}
PUBLIC_KIND_WORDS: Final[dict[str, Words]] = {
    "person": _("a public figure"),
    "organisation": _("a well-known organisation"),
    "country": _("a country"),
    "place": _("a place everybody knows"),
    "service": _("a platform or service"),
    "law": _("a law"),
    "event": _("an event everybody knows"),
    "date": _("a date fixed by public events"),
}
ROLE_WORDS: Final[dict[str, Words]] = {
    "editor": _("editor"),
    "admin": _("admin"),
    "service": _("service identity"),
}


def class_words(code: str) -> str:
    """Return the words for a class of detail."""
    return str(CLASS_WORDS[code])


def not_decided(entity_type: str) -> str:
    """Return what stands on the public side while nobody has decided."""
    return str(UNDECIDED_WORDS.get(entity_type, _("not decided")))


def options(words: dict[str, Words], *, blank: Words | None = None) -> list[tuple[str, Words]]:
    """Return the choices of a form field."""
    first: list[tuple[str, Words]] = [] if blank is None else [("", blank)]
    return first + list(words.items())


def places(count: int) -> str:
    """Say in how many places something stands."""
    return _g("1 place") if count == 1 else _g("%(count)d places") % {"count": count}
