"""Education: the kind of school and the part of the country, the kind alone, "a place of education"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from archive.deidentification.gazetteer import Place, find_place, place_words, regions
from archive.deidentification.inflecting import INFLECTED_LANGUAGES, Case, decline
from archive.deidentification.nouns import entry_of, noun_rungs
from archive.deidentification.rungs import Rung, worth_offering
from archive.deidentification.sound import preposition

if TYPE_CHECKING:
    from archive.deidentification.mentions import Mention

_ADJECTIVES = re.compile(r"(?:ский|ского|скому|ским|ском|ская|ской|скую|ський|ського|ському|ським|ська|ської|ську)$")


def generalise_education(mention: Mention) -> tuple[Rung, ...]:
    """Return the kind of institution, with the part of the country where the name tells it."""
    entry = entry_of(mention, "schools")
    if entry is None:
        return ()
    levels, language = dict(entry.levels), mention.language
    kind, where = levels.get("L2", {}).get(language), _where(mention)
    if kind and where:
        levels["L1"] = {language: _kind_in(kind, where, language)}
    return worth_offering(mention, noun_rungs(mention, levels, article_if_bare=True, plural=False))


def _kind_in(kind: str, where: dict[str, str], language: str) -> str:
    region = decline(where["name"], Case.LOCATIVE, language)
    if language in INFLECTED_LANGUAGES:
        bar = "" if "|" in kind else "|"
        return f"{kind}{bar} {preposition(where['at'], region, kind, language)} {region}"
    return ", ".join(f"{form.strip()} {where['at']} {region}" for form in kind.split(","))


def _where(mention: Mention) -> dict[str, str] | None:
    """Return the part of the country a name or an adjective in the mention tells ("Omsk", "Омский")."""
    for token in mention.tokens:
        if not token.text[0].isupper():
            continue
        for name in (token.text, _ADJECTIVES.sub("ск", token.text), _ADJECTIVES.sub("ськ", token.text)):
            place = find_place(name, prefer=("RU", "UA"))
            if place:
                return _wording(place, mention.language)
    return None


def _wording(place: Place, language: str) -> dict[str, str] | None:
    region = regions().get(place.region)
    if region is None:
        return None
    group = "districts" if region.country == "RU" else "parts"
    return place_words()[group][region.larger][language]
