"""Measure how well and how fast names are recognised; fixed seeds, invented persons, figures as a dictionary.

Names come from the lists of the project (`data/names.txt`); inflected forms come from the dictionaries of `pymorphy3`
(OpenCorpora for Russian, the VESUM-based one for Ukrainian), which took no part in writing the rules. Ordinary text is
drawn from the dictionaries too: words that are no names, in sentences that begin with a capital. Measures on real texts
need texts from outside: give their path.
"""

import json
import random
import resource
import time
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any, Literal

from archive.language.benchmark_texts import evasions, inflected_forms, ordinary_text
from archive.language.index import NameIndex
from archive.language.matching import NamedPerson, NameMatch, NameMatcher
from archive.language.transliteration import Source, schemes, transliterate

Say = Callable[[str], None]
SEED = 20260101
NAMES_OF_A_KIND = 1000
_CYRILLIC: tuple[Source, ...] = ("ru", "uk")


@cache
def names(language: str, kind: Literal["first", "last"]) -> tuple[str, ...]:
    """Return the names of the project's list."""
    lines = files("archive.language").joinpath("data/names.txt").read_text("utf-8").splitlines()
    split = (line.split(" ", 3) for line in lines)
    return tuple(name for held, listed, _, name in split if (held, listed) == (language, kind))


def invented_persons(number: int, *, seed: int = SEED) -> list[NamedPerson]:
    """Return persons put together from the lists at random, Russian and Ukrainian in turn."""
    chance = random.Random(seed)  # noqa: S311
    persons = []
    for count in range(number):
        language = ("ru", "uk")[count % 2]
        name = f"{chance.choice(names(language, 'first'))} {chance.choice(names(language, 'last'))}"
        persons.append(NamedPerson(f"person-{count}", (name,)))
    return persons


def _silence(words: str) -> None:
    """Say nothing of how far a measure has come."""


