"""The same string is the same decision: what was found once is found wherever it stands."""

from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator

from archive.detection.findings import EntityType, Finding, IdentifierClass
from archive.detection.lexicon import Flag, flags_of
from archive.detection.morphology import lemma_of
from archive.detection.ordinary import is_ordinary
from archive.detection.segments import Document, is_cyrillic
from archive.detection.widening import widened

_NAMED = frozenset({EntityType.PERSON, EntityType.LOC, EntityType.ORG})
_SURE = 0.45


def with_repeats(document: Document, standing: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """Return the findings and their repeats, sorted and still without overlap."""
    covered = bytearray(len(document.text))
    for found in standing:
        covered[found.start : found.end] = b"\1" * (found.end - found.start)
    repeats = list(_repeats(document, standing, covered))
    whole = [widened(found, document, covered) for found in (*standing, *repeats)]
    return tuple(sorted(whole, key=lambda found: found.start))


def _repeats(document: Document, standing: Iterable[Finding], covered: bytearray) -> Iterator[Finding]:
    known = _names_in(document, standing)
    for index in _perhaps(document, known):
        start, end = document.spans[index]
        if covered[start] or covered[end - 1]:
            continue
        model = known.get(_key(document, index))
        if model is None or any(covered[start:end]) or not _may_repeat(document, index, model):
            continue
        covered[start:end] = b"\1" * (end - start)
        yield model._replace(start=start, end=end, recogniser="repeats", reason="It repeats what was found elsewhere in this text.",
            losers=(), score=min(model.score, 0.6),
        )  # fmt: skip


def _perhaps(document: Document, known: Collection[str]) -> Iterable[int]:
    """Return the tokens whose key may be known: in Latin letters a form has one key, whoever speaks of it."""
    if not known:
        return ()
    if document.has_cyrillic:
        return range(len(document.words))
    named = {form for form in document.forms if form.removesuffix("'s") in known}
    return [index for index, form in enumerate(document.lower) if form in named]


def _names_in(document: Document, standing: Iterable[Finding]) -> dict[str, Finding]:
    known: dict[str, Finding] = {}
    for found in standing:
        if found.entity_type not in _NAMED or found.identifier_class is IdentifierClass.PUBLIC or found.score < _SURE:
            continue
        index = bisect_left(document.starts, found.start)
        while index < len(document.spans) and document.spans[index][1] <= found.end:
            if _is_worth(document, index, found):
                known.setdefault(_key(document, index), found)
            index += 1
    return known


def _key(document: Document, index: int) -> str:
    """Return what the cases of one name share: the dictionary form of a capitalised Cyrillic word, the word without its 's."""
    form = document.lower[index]
    if document.words[index][0].isupper() and is_cyrillic(form):
        return lemma_of(form, document.languages[index])
    return form.removesuffix("'s")


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
        return not document.initial[index] or not flags_of(form) & Flag.COMMON or not is_ordinary(form, language)
    return model.entity_type is EntityType.PERSON and len(form) > 3 and not is_ordinary(form, language)
