"""What the published text tells of the person beside the coded facts: age, trade, branch, rank, way in, origin."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from archive.deidentification.gazetteer import find_place, regions
from archive.deidentification.ladders.age import age_told
from archive.deidentification.mentions import Mention
from archive.deidentification.nouns import entry_of, names_several
from archive.deidentification.treatments import Treatment

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from archive.deidentification.exposure import DecidedSpan, DecidedText

_DECADE, _TWENTY, _FIFTY = 10, 20, 50
_MAJORITY, _OLDEST_SOLDIER = 17, 75
_ANY_TRADE = "any"
TOLD_OF_ONESELF = {
    "age": "age",
    "occupation": "occupation",
    "speciality": "branch",
    "trade": "branch",
    "rank": "role",
    "route_into_service": "route",
    "recruitment": "route",
    "birthplace": "origin",
    "residence": "origin",
    "home": "origin",
}
_ANY_PLACE = frozenset(["place", "large_place", "region"])
_BEFORE_A_HOME = 32
# What stands right before the place somebody comes from; the place itself follows, with a word or two between at most.
_COMES_FROM = re.compile(
    r"\b(?:i(?:'m| am| was| come)? from|born in|grew up in|raised in|live[ds]? in|native of|home ?town of|home in"
    r"|(?:er|var|kommer|kom|kjem) fr[aå]|født i|fødd i|voks(?:te|er|t) opp i|bo(?:dde|r|tt)? i|hjemme i|heime i"
    r"|родил(?:ся|ась) в|родом из|вырос(?:ла)? в|жи(?:л|ла|ву|вёт|вет|ли) в|я (?:сам )?из|уроженец"
    r"|народи(?:вся|лася) [ву]|родом [ізз]+|виріс(?:ла)? [ву]|жи(?:в|ла|ву|ве|ли) [ву]|я (?:сам )?[зі]з?)"
    r"\W+(?:\w+\W+)?$"
)
_DISTRICTS = {
    "northwestern": "russia-northwest",
    "central": "russia-centre",
    "southern": "russia-south",
    "caucasian": "russia-south",
    "volga": "russia-volga-urals",
    "ural": "russia-volga-urals",
    "siberian": "russia-siberia-far-east",
    "far-eastern": "russia-siberia-far-east",
}


@dataclass(frozen=True, slots=True)
class PersonFact:
    """A kind of fact ("route", "age", "occupation" …), its value, and the span that tells it; "" for a coded one."""

    facet: str
    value: str
    span: str = ""


def facts_of_person(coded: Mapping[str, str], texts: Iterable[DecidedText]) -> tuple[PersonFact, ...]:
    """Return the coded facts of a testimony and those its published text still tells."""
    facts = [PersonFact(facet, value) for facet, value in sorted(coded.items()) if value]
    facts += [fact for told in texts for span in told.spans for fact in _told_by(span, told)]
    return tuple(dict.fromkeys(facts))


def _told_by(span: DecidedSpan, told: DecidedText) -> Iterator[PersonFact]:
    facet = TOLD_OF_ONESELF.get(span.kind)
    if facet is None and span.kind in _ANY_PLACE and _tells_origin(span, told):
        facet = "origin"
    if facet is None or span.third_person or span.is_public or span.is_covered:
        return
    if span.treatment not in (Treatment.RETAIN, Treatment.GENERALISE):
        return
    level = "L0" if span.treatment is Treatment.RETAIN else span.level or "L2"
    language = told.language_at(span)
    mention = Mention(told.text, span.start, span.end, language) if language and level != "L3" else None
    value = _READERS[facet](mention, level) if mention and not names_several(mention) else ""
    if value:
        yield PersonFact(facet, value, span.reference)


def _age(mention: Mention, level: str) -> str:
    years = age_told(mention)
    if years is None or not _MAJORITY <= years <= _OLDEST_SOLDIER:
        return ""
    if level == "L0":
        return str(years)
    if level == "L1":
        return f"{years - years % 5}-{years - years % 5 + 4}"
    if years < _TWENTY:
        return "under-20"
    return "50-and-over" if years >= _FIFTY else f"{years - years % _DECADE}s"


def _occupation(mention: Mention, level: str) -> str:
    entry = entry_of(mention, "occupations")
    if entry is None or entry.key == _ANY_TRADE:
        return ""
    group = entry.group or entry.key
    return group if level == "L2" else f"{group}/{entry.key}"


def _branch(mention: Mention, level: str) -> str:
    entry = entry_of(mention, "specialities")
    if entry is None:
        return ""
    return entry.group if level == "L2" and entry.group else entry.key


def _role(mention: Mention, _level: str) -> str:
    entry = entry_of(mention, "ranks")
    return entry.group if entry else ""


def _route(mention: Mention, _level: str) -> str:
    entry = entry_of(mention, "routes", rows_decide=True)
    return entry.key if entry else ""


def _origin(mention: Mention, level: str) -> str:
    """Return the part of Russia, and for a finer rung how many thousand people live in the place or its region."""
    place = find_place(mention.words, prefer=("RU",))
    if place is None or place.country != "RU":
        return ""
    if not place.region:
        return "russia"
    region = regions()[place.region]
    district = _DISTRICTS.get(region.larger, "russia")
    if level == "L2":
        return district
    town = max(place.population // 1_000, 1) if level == "L0" and place.population else region.thousands
    return f"{district}/{town}"


def _tells_origin(span: DecidedSpan, told: DecidedText) -> bool:
    """Tell whether the words before a place say that somebody comes from there."""
    before = told.text[max(0, span.start - _BEFORE_A_HOME) : span.start].casefold()
    return _COMES_FROM.search(before) is not None


_READERS: Mapping[str, Callable[[Mention, str], str]] = {
    "age": _age,
    "occupation": _occupation,
    "branch": _branch,
    "role": _role,
    "route": _route,
    "origin": _origin,
}