def measure(*, size: int = 10_000, persons: int = 10_000, say: Say = _silence) -> dict[str, Any]:
    """Return all figures that need nothing from outside; a `size` below 10,000 tries that share of the names."""
    share = max(1, 10_000 // max(1, size))
    figures: dict[str, Any] = {}
    languages: tuple[Source, ...] = ("ru", "uk")
    for language in languages:
        say(f"romanisations {language}")
        figures[f"romanisations_{language}"] = romanisations(language, every=share)
        say(f"inflected forms {language}")
        figures[f"inflected_{language}"] = inflection(language, every=share)
    say("evasions")
    figures["evasions"] = evasion(every=share)
    say("other first names")
    figures["other_first_names"] = merging(every=share)
    say("ordinary text")
    figures["ordinary_text"] = noise()
    say("speed")
    figures["speed"] = speed(persons=persons)
    return figures


def romanisations(language: Source, *, every: int = 1) -> dict[str, Any]:
    """Return the recall (block) of each name in all romanisations, stored in Cyrillic and stored in Latin."""
    chance = random.Random(SEED)  # noqa: S311
    tried: dict[str, list[int]] = {"stored_cyrillic": [0, 0], "stored_latin": [0, 0]}
    kinds: tuple[Literal["first", "last"], ...] = ("first", "last")
    for kind in kinds:
        for name in names(language, kind)[: NAMES_OF_A_KIND * 2 : every]:
            written = sorted({transliterate(name, scheme, language=language) for scheme in schemes(language)})
            for stored, spellings in (
                ("stored_cyrillic", written),
                ("stored_latin", [name, *chance.sample(written, min(12, len(written)))]),
            ):
                record = name if stored == "stored_cyrillic" else chance.choice(written)
                matcher = NameMatcher([NamedPerson("p", (_beside(record, kind),))])
                for spelling in spellings:
                    tried[stored][0] += 1
                    tried[stored][1] += _tier(matcher, f"There was {spelling} too.", spelling) == "block"
    return {stored: {"tried": all_, "recall": round(hit / max(1, all_), 5)} for stored, (all_, hit) in tried.items()}


def _beside(record: str, kind: str) -> str:
    """Give a surname a first name beside it, and a first name a surname, so that each is taken for what it is."""
    return f"{record} Zzyzx" if kind == "first" else f"Anna {record}"


def _tier(matcher: NameMatcher, text: str, surface: str) -> str:
    start = text.index(surface)
    end = start + len(surface.rstrip("'’ʹ′`"))
    tiers = {match.tier for match in matcher.find(text) if match.start <= start and match.end >= end}
    return "block" if "block" in tiers else "ask" if tiers else ""


def inflection(language: Source, *, every: int = 1) -> dict[str, Any]:
    """Return the recall of inflected forms in running text, for records in Cyrillic and in Latin."""
    chance = random.Random(SEED)  # noqa: S311
    found: dict[str, Any] = {"names": 0}
    for stored in ("stored_cyrillic", "stored_latin"):
        tried, blocked, asked = 0, 0, 0
        gold = inflected_forms(language, 600, seed=SEED)[::every]
        found["names"] = len(gold)
        for lemma, kind, forms in gold:
            record = lemma
            if stored == "stored_latin":
                record = transliterate(lemma, chance.choice(schemes(language)), language=language)
            matcher = NameMatcher([NamedPerson("p", (_beside(record, "first" if kind == "Name" else "last"),))])
            for form in forms:
                tier = _tier(matcher, f"Потом мы видели, что {form} там.", form)
                tried, blocked, asked = tried + 1, blocked + (tier == "block"), asked + (tier == "ask")
        found[stored] = {
            "tried": tried,
            "block_or_ask": round((blocked + asked) / tried, 5),
            "block": round(blocked / tried, 5),
        }
    return found


def evasion(*, every: int = 1) -> dict[str, Any]:
    """Return the recall (block or ask) of each kind of evasion, over names of six letters and more."""
    figures: dict[str, Any] = {}
    for kind, hide in evasions().items():
        tried = hit = 0
        for language in _CYRILLIC:
            for name in [name for name in names(language, "last") if len(name) > 5][:: 20 * every]:
                matcher = NameMatcher([NamedPerson("p", (f"Anna {name}",))])
                text = hide(name)
                if text:
                    tried += 1
                    hit += bool(matcher.find(f"Там был {text} вчера"))
        figures[kind] = {"tried": tried, "recall": round(hit / max(1, tried), 4)}
    return figures


def merging(*, every: int = 1) -> dict[str, Any]:
    """Return the probability that another first name, taken at random, is blocked as a form of a protected one."""
    result: dict[str, Any] = {}
    languages: tuple[Source, ...] = ("ru", "uk")
    for language in languages:
        others = names(language, "first")
        text = "".join(f"Там {name} был.\n" for name in others)
        pairs = merged = 0
        for protected in others[:: 5 * every]:
            matcher = NameMatcher([NamedPerson("p", (f"{protected} Zzyzx",))])
            blocked = {text[match.start : match.end] for match in matcher.find(text) if match.tier == "block"}
            blocked.discard(protected)
            pairs, merged = pairs + len(others) - 1, merged + len(blocked)
        result[language] = {"pairs": pairs, "probability": round(merged / pairs, 6)}
    return result


def noise(texts: dict[str, Iterable[str]] | None = None, *, persons: int = 400) -> dict[str, Any]:
    """Return blocks and asks per thousand words of ordinary text, with this many persons protected."""
    matcher = NameMatcher(invented_persons(persons))
    given = texts or {language: [ordinary_text(language, 20_000, seed=SEED)] for language in ("nb", "en", "ru", "uk")}
    return {language: _noise(matcher, held) for language, held in given.items()} | {"persons": persons}


def _noise(matcher: NameMatcher, texts: Iterable[str]) -> dict[str, Any]:
    words = blocks = asks = small = 0
    for text in texts:
        words += len(text.split())
        tiers: dict[tuple[int, int], NameMatch] = {}
        for match in matcher.find(text):
            if match.tier == "block" or (match.start, match.end) not in tiers:
                tiers[match.start, match.end] = match
        blocks += sum(match.tier == "block" for match in tiers.values())
        asks += sum(match.tier == "ask" for match in tiers.values())
        small += sum(match.tier == "block" and text[match.start].islower() for match in tiers.values())
    per = 1000 / max(1, words)
    return {
        "words": words,
        "blocks": round(blocks * per, 3),
        "asks": round(asks * per, 3),
        "small_letter_blocks": small,
    }


def speed(*, persons: int = 10_000, repeats: int = 3) -> dict[str, Any]:
    """Return build time, memory and throughput of a matcher for many persons, in CPU time of one core."""
    protected = invented_persons(persons)
    start = time.process_time()
    matcher = NameMatcher(protected)
    built = time.process_time() - start
    texts = list(_prose(protected))
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
        "persons": persons,
        "build_seconds": round(built, 2),
        "resident_mib": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
        "bytes": size,
        "matches": found,
        "cold_mb_per_second": round(size / cold / 1e6, 2),
        "warm_mb_per_second": round(size / warm / 1e6, 2),
    }


