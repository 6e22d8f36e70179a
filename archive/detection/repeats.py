"""The same string is the same decision: what was found once is found wherever it stands, and articles go with their noun."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from archive.detection.findings import EntityType, Finding, IdentifierClass
from archive.detection.lexicon import Flag, flags_of
from archive.detection.ordinary import is_ordinary
from archive.detection.segments import Document

_NAMED = frozenset({EntityType.PERSON, EntityType.LOC, EntityType.ORG})
_TITLE = re.compile(r"\b(?:Mr|Mrs|Ms|Dr|Mme|Prof)\.? $")
_SURE = 0.45
_ARTICLES = frozenset("a an the en et ei ein eit den det".split())
_DATE_WORDS = frozenset("в у во".split())
_NO_ARTICLE = frozenset({"name", "place", "large_place", "callsign", "counts", "money"})


def with_repeats(document: Document, standing: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """Return the findings and their repeats, sorted and still without overlap."""
    covered = bytearray(len(document.text))
    for found in standing:
        covered[found.start : found.end] = b"\1" * (found.end - found.start)
    repeats = list(_repeats(document, standing, covered))
    widened = (_widened(found, document.text, covered) for found in standing)
    return tuple(sorted([*widened, *repeats], key=lambda found: found.start))


def _repeats(document: Document, standing: Iterable[Finding], covered: bytearray) -> Iterator[Finding]:
    known = _names_in(document, standing)
    for index, form in enumerate(document.lower):
        model = known.get(form.removesuffix("'s"))
        if model is None:
            continue
        start, end = document.spans[index]
        if any(covered[start:end]) or not _may_repeat(document, index, model):
            continue
        covered[start:end] = b"\1" * (end - start)
        yield replace(
            model, start=start, end=end, recogniser="repeats", reason="It repeats what was found elsewhere in this text.",
            losers=(), score=min(model.score, 0.6),
        )  # fmt: skip


def _names_in(document: Document, standing: Iterable[Finding]) -> dict[str, Finding]:
    known: dict[str, Finding] = {}
    place = 0
    for found in standing:
        while place < len(document.spans) and document.spans[place][0] < found.start:
            place += 1
        if found.entity_type not in _NAMED or found.identifier_class is IdentifierClass.PUBLIC or found.score < _SURE:
            continue
        index = place
        while index < len(document.spans) and document.spans[index][1] <= found.end:
            form = document.lower[index]
            if _is_worth(document, index, found):
                known.setdefault(form.removesuffix("'s"), found)
            index += 1
    return known


def _is_worth(document: Document, index: int, found: Finding) -> bool:
    """A common word is repeated only where it is a listed first name, written with a capital inside a sentence."""
    form, word = document.lower[index], document.words[index]
    if len(form) < 3 or not word[0].isupper():
        return False
    flags = flags_of(form)
    if flags & Flag.COMMON and (document.initial[index] or not flags & Flag.FIRST_NAME):
        return False
    return found.entity_type is EntityType.PERSON or found.end - found.start == len(word)


def _may_repeat(document: Document, index: int, model: Finding) -> bool:
    word, form, language = document.words[index], document.lower[index], document.languages[index]
    if word[0].isupper():
        return not document.initial[index] or not is_ordinary(form, language) or model.score >= 0.55
    return model.entity_type is EntityType.PERSON and len(form) > 3 and not is_ordinary(form, language)


def _widened(found: Finding, text: str, covered: bytearray) -> Finding:
    """Take in the article of a noun phrase, and the Cyrillic preposition of a date."""
    if (
        found.identifier_class is IdentifierClass.PUBLIC
        or found.detail in _NO_ARTICLE
        or found.entity_type is EntityType.PERSON
    ):
        return found
    start = found.start
    if start < 2 or text[start - 1] not in ' «"“':
        return found
    begin = start - 1
    while begin > 0 and text[begin - 1].isalpha() and start - begin < 6:
        begin -= 1
    word = text[begin : start - 1].lower()
    wanted = _DATE_WORDS if found.entity_type is EntityType.DATE and word not in _ARTICLES else _ARTICLES
    if word not in wanted or covered[begin] or (text[start - 1] != " " and word not in _ARTICLES):
        return found
    covered[begin:start] = b"\1" * (start - begin)
    return replace(found, start=begin)
