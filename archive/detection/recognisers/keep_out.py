"""What the speaker asks to keep out: the things named in the request, wherever they stand."""

import re
from collections.abc import Iterator
from itertools import pairwise

from archive.detection.clues import clues_in, places_of
from archive.detection.findings import EntityType, Finding, IdentifierClass
from archive.detection.lexicon import Flag, flags_of
from archive.detection.morphology import analyzer, lemma_of
from archive.detection.phrases import ends_clause, finding
from archive.detection.segments import Document, plain

_DULL = frozenset(
    "write written say said put name names story text that this what who how know knows knew everyone everybody people will would "
    "please thing things time have been with from about only there they them then when were because please don't won't can't must "
    "skriv skrive skriver navn navnet ikke eller heller bare noen alle vet veit vite som det den dere meg seg vil skal kan "
    "пишите писать надо тоже только если чтобы очень больше нельзя меня можно фамилия имя имени фамилию сказать сказал просто "
    "знают знали поймут узнают сразу потом этот одна один такая такой города город "
    "пишіть писати треба тільки також якщо щоби мене можна прізвище ім'я одразу всі знають один одна".split()
)


_REQUEST = frozenset({"keep_out"})
_SENTENCE_END = re.compile(r"[.!?…\n]")
_QUESTION = re.compile(
    r"publish|leave out|left out|keep out|afraid|not (?:to )?write|published|redd for at vi|ikke (?:skrive|stå)|skal bort|utelate|нельзя|публиков|убрать|вырез|не писать|опублік|прибрати|не писати|вилуч",
    re.IGNORECASE,
)
_WITHOUT = re.compile(
    r"(?:agreed|promise\w*|only|but|and),? (?:no|without(?: the)?|not the) (\w{3,})(?:,? (?:and )?no (\w{3,}))?(?:,? (?:and )?no (\w{3,}))?"
    r"|(?:согласен|согласна|только|пусть|и|згоден|згодна|тільки),? без (\w{3,})(?:,? (?:и )?без (\w{3,}))?",
    re.IGNORECASE,
)


def find(document: Document) -> Iterator[Finding]:
    """Yield every mention of what a request names."""
    asked = _asked(document)
    if not asked:
        return
    for index, form in enumerate(document.lower):
        if len(form) > 2 and not flags_of(form) & Flag.COMMON and _root(form, document.languages[index]) in asked:
            yield finding(
                document, (index, index + 1), EntityType.MISC, "unique_detail", IdentifierClass.QUASI, "keep_out",
                "The speaker asks to keep this out, or says it tells who it is.", score=0.5,
            )  # fmt: skip


def _asked(document: Document) -> frozenset[str]:
    clues, lower, gaps = clues_in(document), document.lower, document.gaps
    roots: set[str] = set()
    for index in places_of(document, _REQUEST):
        classes = clues[index]
        if "keep_out" not in classes:
            continue
        first = last = index
        while first > 0 and index - first < 5 and not ends_clause(gaps[first]):
            first -= 1
        while last + 1 < len(lower) and last - index < 14 and not _SENTENCE_END.search(gaps[last + 1]):
            last += 1
        roots |= _contents(document, first, last + 1)
    for (first, end), (next_first, next_end) in pairwise(document.paragraphs):
        question = document.text[document.spans[first][0] : document.spans[next_first][0]]
        if end - first < 25 and "?" in question and _QUESTION.search(question):
            roots |= _contents(document, next_first, min(next_end, next_first + 60))
    for match in (
        _WITHOUT.finditer(document.text) if document.mentions(" no ", " without ", " not the ", " без ") else ()
    ):
        roots |= {
            _root(plain(word), document.languages[0])
            for word in match.groups()
            if word and not flags_of(plain(word)) & Flag.COMMON
        }
    return frozenset(roots)


def _contents(document: Document, first: int, end: int) -> set[str]:
    lower, languages = document.lower, document.languages
    return {_root(lower[k], languages[k]) for k in range(first, end) if _is_content(document, k)}


def _is_content(document: Document, index: int) -> bool:
    form, language = document.lower[index], document.languages[index]
    if (
        len(form) < 3
        or form in _DULL
        or flags_of(form) & Flag.COMMON
        or form.isdigit()
        or clues_in(document)[index] & {"keep_out", "kin", "number"}
    ):
        return False
    if language in {"ru", "uk"}:
        parses = analyzer(language).parse(form)
        return (
            bool(parses)
            and ("NOUN" in parses[0].tag or ("ADJF" in parses[0].tag and len(form) > 5))
            and "Name" not in str(parses[0].tag)
        )
    return not flags_of(form) & Flag.FIRST_NAME or document.words[index][0].islower()


def _root(form: str, language: str) -> str:
    if language in {"ru", "uk"}:
        lemma = lemma_of(form, language)
        return lemma[:4] if len(lemma) <= 6 else lemma[:6]
    for ending in ("ene", "ane", "en", "et", "a", "er", "ar") if language in {"nb", "nn"} else ("'s", "es", "s"):
        if form.endswith(ending) and len(form) - len(ending) > 2:
            return form[: -len(ending)]
    return form