def _prose(protected: list[NamedPerson]) -> Iterator[str]:
    """Yield ordinary texts in four languages; each text holds the full names of two protected persons."""
    chance = random.Random(SEED)  # noqa: S311
    for number in range(40):
        language = ("nb", "en", "ru", "uk")[number % 4]
        words = ordinary_text(language, 2000, seed=SEED + number).split(" ")
        for person in chance.sample(protected, min(2, len(protected))):
            words[chance.randrange(len(words))] += f" {person.names[0]}"
        yield " ".join(words)


def corpus_recall(path: Path) -> dict[str, Any]:
    """Return the share of marked person names that are found given only the intake form of each invented interview."""
    counts = {"plain": [0, 0], "adversarial": [0, 0]}
    for line in path.read_text("utf-8").splitlines():
        document = json.loads(line)
        covered = _covered(document)
        known = {span["entity_id"] for span in _names(document) if _is_covered(span, document["text"], covered)}
        tally = counts["adversarial" if document["adversarial"] else "plain"]
        for span in _names(document):
            if span["entity_id"] in known:
                tally[0] += 1
                tally[1] += _is_covered(span, document["text"], covered)
    return {kind: {"tried": tried, "recall": round(hit / max(1, tried), 4)} for kind, (tried, hit) in counts.items()}


def _names(document: dict[str, Any]) -> list[dict[str, Any]]:
    return [
        span
        for span in document["spans"]
        if span["category"] == "PERSON" and span["identifier_type"] == "DIRECT" and span["entity_id"].startswith("p")
    ]


def _covered(document: dict[str, Any]) -> bytearray:
    form = document["identities"]
    source = form["source"]
    persons = [NamedPerson("source", (*source["real_names"], *source["known_aliases"]))]
    persons += [
        NamedPerson(str(n), (*relative["real_names"], *relative.get("known_aliases", ())))
        for n, relative in enumerate(form["relatives"])
    ]
    mask = bytearray(len(document["text"]))
    for match in NameMatcher(persons).find(document["text"]):
        mask[match.start : match.end] = b"\1" * (match.end - match.start)
    return mask


def _is_covered(span: dict[str, Any], text: str, mask: bytearray) -> bool:
    return all(mask[place] for place in range(span["start"], span["end"]) if text[place].isalnum())


def index_of(persons: Iterable[NamedPerson]) -> NameIndex:
    """Return the bare index of these persons, for measures of its size."""
    index = NameIndex()
    for person in persons:
        index.add(person.reference, person.names)
    return index
