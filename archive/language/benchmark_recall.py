"""What is recognised: romanisations, case forms, short forms, evasions, and the names of invented interviews.

Names come from the project's list (`data/names.txt`); inflected forms from the dictionaries of `pymorphy3` (OpenCorpora
for Russian, the VESUM-based one for Ukrainian), which took no part in making the paradigms; short forms from a list
written for measuring alone (`data/diminutives_to_measure.txt`).
"""

import json
import random
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any, Literal

from archive.language.benchmark_texts import evasions, inflected_forms
from archive.language.matching import NamedPerson, NameMatch, NameMatcher
from archive.language.transliteration import Source, schemes, transliterate

Kind = Literal["first", "last"]
Find = Callable[[NameMatcher, str], Iterable[NameMatch]]
SEED = 20260101
MOST_OF_A_KIND = 2000
KINDS: tuple[Kind, ...] = ("first", "last")
MARKS = "'’ʹ′`ʼʺ″\""


@cache
def names(language: str, kind: Kind) -> tuple[str, ...]:
    """Return the names of the project's list, the most frequent first."""
    lines = files("archive.language").joinpath("data/names.txt").read_text("utf-8").splitlines()
    split = (line.split(" ", 3) for line in lines)
    return tuple(name for held, listed, _, name in split if (held, listed) == (language, kind))


def full_name(record: str, kind: Kind) -> str:
    """Give a surname a first name beside it, and a first name a surname, so that each is taken for what it is."""
    return f"{record} Zzyzx" if kind == "first" else f"Anna {record}"


def tiers(matcher: NameMatcher, words: Sequence[str], frame: str) -> list[str]:
    """Return what is said of each word in a sentence of its own: `block`, `ask`, or nothing."""
    before = frame.index("{}")
    text, places = "", []
    for word in words:
        start = len(text) + before
        places.append((start, start + len(word.rstrip(MARKS))))
        text += frame.format(word) + "\n"
    found = matcher.find(text)
    said = []
    for start, end in places:
        here = {match.tier for match in found if match.start <= start and match.end >= end}
        said.append("block" if "block" in here else "ask" if here else "")
    return said


def _share(hits: int, tried: int, digits: int = 5) -> float:
    return round(hits / max(1, tried), digits)


def romanisations(language: Source, *, every: int = 1) -> dict[str, Any]:
    """Return the recall (block) of names in all romanisations, stored in Cyrillic and stored in one romanisation.

    `held_out` are the names at odd places of the list, whose misses nobody read while the rules were written.
    """
    chance = random.Random(SEED)  # noqa: S311
    tried: dict[tuple[str, bool], list[int]] = {}
    for kind in KINDS:
        for place, name in list(enumerate(names(language, kind)))[:MOST_OF_A_KIND:every]:
            written = sorted({transliterate(name, scheme, language=language) for scheme in schemes(language)})
            for stored, record in (("stored_cyrillic", name), ("stored_latin", chance.choice(written))):
                matcher = NameMatcher([NamedPerson("p", (full_name(record, kind),))])
                spellings = [name, *written] if stored == "stored_latin" else written
                tally = tried.setdefault((stored, place % 2 == 1), [0, 0])
                tally[0] += len(spellings)
                tally[1] += tiers(matcher, spellings, "There was {} too.").count("block")
    result: dict[str, Any] = {"schemes": len(schemes(language))}
    for stored in ("stored_cyrillic", "stored_latin"):
        both = [tried.get((stored, held_out), [0, 0]) for held_out in (False, True)]
        result[stored] = {
            "tried": both[0][0] + both[1][0],
            "recall": _share(both[0][1] + both[1][1], both[0][0] + both[1][0]),
            "held_out": _share(both[1][1], both[1][0]),
        }
    return result


