"""Sentences of the public pages that are put together from codes and counts, in the active language."""

from dataclasses import dataclass

from django.utils.dates import MONTHS
from django.utils.translation import gettext, ngettext, pgettext

from archive.catalogue.closed_lists import SOURCE_KINDS, WARNINGS

WORDS_A_MINUTE = 200

LANGUAGE_NAMES = {"en": "English", "nb": "Norsk", "nn": "Nynorsk", "ru": "Русский", "uk": "Українська"}


@dataclass(frozen=True, slots=True)
class Counted:
    """One counted thing of a sentence, with what stands before it."""

    before: str
    words: str


@dataclass(frozen=True, slots=True)
class Phrase:
    """Counted things with the verb they share: "4 places and 2 details" "made coarser"."""

    things: tuple[Counted, ...]
    tail: str


def alteration_statement(alterations: dict[str, int]) -> tuple[Phrase, ...]:
    """Return the statement of what was changed, counted from the decisions; kinds that do not occur are silent."""
    counts = {kind: count for kind, count in alterations.items() if count > 0}
    phrases = []
    if count := counts.get("name", 0):
        phrases.append(Phrase(_joined([_names(count)]), pgettext("statement", "changed")))
    coarser = [words(counts[kind]) for kind, words in _COARSER.items() if kind in counts]
    if coarser:
        phrases.append(Phrase(_joined(coarser), pgettext("statement", "made coarser")))
    for kind, tail in (
        ("summary", pgettext("statement", "summarised")),
        ("withheld", pgettext("statement", "left out")),
    ):
        if count := counts.get(kind, 0):
            phrases.append(Phrase(_joined([_passages(count)]), tail))
    return tuple(phrases)


def _names(count: int) -> str:
    return ngettext("%(count)d name", "%(count)d names", count) % {"count": count}


def _places(count: int) -> str:
    return ngettext("%(count)d place", "%(count)d places", count) % {"count": count}


def _times(count: int) -> str:
    return ngettext("%(count)d time", "%(count)d times", count) % {"count": count}


def _details(count: int) -> str:
    return ngettext("%(count)d detail", "%(count)d details", count) % {"count": count}


def _passages(count: int) -> str:
    return ngettext("%(count)d passage", "%(count)d passages", count) % {"count": count}


_COARSER = {"place": _places, "time": _times, "detail": _details}


def _joined(words: list[str]) -> tuple[Counted, ...]:
    last = len(words) - 1
    conjunction = pgettext("between the last two of a list", "and")
    between = {0: "", last: f" {conjunction} "} if last else {0: ""}
    return tuple(Counted(between.get(place, ", "), word) for place, word in enumerate(words))


def listed(words: list[str]) -> str:
    """Return words as a list in a sentence."""
    return "".join(counted.before + counted.words for counted in _joined(words)) if words else ""


def warning_words(codes: list[str], language: str) -> str:
    """Return what an account speaks of, as a list in a sentence, in the order of the closed list."""
    return listed([warning.label(language) for warning in WARNINGS if warning.code in codes])


def source_words(kind: str, year: int | None, language: str) -> str:
    """Return what is said of the source: its kind, and the year."""
    label = next((value.label(language) for value in SOURCE_KINDS if value.code == kind), "")
    if label and year:
        return gettext("%(source)s, %(year)d") % {"source": label, "year": year}
    return label


def month_words(month: str) -> str:
    """Return a month (YYYY-MM) in words."""
    year, number = month.split("-")
    return f"{MONTHS[int(number)]} {year}"


def edition_words(number: int) -> str:
    """Return which edition it is."""
    ordinals = (gettext("first edition"), gettext("second edition"), gettext("third edition"))
    return ordinals[number - 1] if number <= len(ordinals) else gettext("edition %(number)d") % {"number": number}


def reading_time(words: int) -> str:
    """Return how long a text takes to read."""
    minutes = max(1, round(words / WORDS_A_MINUTE))
    return ngettext("about %(count)d minute", "about %(count)d minutes", minutes) % {"count": minutes}
