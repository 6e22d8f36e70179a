"""Excerpts: the passage that answers a query, with the words that were looked for marked.

The index holds stems and no text, so marks are made here: the forms that a stem stands for are in the release, and a
word of a passage is marked if its folded form is one of them. Text is cut into runs and escaped by the template, so
that a mark can never be part of a text.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from archive.catalogue.cards import PartCard, Run
from archive.catalogue.models import AccessCopyText, WordForm
from archive.catalogue.records import PartKind
from archive.catalogue.words import forms_in, query_stems

_WORD = re.compile(r"[^\W_]+(?:['’ʼ][а-яїієґА-ЯЇІЄҐ]+)*")


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A passage chosen to be shown, or the abstract where number is 0."""

    language: str
    number: int
    parts: tuple[PartCard, ...]
    themes: tuple[str, ...]


def forms_looked_for(query: str, *, using: str) -> frozenset[str]:
    """Return every form in the release that the words of a query stand for."""
    stems = query_stems(query)
    if not stems:
        return frozenset()
    return frozenset(WordForm.objects.using(using).filter(stem__in=stems).values_list("form", flat=True))


def marked_runs(text: str, forms: frozenset[str]) -> tuple[Run, ...]:
    """Cut a text into runs, marking the words whose folded form was looked for."""
    runs, last = [], 0
    for found in _WORD.finditer(text) if forms else ():
        if any(form in forms for form in forms_in(found.group())):
            if found.start() > last:
                runs.append(Run(text[last : found.start()]))
            runs.append(Run(found.group(), marked=True))
            last = found.end()
    if last < len(text) or not runs:
        runs.append(Run(text[last:]))
    return tuple(runs)


def best_excerpt(texts: Sequence[AccessCopyText], *, forms: frozenset[str], themes: frozenset[str]) -> Excerpt:
    """Return the passage with most of the words looked for, or the abstract if only it has any; else one of a theme.

    `texts` come in the order of the reader's languages.
    """
    chosen = _with_words(texts, forms)
    summary = next((text for text in texts if forms.intersection(forms_in(text.abstract))), None)
    if chosen is None and summary is None:
        chosen = _with_theme(texts, themes)
    if chosen is not None:
        text, (number, parts, codes) = chosen
        return Excerpt(text.language, number, _part_cards(parts, forms), tuple(codes))
    text = summary or texts[0]
    return Excerpt(text.language, 0, (PartCard(PartKind.PLAIN, marked_runs(text.abstract, forms)),), ())


def _part_cards(parts: Sequence[Sequence[str]], forms: frozenset[str]) -> tuple[PartCard, ...]:
    return tuple(PartCard(PartKind(kind), marked_runs(words, forms)) for kind, words in parts)


def _with_words(texts: Sequence[AccessCopyText], forms: frozenset[str]) -> tuple[AccessCopyText, Any] | None:
    for look in (_perhaps, _always) if forms else ():
        for text in texts:
            best, most = None, 0
            for passage in text.passages:
                words = "".join(part for _, part in passage[1])
                if look(words, forms) and (count := len(forms.intersection(forms_in(words)))) > most:
                    best, most = passage, count
            if best is not None:
                return text, best
    return None


def _perhaps(words: str, forms: frozenset[str]) -> bool:
    """Say whether a form stands in lower case somewhere: nearly always so, and far cheaper than folding every word."""
    lowered = words.lower()
    return any(form in lowered for form in forms)


def _always(words: str, forms: frozenset[str]) -> bool:
    return True


def _with_theme(texts: Sequence[AccessCopyText], themes: frozenset[str]) -> tuple[AccessCopyText, Any] | None:
    for text in texts:
        for passage in text.passages:
            if themes.intersection(passage[2]):
                return text, passage
    return None
