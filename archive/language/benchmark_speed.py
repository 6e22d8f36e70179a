"""How fast names are found: build time, memory and throughput of a matcher for many persons."""

import random
import resource
import time
from collections.abc import Iterator
from typing import Any, Literal

from archive.language.benchmark_noise import SCHEMES, invented_persons
from archive.language.benchmark_recall import SEED
from archive.language.benchmark_texts import ordinary_text
from archive.language.matching import NamedPerson, NameMatcher
from archive.language.transliteration import Source, transliterate

_SYLLABLES = ("ба", "ве", "го", "ду", "жи", "за", "ке", "ло", "му", "ни", "па", "ре")


def speed(*, persons: int = 10_000, repeats: int = 3) -> dict[str, Any]:
    """Return build time, memory and throughput of a matcher for many persons, in CPU time of one core.

    Above all in prose that holds a name now and then; `dense` is text of which every second word is a name, and
    `two_scripts` has persons of whom no two share a surname, each recorded in Cyrillic and in Latin.
    """
    protected, apart = invented_persons(persons), _persons_in_two_scripts(persons)
    ordinary_text("uk", 1, seed=SEED)  # the dictionaries are loaded before anything is timed
    return _measured(protected, list(_prose(protected)), repeats) | {
        "dense": _measured(protected, list(_dense(protected)), repeats),
        "two_scripts": _measured(apart, list(_prose(apart)), repeats),
    }


def _measured(protected: list[NamedPerson], texts: list[str], repeats: int) -> dict[str, Any]:
    start = time.process_time()
    matcher = NameMatcher(protected)
    built = time.process_time() - start
    size = sum(len(text.encode()) for text in texts)
    start = time.process_time()
    found = sum(len(matcher.find(text)) for text in texts)
    cold = time.process_time() - start
    start = time.process_time()
    for _ in range(repeats):
        for text in texts:
            matcher.find(text)
    warm = (time.process_time() - start) / repeats
    return {
        "persons": len(protected),
        "build_seconds": round(built, 2),
        "resident_mib": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
        "bytes": size,
        "matches": found,
        "cold_mb_per_second": round(size / cold / 1e6, 2),
        "warm_mb_per_second": round(size / warm / 1e6, 2),
    }


def _persons_in_two_scripts(number: int) -> list[NamedPerson]:
    persons = []
    for count, person in enumerate(invented_persons(number)):
        first, last = person.names[0].split(" ", 1)
        beginning = "".join(_SYLLABLES[count // len(_SYLLABLES) ** place % len(_SYLLABLES)] for place in (0, 1))
        name = f"{first} {beginning.capitalize()}{last.lower()}"
        language: Source = ("ru", "uk")[count % 2]
        persons.append(NamedPerson(person.reference, (name, transliterate(name, SCHEMES[language], language=language))))
    return persons


def _dense(protected: list[NamedPerson]) -> Iterator[str]:
    """Yield texts of ordinary words and parts of names in turn."""
    chance = random.Random(SEED)  # noqa: S311
    for number in range(8):
        language: Literal["ru", "uk"] = ("ru", "uk")[number % 2]
        words = ordinary_text(language, 1000, seed=SEED + number).split(" ")
        yield " ".join(f"{word} {chance.choice(chance.choice(protected).names[0].split())}" for word in words)


def _prose(protected: list[NamedPerson]) -> Iterator[str]:
    """Yield ordinary texts in four languages; each text holds the full names of two protected persons."""
    chance = random.Random(SEED)  # noqa: S311
    for number in range(40):
        language = ("nb", "en", "ru", "uk")[number % 4]
        words = ordinary_text(language, 2000, seed=SEED + number).split(" ")
        for person in chance.sample(protected, min(2, len(protected))):
            words[chance.randrange(len(words))] += f" {person.names[0]}"
        yield " ".join(words)
