"""Places: from the village to the region, the part of the country, the front, the part of the world."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from archive.deidentification.gazetteer import Place, countries, find_place, place_words, regions
from archive.deidentification.inflecting import Case, decline
from archive.deidentification.ladders.label import name_the_kind
from archive.deidentification.prepositions import GENERIC_AFTER, Direction
from archive.deidentification.rungs import Rung, opens_a_sentence, rung, worth_offering
from archive.deidentification.sound import preposition

if TYPE_CHECKING:
    from archive.deidentification.mentions import Mention

_LANGUAGES = ("en", "nb", "ru", "uk")
_REST = {"en": "in", "nb": "i", "ru": "в", "uk": "у"}
_TOWARDS = {"en": "to", "nb": "til"}
_AWAY = {"en": "from", "nb": "fra", "uk": "з"}
_SIZES = ((2_000, "village"), (50_000, "small-town"), (500_000, "town"))
_CITY_REGIONS = ("Moscow", "Saint Petersburg", "Kyiv")
_WARRING = ("RU", "UA")


@dataclass(frozen=True, slots=True)
class Wording:
    """A coarse place in one language: its name, the preposition of rest, and wordings no rule gives."""

    name: str
    at: str
    to: str = ""
    away: str = ""
    whole: bool = False


def generalise_place(mention: Mention) -> tuple[Rung, ...]:
    """Return rungs for a birthplace, a home, any place of peace: town size, region, country."""
    place = _place_of(mention)
    if place is None:
        return _rungs(mention, (("L2", _coarse("places", "somewhere", mention)),))
    return _rungs(mention, _peace(place, mention))


def generalise_front_place(mention: Mention) -> tuple[Rung, ...]:
    """Return rungs for a place of war: region, sector, "the front"."""
    place = _place_of(mention, prefer=("UA",))
    ladder: list[tuple[str, Wording]] = []
    region = regions().get(place.region) if place else None
    if region:
        ladder.append(("L1", _region(region.key, mention)))
        if region.front:
            ladder.append(("L2", _coarse("fronts", region.front, mention)))
    ladder.append(("L3" if len(ladder) > 1 else "L2", _coarse("fronts", "any", mention)))
    return _rungs(mention, tuple(ladder))


def generalise_refuge(mention: Mention) -> tuple[Rung, ...]:
    """Return rungs for where somebody lives in safety: country, part of the world, "abroad"."""
    place = _place_of(mention)
    if place is None and not _is_named(mention):
        return name_the_kind("place_of_refuge", mention)
    ladder: list[tuple[str, Wording]] = []
    if place and place.country in countries():
        ladder.append(("L1", _country(place.country, mention)))
        ladder.append(("L2", _coarse("world", countries()[place.country][1], mention)))
    ladder.append(("L3", _coarse("places", "abroad", mention)))
    return _rungs(mention, tuple(ladder))


def _is_named(mention: Mention) -> bool:
    """Tell whether a place is named rather than described ("the shelter")."""
    capitals = [token for token in mention.tokens if token.text[0].isupper()]
    at_the_start = capitals[:1] == list(mention.tokens[:1]) and opens_a_sentence(mention.text, mention.start)
    return len(capitals) > (1 if at_the_start else 0)


def generalise_route_stop(mention: Mention) -> tuple[Rung, ...]:
    """Return rungs for a stop on the way out: country, then no more than "a third country"."""
    place = _place_of(mention)
    if place is None or place.country not in countries():
        return _rungs(mention, (("L3", _coarse("places", "somewhere", mention)),))
    if place.country in _WARRING:
        larger = regions()[place.region].larger if place.region else ""
        group = "districts" if place.country == "RU" else "parts"
        finest = (("L1", _sized(place, mention, within=_coarse(group, larger, mention))),) if larger else ()
        country = _country(place.country, mention)
        return _rungs(mention, (*finest, ("L2", _sized(place, mention, within=country)), ("L3", country)))
    return _rungs(
        mention,
        (
            ("L1", _country(place.country, mention)),
            ("L2", _coarse("places", "third-country", mention)),
            ("L3", _coarse("places", "abroad", mention)),
        ),
    )


def stand(mention: Mention, wording: Wording) -> tuple[str, int, int]:
    """Put a place into the sentence: the words, and where what they replace begins and ends."""
    setting, language = mention.setting, mention.language
    start, end = setting.start, _end(mention)
    match setting.direction:
        case Direction.AT if wording.whole:
            return _capital(mention, start, wording.at), start, end
        case Direction.TO if wording.to:
            return _capital(mention, start, wording.to), start, end
        case Direction.FROM if wording.away:
            return _capital(mention, start, wording.away), start, end
        case Direction.AT:
            small, name = wording.at, decline(wording.name, Case.LOCATIVE, language)
        case Direction.TO:
            small, name = _towards(wording, language)
        case Direction.FROM:
            away = _AWAY.get(language) or ("с" if wording.at == "на" else "из")
            small, name = away, decline(wording.name, Case.GENITIVE, language)
        case Direction.OTHER:
            kept = mention.before[0] if mention.before else None
            begin = mention.start if kept is None or start == mention.start else _after_preposition(mention)
            return decline(wording.name, setting.case, language), begin, end
        case _:
            return decline(wording.name, setting.case, language), _with_article(mention, wording, start), end
    small = preposition(small, name, mention.text[:start], language)
    return f"{_capital(mention, start, small)} {name}", start, end


def _with_article(mention: Mention, wording: Wording, start: int) -> int:
    """Take along an article that stands before the mention where the wording has its own."""
    nearest = mention.before[:1]
    articles = ("a", "an", "the", "en", "ei", "et", "den", "det")
    has_own = wording.name.split(" ")[0] in articles
    adjoins = nearest and not mention.text[nearest[0].end : mention.start].strip()
    return nearest[0].start if has_own and adjoins and nearest[0].folded in articles else start


def _towards(wording: Wording, language: str) -> tuple[str, str]:
    if language in _TOWARDS:
        return _TOWARDS[language], decline(wording.name, Case.NOMINATIVE, language)
    if language == "uk" and wording.at != "на":
        return "до", decline(wording.name, Case.GENITIVE, language)
    return wording.at, decline(wording.name, Case.ACCUSATIVE, language)


def _after_preposition(mention: Mention) -> int:
    """Return where the words after a kept preposition begin: a generic noun before the name goes with the name."""
    words = mention.text[mention.setting.start : mention.start]
    return mention.setting.start + len(mention.setting.preposition) + 1 if words else mention.start


def _capital(mention: Mention, start: int, words: str) -> str:
    return (
        words[:1].upper() + words[1:] if mention.text[start : start + 1].isupper() and start < mention.start else words
    )


def _end(mention: Mention) -> int:
    """Return the end of the mention with the word for its kind that follows ("X region")."""
    nearest = mention.after[:1]
    if nearest and not mention.text[mention.end : nearest[0].start].strip():
        word = nearest[0]
        if word.folded in GENERIC_AFTER[mention.language]:
            return word.end
    return mention.end


def _place_of(mention: Mention, prefer: tuple[str, ...] = ("RU", "UA")) -> Place | None:
    end = _end(mention)
    name = mention.words.removeprefix("the ").strip(' .,«»"“”')
    if end != mention.end:
        place = find_place(mention.text[mention.start : end], prefer=prefer)
        if place:
            return place
    return find_place(name, prefer=prefer) or find_place(_named_part(mention), prefer=prefer)


def _named_part(mention: Mention) -> str:
    """Return the mention without the words for its kind at both ends ("fylkene X", "X district")."""
    capitals = [token for token in mention.tokens if token.text[0].isupper()]
    return mention.text[capitals[0].start : capitals[-1].end] if capitals else ""


def _peace(place: Place, mention: Mention) -> tuple[tuple[str, Wording], ...]:
    region = regions().get(place.region)
    if region is None:
        if place.country not in countries():
            return (("L2", _sized(place, mention)),)
        country = _country(place.country, mention)
        world = _coarse("world", countries()[place.country][1], mention)
        return (("L1", _sized(place, mention, within=country)), ("L2", country), ("L3", world))
    own = _region(region.key, mention)
    larger = _coarse("districts" if region.country == "RU" else "parts", region.larger, mention)
    country = _country(region.country, mention)
    if region.is_national and not region.is_large:
        republic = _coarse("places", "national-republic", mention)
        return (("L1", larger), ("L2", republic), ("L3", country))
    if region.key in _CITY_REGIONS:
        return (("L1", _sized(place, mention, within=larger)), ("L2", larger), ("L3", country))
    if region.is_large and not place.is_region:
        coarsest = country if region.country == "RU" else larger
        return (("L1", _sized(place, mention, within=own)), ("L2", own), ("L3", coarsest))
    finest = own if place.is_region else _sized(place, mention, within=own)
    return (("L1", finest), ("L2", larger), ("L3", country))


def _sized(place: Place, mention: Mention, within: Wording | None = None) -> Wording:
    size = next((name for least, name in _SIZES if place.population < least), "city")
    settlement = _coarse("sizes", size, mention)
    if place.is_country or place.is_region or within is None:
        return within or settlement
    language = mention.language
    inside = decline(within.name, Case.LOCATIVE, language)
    joined = preposition(within.at, inside, settlement.name, language)
    bar = "|" if language in ("ru", "uk") else ""
    return Wording(f"{settlement.name}{bar} {joined} {inside}", settlement.at)


def _region(key: str, mention: Mention) -> Wording:
    return Wording(regions()[key].names[_LANGUAGES.index(mention.language)], _at(key, mention.language))


def _at(key: str, language: str) -> str:
    return "på" if language == "nb" and key in ("Chukotka", "Kamchatka", "Crimea") else _REST[language]


def _country(code: str, mention: Mention) -> Wording:
    name = countries()[code][0][_LANGUAGES.index(mention.language)]
    at = "на" if code == "CY" and mention.language in ("ru", "uk", "nb") else _REST[mention.language]
    return Wording(name, "på" if at == "на" and mention.language == "nb" else at)


def _coarse(group: str, key: str, mention: Mention) -> Wording:
    entry = place_words()[group][key][mention.language]
    return Wording(
        entry["name"], entry["at"], entry.get("to", ""), entry.get("from", ""), whole=bool(entry.get("whole", False))
    )


def _rungs(mention: Mention, ladder: tuple[tuple[str, Wording], ...]) -> tuple[Rung, ...]:
    found = []
    for level, wording in ladder:
        words, start, end = stand(mention, wording)
        found.append(rung(mention, level, words, start, end))
    return worth_offering(mention, tuple(found))
