"""A stretch of a text as a ladder sees it: its words, its neighbours, and what the sentence asks of it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property

from archive.deidentification.inflecting import (
    INFLECTED_LANGUAGES,
    Case,
    cases_of,
    has_verb,
    is_noun,
    is_numeral,
    takes_an_object,
)
from archive.deidentification.prepositions import (
    GENERIC_PLACES,
    MOTION,
    PREPOSITIONS,
    SMALL_WORDS,
    VERBS,
    Direction,
    Preposition,
)

_WORD = re.compile(r"[^\W_]+(?:[’'ʼ-][^\W_]+)*", re.UNICODE)
_SENTENCE_END = re.compile(r"[!?…;:\n\r\"«»“”„()\[\]]|(?<!\bг)(?<!\bс)(?<!\bд)(?<!\bм)(?<!\bпос)(?<!\bсмт)(?<!\bпгт)\.")
_REACH = 90
_LIKELIEST = (Case.NOMINATIVE, Case.ACCUSATIVE, Case.GENITIVE, Case.DATIVE, Case.INSTRUMENTAL, Case.LOCATIVE)
_CYRILLIC, _LATIN = re.compile(r"[\u0400-\u04ff]"), re.compile(r"[a-zæøå]")
_UKRAINIAN = re.compile(r"[іїєґ]")
_NORWEGIAN = re.compile(r"[æøå]|[ ,.](?:og|ikke|jeg|han|hun|til|som|med|det|var)[ ,.]")
_LADDER_LANGUAGES = ("en", "nb", "ru", "uk")


class UnknownLanguage(ValueError):
    """No ladder speaks this language."""


@dataclass(frozen=True, slots=True)
class Word:
    """A neighbouring word, as written, with its place in the text."""

    text: str = field(repr=False)
    start: int
    end: int

    @property
    def folded(self) -> str:
        """Return the word as the tables spell it."""
        return self.text.casefold().replace("’", "'").replace("ʼ", "'")


@dataclass(frozen=True, slots=True)
class Setting:
    """What stands before a mention and what it asks: where the wording that changes begins, direction and case."""

    start: int
    direction: Direction
    case: Case
    preposition: str = ""
    near: bool = False


@dataclass(frozen=True)
class Mention:
    """A half-open stretch of a text, in one language."""

    text: str = field(repr=False)
    start: int
    end: int
    language: str

    @cached_property
    def words(self) -> str:
        """Return the stretch itself."""
        return self.text[self.start : self.end]

    @cached_property
    def tokens(self) -> tuple[Word, ...]:
        """Return the words of the stretch."""
        return tuple(Word(m.group(), self.start + m.start(), self.start + m.end()) for m in _WORD.finditer(self.words))

    @cached_property
    def before(self) -> tuple[Word, ...]:
        """Return the words before it in its sentence, nearest first; a comma ends them."""
        return tuple(reversed(self._words_between(self._reach_back(commas=True), self.start)))

    @cached_property
    def sentence_before(self) -> tuple[Word, ...]:
        """Return the words before it in its sentence, nearest first, across commas."""
        return tuple(reversed(self._words_between(self._reach_back(commas=False), self.start)))

    @cached_property
    def after(self) -> tuple[Word, ...]:
        """Return the words after it in its sentence, nearest first; a comma ends them."""
        stretch = self.text[self.end : self.end + _REACH]
        stop = _SENTENCE_END.search(stretch)
        stretch = stretch[: stop.start()] if stop else stretch
        return tuple(self._words_between(self.end, self.end + len(stretch.split(",")[0])))

    @cached_property
    def setting(self) -> Setting:
        """Return the preposition that governs the mention, if any, and the case it stands in."""
        behind = self.before
        start = self.start
        if behind and self._names_a_kind(behind[0]) and self._adjoins(behind[0].end, start):
            start, behind = behind[0].start, behind[1:]
        possible = self._possible_cases(start)
        for length in (4, 3, 2, 1):
            nearest = behind[:length]
            phrase = " ".join(word.folded for word in reversed(nearest))
            if (
                len(nearest) == length
                and phrase in PREPOSITIONS[self.language]
                and self._adjoins(nearest[0].end, start)
            ):
                chosen = self._reading(PREPOSITIONS[self.language][phrase], possible, nearest[-1].start)
                return Setting(nearest[-1].start, chosen.direction, chosen.case, phrase, chosen.near)
        return Setting(start, Direction.NONE, self._own_case(possible))

    @property
    def has_finite_verb(self) -> bool:
        """Tell whether the mention is more than a noun phrase: somebody does or is something in it."""
        if self.language in INFLECTED_LANGUAGES:
            return any(has_verb(token.folded, self.language) for token in self.tokens)
        return any(token.folded in VERBS[self.language] for token in self.tokens)

    @property
    def case_of_a_sum(self) -> Case:
        """Return the case of a number with what it counts: the accusative wherever verb or preposition allow it."""
        possible, setting = self._possible_cases(self.start), self.setting
        oblique = {Case.INSTRUMENTAL, Case.LOCATIVE, Case.DATIVE} & possible
        if setting.direction is Direction.NONE:
            nearest = self.before[:1]
            after_a_verb = bool(nearest) and has_verb(nearest[0].folded, self.language)
            return Case.ACCUSATIVE if after_a_verb and not oblique else Case.NOMINATIVE
        readings = PREPOSITIONS[self.language][setting.preposition]
        if not oblique and any(reading.case is Case.ACCUSATIVE for reading in readings):
            return Case.ACCUSATIVE
        return setting.case

    @property
    def is_attributive(self) -> bool:
        """Tell whether a content word follows at once, as a noun follows an adjective."""
        nearest = self.after[:1]
        return bool(
            nearest
            and self._adjoins(self.end, nearest[0].start)
            and nearest[0].folded not in SMALL_WORDS[self.language]
            and not nearest[0].text[0].isdigit()
        )

    def widened(self, start: int, end: int) -> tuple[int, int]:
        """Return how many letters before and after the mention a wording takes with it."""
        return self.start - start, end - self.end

    def _own_case(self, possible: frozenset[Case]) -> Case:
        """Return the case without a preposition: the object's after a verb that takes one, else the likeliest."""
        nearest = self.before[:1]
        if Case.ACCUSATIVE in possible and nearest and takes_an_object(nearest[0].folded, self.language):
            return Case.ACCUSATIVE
        return next((case for case in _LIKELIEST if case in possible), Case.NOMINATIVE)

    def _reading(self, readings: tuple[Preposition, ...], possible: frozenset[Case], start: int) -> Preposition:
        """Choose the reading the words fit; a verb of motion decides where they leave it open."""
        fitting = [reading for reading in readings if reading.case in possible] or list(readings)
        if len(fitting) > 1 and self._follows_motion(start):
            return next((reading for reading in fitting if reading.direction is Direction.TO), fitting[0])
        return fitting[0]

    def _possible_cases(self, start: int) -> frozenset[Case]:
        """Intersect the cases of all inflecting words from `start` on, as far as they agree."""
        if self.language not in INFLECTED_LANGUAGES:
            return frozenset()
        possible: frozenset[Case] = frozenset()
        for token in (*self._words_between(start, self.start), *self._head()):
            cases = cases_of(token.folded, self.language) if token.text[0].isalpha() else frozenset()
            if cases:
                possible = (possible & cases) or possible or cases
        return possible

    def _head(self) -> tuple[Word, ...]:
        """Return the words up to the first noun, numeral, small word or comma: those that share one case."""
        head: list[Word] = []
        tokens = self.tokens
        if tokens and all(token.text.isdigit() for token in tokens) and not self.text[self.end : self.end + 1].strip():
            tokens = self.after[:1]  # what is counted tells the case of figures
        for token in tokens:
            if not head and self._opens_a_clause(token):
                break
            if head and (token.folded in SMALL_WORDS[self.language] or "," in self.text[head[-1].end : token.start]):
                break
            head.append(token)
            if token.text[0].isalpha() and _ends_a_head(token.folded, self.language):
                break
        return tuple(head)

    def _opens_a_clause(self, token: Word) -> bool:
        """Tell whether a mention begins with a preposition or a verb: then its own case says nothing."""
        return token.folded in SMALL_WORDS[self.language] or has_verb(token.folded, self.language)

    def _names_a_kind(self, word: Word) -> bool:
        """Tell whether a word is a noun for a kind of place; abbreviated ones need their full stop."""
        return word.folded in GENERIC_PLACES[self.language] and (
            len(word.text) > 2 or self.text[word.end : word.end + 1] == "."  # noqa: PLR2004 - "г.", "с.", "д."
        )

    def _follows_motion(self, start: int) -> bool:
        words = self._words_between(max(0, start - 40), start)
        return any(word.folded.startswith(MOTION[self.language]) for word in words[-4:])

    def _adjoins(self, left: int, right: int) -> bool:
        return not self.text[left:right].strip(" \u00a0.\t")

    def _reach_back(self, *, commas: bool) -> int:
        start = max(0, self.start - (_REACH if commas else 2 * _REACH))
        stretch = self.text[start : self.start]
        ends = [stop.end() for stop in _SENTENCE_END.finditer(stretch)]
        if commas:
            ends.append(stretch.rfind(",") + 1)
        return start + max(ends, default=0)

    def _words_between(self, start: int, end: int) -> list[Word]:
        return [Word(m.group(), start + m.start(), start + m.end()) for m in _WORD.finditer(self.text[start:end])]


