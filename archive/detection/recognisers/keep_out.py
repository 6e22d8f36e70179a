"""What the speaker asks to keep out: the things named in the request, wherever they stand."""

import re
from collections.abc import Iterator
from itertools import pairwise

from archive.detection.clues import clues_in, places_of
from archive.detection.findings import EntityType, Finding, IdentifierClass
from archive.detection.lexicon import Flag, flags_of
from archive.detection.morphology import lemma_of, parsed
from archive.detection.phrases import clause_around, ends_clause, finding
from archive.detection.segments import Document, plain
from archive.language.codes import NORWEGIAN
from archive.language.remembering import remembered

# What every request says, whatever it is about: writing, printing, consenting, telephones, who would know.
_DULL = frozenset(
    "write written writing say said put name names nickname story text that this what who how know knows knew everyone everybody people will would please thing things "
    "time have been with from about only there they them then when were because don't won't can't must publish published print printed leave mention use consent agree agreed "
    "archive interview message letter letters address phone number lawyer server internet somewhere entirely separately finding kept keep opens open pass passed talked liked "
    "relevant called call village shop wear recognise recognize changed pseudonym "
    "skriv skrive skriver skreiv skrev navn navnet namn namnet kallenavn kallenamn ikke ikkje eller heller bare berre noen nokon alle vet veit vite som det den dere meg seg vil skal kan "
    "publisere publiser trykke samtykke samtykker arkiv arkivet intervju telefon telefonen nummer brev brevet adresse adressen advokat advokaten melding hvilket kall kalle bruk bruke dit "
    "kjørte kjører relevant nevne nemne kjenner igjen endre endra endret bygda landsbyen butikken "
    "пишите писать написать надо тоже только если чтобы очень больше нельзя меня можно фамилия имя сказать сказал просто знают знали поймут узнают сразу потом этот одна один такая такой город "
    "согласие согласный согласен адвокат телефон номер письмо адрес архив интервью магазин школа сообщение публикация печатать человек люди "
    "пишіть писати написати треба тільки також якщо щоби мене можна прізвище ім'я одразу всі знають один одна згода згоден адвокат телефон номер лист адреса архів інтерв'ю школа людина".split()
)


_REQUEST = frozenset({"keep_out"})
_SENTENCE_END = re.compile(r"[.!?…\n]")
_QUESTION = re.compile(
    r"publish|leave out|left out|keep out|afraid|not (?:to )?write|published|redd for at vi|ikke (?:skrive|stå)|skal bort|utelate|нельзя|публиков|убрать|вырез|не писать|скрыть|умолчать|публік|замовч|teie om|tie om|sladd|kept secret|прибрати|не писати|вилуч",
    re.IGNORECASE,
)
_THING = r"(?:the |my |our |this |that |a |den |det |mi |min |мою |мой |моего |мого )?([^\W\d_]{3,})"
_STOPS = r"(?= ?[.,;!?)(\n]|$)"
_WITHOUT = re.compile(
    rf"(?:agreed|promise\w*|only|but|and|just|:),? (?:no|not|without) {_THING}(?:,? (?:and )?(?:no|not|without) {_THING})?(?:,? (?:and )?(?:no|not|without) {_THING})?{_STOPS}"
    rf"|(?:don't|do not|never|please don't) (?:use|mention|print|publish|put in|name) (?:anything about )?{_THING}"
    rf"|(?:men|og|bare|berre|:) (?:ikke|ikkje|uten|utan) {_THING}(?:,? (?:og )?(?:ikke|ikkje|uten|utan) {_THING})?(?:,? (?:og )?(?:ikke|ikkje|uten|utan) {_THING})?{_STOPS}"
    rf"|(?:ikke|ikkje) (?:bruk|nevn|nemn|trykk|skriv om|ta med) {_THING}"
    rf"|(?:^|[.!?…:«] ?|(?:согласен|согласна|только|пусть|и|то|но|згоден|згодна|тільки|але|та|й),? )без {_THING}(?:,? (?:и |і |й |та )?без {_THING})?(?:,? (?:и |і |й |та )?без {_THING})?{_STOPS}"
    rf"|(?<!\w)не {_THING}, не {_THING}(?:, не {_THING})?(?:, не {_THING})?{_STOPS}"
    rf"|(?:не используйте|не упоминайте|не использовать|не використовуйте|не згадуйте|не чіпайте|не трогайте) {_THING}",
    re.IGNORECASE | re.MULTILINE,
)
_WITHOUT_NEEDLES = (
    "agreed", "promise",
    *(f"{word}{comma} {no} " for word in ("only", "but", "and", "just", ":") for comma in ("", ",") for no in ("no", "not", "without")),
    *(f"{no} {verb} " for no in ("don't", "do not", "never") for verb in ("use", "mention", "print", "publish", "put in", "name")),
    *(f"{word} {no} " for word in ("men", "og", "bare", "berre", ":") for no in ("ikke", "ikkje", "uten", "utan")),
    *(f"{no} {verb} " for no in ("ikke", "ikkje") for verb in ("bruk", "nevn", "nemn", "trykk", "skriv om", "ta med")),
    "без ", ", не ", "не исп", "не упом", "не вик", "не згад", "не чіп", "не тро",
)  # fmt: skip
_ONLY = ("eneste", "единственн", "єдин")
_ONESELF = frozenset("jeg eg meg vi oss я меня мы нас мене ми такой такая такий така".split())
# What goes on with a request in the next sentence: "No lamp, no goat.", "Ikke hytta.", "Ни лебедей, ни телёнка."
_MORE = re.compile(
    rf"(?:^|[.!?…] )(?:No|Not|Nor|Ikke|Ikkje|Heller ikke|Ни|И не|Ні|Ані|І не) {_THING}"
    rf"(?:,? (?:and |og |и |і |й )?(?:no|not|nor|ikke|ikkje|ни|ні|ані) {_THING})?(?: please| pls|, takk)?{_STOPS}"
    rf"|(?:прошу|пожалуйста|просьба|будь ласка)[:,]? (?:ни|ні|ані) {_THING},? (?:ни|ні|ані) {_THING}",
    re.IGNORECASE | re.MULTILINE,
)
_MORE_NEEDLES = (
    "no ", "not ", "nor ", "ikke ", "ikkje ", "ни ", "не ", "ні ", "ані ",
)  # fmt: skip
_POLITE = ("прошу", "пожалуйста", "просьба", "будь ласка")
_CLOSE = 160  # letters from a request in which it goes on
_LEAST_STEM = 4
_SOFT = "аеёиоуыэюяьіїєй"