def inflection(language: Source, *, every: int = 1) -> dict[str, Any]:
    """Return the recall of inflected forms in running text, for records in Cyrillic and in Latin."""
    chance = random.Random(SEED)  # noqa: S311
    wanted = -(-600 // every)  # no more of the dictionary is read than is tried: reading it takes longer than trying
    gold = inflected_forms(language, wanted, seed=SEED)
    gold = gold if every == 1 else gold[:wanted]
    result: dict[str, Any] = {"names": len(gold)}
    for stored in ("stored_cyrillic", "stored_latin"):
        said: list[str] = []
        for lemma, kind, forms in gold:
            record = lemma
            if stored == "stored_latin":
                record = transliterate(lemma, chance.choice(schemes(language)), language=language)
            matcher = NameMatcher([NamedPerson("p", (full_name(record, "first" if kind == "Name" else "last"),))])
            said += tiers(matcher, forms, "Потом мы видели, что {} там.")
        result[stored] = {
            "tried": len(said),
            "block_or_ask": _share(len(said) - said.count(""), len(said)),
            "block": _share(said.count("block"), len(said)),
        }
    return result


def diminutives() -> dict[str, Any]:
    """Return the recall of short forms of given names, where the person is recorded under the full name.

    `held_out` is that of every second line, whose misses nobody read.
    """
    said: list[str] = []
    held_out: list[str] = []
    listed = files("archive.language").joinpath("data/diminutives_to_measure.txt").read_text("utf-8").splitlines()
    lines = [line for line in listed if line and not line.startswith("#")]
    for place, line in enumerate(lines):
        full, _, short = line.partition(": ")
        matcher = NameMatcher([NamedPerson("p", (full_name(full, "first"),))])
        here = tiers(matcher, short.split(), "Потом мы видели, что {} там.")
        said += here
        held_out += here if place % 2 else []
    return {
        "names": len(lines),
        "tried": len(said),
        "block_or_ask": _share(len(said) - said.count(""), len(said)),
        "held_out": _share(len(held_out) - held_out.count(""), len(held_out)),
        "block": _share(said.count("block"), len(said)),
    }


def evasion(*, every: int = 1, find: Find = NameMatcher.find) -> dict[str, Any]:
    """Return the recall (block or ask) of each kind of evasion, over surnames of six letters and more."""
    cyrillic: tuple[Source, ...] = ("ru", "uk")
    figures: dict[str, Any] = {}
    for kind, hide in evasions().items():
        tried = hit = 0
        for language in cyrillic:
            for name in [name for name in names(language, "last") if len(name) > 5][:: 20 * every]:
                text = hide(name)
                if text:
                    matcher = NameMatcher([NamedPerson("p", (f"Anna {name}",))])
                    tried += 1
                    hit += any(True for _ in find(matcher, f"Там был {text} вчера"))
        figures[kind] = {"tried": tried, "recall": _share(hit, tried, 4)}
    return figures


def corpus(path: Path) -> dict[str, Any]:
    """Return the share of marked names found given only the intake form of each invented interview.

    Counted are the direct spans of category PERSON of those whom the form names (by `entity_id`), each letter covered.
    """
    counts = {"plain": [0, 0], "adversarial": [0, 0]}
    for line in path.read_text("utf-8").splitlines():
        document = json.loads(line)
        known = {one["entity_id"] for one in _on_the_form(document)}
        covered = _covered(document)
        tally = counts["adversarial" if document["adversarial"] else "plain"]
        for span in document["spans"]:
            if (span["category"], span["identifier_type"]) == ("PERSON", "DIRECT") and span["entity_id"] in known:
                tally[0] += 1
                tally[1] += all(
                    covered[place] for place in range(span["start"], span["end"]) if document["text"][place].isalnum()
                )
    return {kind: {"tried": tried, "recall": _share(hit, tried, 4)} for kind, (tried, hit) in counts.items()}


def _on_the_form(document: dict[str, Any]) -> list[dict[str, Any]]:
    return [document["identities"]["source"], *document["identities"]["relatives"]]


def _covered(document: dict[str, Any]) -> bytearray:
    persons = [
        NamedPerson(one["entity_id"], (*one["real_names"], *one.get("known_aliases", ())))
        for one in _on_the_form(document)
    ]
    mask = bytearray(len(document["text"]))
    for match in NameMatcher(persons).find(document["text"]):
        mask[match.start : match.end] = b"\1" * (match.end - match.start)
    return mask
