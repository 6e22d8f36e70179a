"""What is refused without need: other people's first names, ordinary words, words in small letters.

Ordinary text is drawn from dictionaries: words that are no names, in sentences, with names of places among them. Real
texts come from outside: a folder of plain texts, the language at the beginning of each file's name.
"""

import random
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from archive.language.benchmark_recall import SEED, names
from archive.language.benchmark_texts import ordinary_text
from archive.language.given_names import given_names
from archive.language.keys import plain
from archive.language.letters import bare, is_cyrillic
from archive.language.matching import NamedPerson, NameMatch, NameMatcher
from archive.language.transliteration import Source, transliterate

LANGUAGES = ("nb", "en", "ru", "uk")
SCHEMES = {"ru": "telegram", "uk": "UkrainianKMU"}


def invented_persons(number: int, *, seed: int = SEED) -> list[NamedPerson]:
    """Return persons put together from the lists at random, Russian and Ukrainian in turn."""
    chance = random.Random(seed)  # noqa: S311
    persons = []
    for count in range(number):
        language = ("ru", "uk")[count % 2]
        name = f"{chance.choice(names(language, 'first'))} {chance.choice(names(language, 'last'))}"
        persons.append(NamedPerson(f"person-{count}", (name,)))
    return persons


def commonest_persons(number: int) -> list[NamedPerson]:
    """Return persons who bear the most frequent Russian first names and surnames."""
    both = zip(names("ru", "first")[:number], names("ru", "last")[:number], strict=True)
    return [NamedPerson(f"common-{count}", (f"{first} {last}",)) for count, (first, last) in enumerate(both)]


def merging(language: Source, *, every: int = 1) -> dict[str, Any]:
    """Return the probability that a random other first name is blocked as a form of a protected one.

    `other` leaves out pairs that are one name: spelled otherwise (Вадим, Вадім), or one in the table of names (Олена,
    Елена). `any_other_spelling` counts those too. `in_latin` is `other` for texts that write names in Latin letters.
    """
    others = names(language, "first")
    same = _same_names(others)
    result: dict[str, Any] = {}
    pairs = len(others[:: 5 * every]) * (len(others) - 1)
    for script in ("cyrillic", "latin"):
        written = {
            name: name if script == "cyrillic" else transliterate(name, SCHEMES[language], language=language)
            for name in others
        }
        text = "".join(f"Там {word} был.\n" for word in written.values())
        merged = other = 0
        for protected in others[:: 5 * every]:
            matcher = NameMatcher([NamedPerson("p", (f"{protected} Zzyzx",))])
            blocked = {text[match.start : match.end] for match in matcher.find(text) if match.tier == "block"}
            hits = [name for name in others if written[name] in blocked and name != protected]
            merged += len(hits)
            other += sum(not same[protected] & same[name] for name in hits)
        if script == "cyrillic":
            result |= {"pairs": pairs, "other": round(other / pairs, 6), "any_other_spelling": round(merged / pairs, 6)}
        else:
            result["in_latin"] = round(other / pairs, 6)
    return result


def _same_names(words: Iterable[str]) -> dict[str, frozenset[str]]:
    """Return under which signs each name counts as one with another."""
    groups: dict[str, set[str]] = {}
    for number, name in enumerate(given_names()):
        for spelling in filter(is_cyrillic, (*name.spellings, *name.short)):
            groups.setdefault(bare(plain(spelling)), set()).add(f"group {number}")
    return {word: frozenset({bare(plain(word))} | groups.get(bare(plain(word)), set())) for word in words}


def ordinary(folder: Path | None = None, *, persons: int = 400, words: int = 20_000) -> dict[str, Any]:
    """Return blocks and asks per thousand words of ordinary text, with this many persons protected."""
    matcher = NameMatcher(invented_persons(persons))
    texts: dict[str, list[str]] = {language: [] for language in LANGUAGES}
    if folder is None:
        texts = {language: [ordinary_text(language, words, seed=SEED)] for language in LANGUAGES}
    for path in sorted(folder.glob("*.txt")) if folder else ():
        texts.setdefault(path.name[:2], []).append(path.read_text("utf-8"))
    return {language: _noise(matcher, held) for language, held in texts.items() if held} | {"persons": persons}


def documents(folder: Path, *, persons: int = 40) -> dict[str, Any]:
    """Return what the most frequent names find in documents, and how much of it in small letters."""
    texts = [path.read_text("utf-8") for path in sorted(folder.glob("*.txt"))]
    return {"documents": len(texts), "persons": persons} | _noise(NameMatcher(commonest_persons(persons)), texts)


def _noise(matcher: NameMatcher, texts: Iterable[str]) -> dict[str, Any]:
    words = blocks = asks = small = 0
    for text in texts:
        words += len(text.split())
        places: dict[tuple[int, int], NameMatch] = {}
        for match in matcher.find(text):
            if match.tier == "block" or (match.start, match.end) not in places:
                places[match.start, match.end] = match
        blocked = [match for match in places.values() if match.tier == "block"]
        blocks, asks = blocks + len(blocked), asks + len(places) - len(blocked)
        small += sum(text[match.start : match.end].islower() for match in blocked)
    per = 1000 / max(1, words)
    return {
        "words": words,
        "blocks": round(blocks * per, 3),
        "asks": round(asks * per, 3),
        "small_letter_blocks": small,
    }