def find(document: Document) -> Iterator[Finding]:
    """Yield every mention of what a request names."""
    asked = _asked(document)
    if not asked:
        return
    stems = tuple(root for root in asked if len(root) >= _LEAST_STEM)
    told = list(zip(document.lower, document.languages, strict=True))
    named = {(form, language) for form, language in set(told) if _is_named(form, language, asked, stems)}
    for index, one in enumerate(told):
        if one in named:
            yield finding(
                document, (index, index + 1), EntityType.MISC, "unique_detail", IdentifierClass.QUASI, "keep_out",
                "The speaker asks to keep this out, or says it tells who it is.", score=0.5,
            )  # fmt: skip


def _asked(document: Document) -> frozenset[str]:
    clues, lower, gaps = clues_in(document), document.lower, document.gaps
    roots: set[str] = set()
    for index in places_of(document, _REQUEST):
        classes = clues[index]
        if "keep_out" not in classes or (lower[index].startswith(_ONLY) and not _is_of_oneself(document, index)):
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
    for match in document.near(_WITHOUT, *_WITHOUT_NEEDLES, margin=100):
        roots |= {
            _root(plain(word), document.languages[document.tokens_of(*match.span(place))[0]])
            for place, word in enumerate(match.groups(), 1)
            if word and _is_content(document, document.tokens_of(*match.span(place))[0])
        }
    return frozenset(roots | _more(document))


def _more(document: Document) -> set[str]:
    """Return what is named where a request goes on, close behind it."""
    asked = [document.spans[index][1] for index in places_of(document, _REQUEST)]
    if not asked and not document.mentions(*_POLITE):
        return set()
    return {
        _root(plain(word), document.languages[document.tokens_of(*match.span(place))[0]])
        for match in document.near(_MORE, *_MORE_NEEDLES, margin=80)
        if any(match.start() - _CLOSE <= end <= match.end() for end in asked)
        or match.group().lower().startswith(_POLITE)
        for place, word in enumerate(match.groups(), 1)
        if word and _is_content(document, document.tokens_of(*match.span(place))[0])
    }


def _is_of_oneself(document: Document, index: int) -> bool:
    """Tell "I am the only one there with bees" from "the only way out"."""
    first, end = clause_around(document, index, longest=8)
    return any(form in _ONESELF for form in document.lower[first:end])


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
        or "'" in form
        or clues_in(document)[index] & {"keep_out", "kin", "number"}
    ):
        return False
    if language in {"ru", "uk"}:
        lemma, tag = parsed(form, language)
        return lemma not in _DULL and ("NOUN" in tag or ("ADJF" in tag and len(form) > 5)) and "Name" not in tag
    return not flags_of(form) & Flag.FIRST_NAME or document.words[index][0].islower()


@remembered(maxsize=50_000)
def _root(form: str, language: str) -> str:
    """Return what the forms of a word begin with."""
    if language in {"ru", "uk"}:
        return lemma_of(form, language).rstrip(_SOFT)
    for ending in ("ene", "ane", "en", "et", "a", "er", "ar") if language in NORWEGIAN else ("'s", "es", "s"):
        if form.endswith(ending) and len(form) - len(ending) > 2:
            return form[: -len(ending)]
    return form


def _is_named(form: str, language: str, roots: frozenset[str], stems: tuple[str, ...]) -> bool:
    """Tell whether a form is one of a word that was named."""
    if len(form) <= 2 or flags_of(form) & Flag.COMMON:
        return False
    root = _root(form, language)
    return root in roots or root.startswith(stems)