def language_here(text: str, start: int, end: int, language: str | None) -> str | None:
    """Return the language of a stretch: the one named, unless the letters around are of another script.

    Testimonies mix languages; a Russian sentence in a Norwegian text takes Russian wordings.
    """
    line_start = text.rfind("\n", 0, start) + 1
    line_end = text.find("\n", end)
    around = text[
        max(line_start, start - _REACH) : min(len(text) if line_end < 0 else line_end, end + _REACH)
    ].casefold()
    cyrillic, latin = len(_CYRILLIC.findall(around)), len(_LATIN.findall(around))
    if language in INFLECTED_LANGUAGES and latin > cyrillic and not _CYRILLIC.search(text[start:end]):
        return "nb" if _NORWEGIAN.search(f" {around} ") else "en"
    if language not in INFLECTED_LANGUAGES and cyrillic > latin:
        return "uk" if _UKRAINIAN.search(around) else "ru"
    return language


def _ends_a_head(word: str, language: str) -> bool:
    return is_noun(word, language) or is_numeral(word, language)


def ladder_language(language: str | None) -> str:
    """Return the language whose ladders serve a text: Nynorsk reads the bokmål ones."""
    code = (language or "").casefold().replace("_", "-").split("-")[0]
    code = {"nn": "nb", "no": "nb"}.get(code, code)
    if code not in _LADDER_LANGUAGES:
        raise UnknownLanguage(f"There are no ladders in {code!r}. Suppress or summarise, or add the language.")
    return code
