"""A coarse noun put where a finer one stood: article, definiteness, number and case follow the sentence.

A wording in the data: en "transport worker" ("~injury" takes no article, "the unit" has its own);
nb "en arbeider, arbeideren, arbeidere" (indefinite, definite, plural); ru and uk decline up to a bar.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from archive.deidentification.gazetteer import DATA
from archive.deidentification.inflecting import INFLECTED_LANGUAGES, decline, is_plural
from archive.deidentification.rungs import Rung, opens_a_sentence, rung
from archive.deidentification.sound import article

if TYPE_CHECKING:
    from collections.abc import Iterable

    from archive.deidentification.mentions import Mention

_OWN = {
    "en": frozenset(["the", "my", "his", "her", "our", "their", "your", "this", "that", "some", "no", "any", "one"]),
    "nb": frozenset(
        ["min", "mi", "mitt", "mine", "hans", "hennes", "sin", "si", "sitt", "vår", "vårt", "deres", "denne", "dette"]
    ),
}
_INDEFINITE = {"en": frozenset(["a", "an"]), "nb": frozenset(["en", "ei", "et", "ein", "eit"])}
_DEFINITE = {"en": frozenset(["the"]), "nb": frozenset(["den", "det", "de"])}
_NB_DEFINITE = re.compile(r"(?:en|et|a|ene)$")
_EN_PLURAL = re.compile(r"(?:[^su]|[aeiou]r|ie)s$")
_ANYTHING = "any"
_NB_ONE, _NB_ALL = 2, 3


@dataclass(frozen=True, slots=True)
class Entry:
    """One row of a vocabulary: what it recognises, its wordings by level and language, and what it is a kind of."""

    key: str
    patterns: dict[str, re.Pattern[str]]
    levels: dict[str, dict[str, str]]
    group: str = ""

    def place_in(self, words: str, language: str) -> int | None:
        """Return where in the words this kind is named, in the language of the text."""
        pattern = self.patterns.get(language)
        found = pattern.search(words) if pattern else None
        return found.start() if found else None


@lru_cache(maxsize=32)
def vocabulary(name: str) -> tuple[Entry, ...]:
    """Return a vocabulary's rows, in the order that decides between two that recognise the same word."""
    data: dict[str, Any] = tomllib.loads((DATA / f"{name}.toml").read_text(encoding="utf-8"))
    shared: dict[str, dict[str, dict[str, str]]] = data.pop("shared", {})
    return tuple(
        Entry(
            key,
            {language: _pattern(words) for language, words in row.get("words", {}).items()},
            {**shared.get(row.get("shared", ""), {}), **{level: row[level] for level in row if level.startswith("L")}},
            row.get("shared", ""),
        )
        for key, row in data.items()
    )


def entry_of(mention: Mention, name: str, *, rows_decide: bool = False) -> Entry | None:
    """Return the row that recognises the mention earliest: its head noun stands first.

    With `rows_decide` the order of the rows decides instead. A row "any" catches the rest.
    """
    words = _plain(mention.words)
    found = [
        (0 if rows_decide else place, order, entry)
        for order, entry in enumerate(vocabulary(name))
        if (place := entry.place_in(words, mention.language)) is not None
    ]
    named = [row for row in found if row[2].key != _ANYTHING]
    return min(named or found, key=lambda row: row[:2], default=(0, 0, None))[2]


def noun_rungs(
    mention: Mention, levels: dict[str, dict[str, str]], *, article_if_bare: bool = False, plural: bool | None = None
) -> tuple[Rung, ...]:
    """Return one rung a level, each put into the sentence as a noun."""
    found = []
    for level, wordings in sorted(levels.items()):
        wording = wordings.get(mention.language, "")
        if wording:
            words, start = stand_as_noun(mention, wording, article_if_bare=article_if_bare, plural=plural)
            found.append(rung(mention, level, words, start, mention.end))
    return tuple(found)


def stand_as_noun(
    mention: Mention, wording: str, *, article_if_bare: bool = False, plural: bool | None = None
) -> tuple[str, int]:
    """Put a noun into the sentence; returned with the place where what it replaces begins."""
    many = names_several(mention) if plural is None else plural
    if mention.language in INFLECTED_LANGUAGES:
        return decline(wording, mention.setting.case, mention.language, plural=many), mention.start
    if mention.language == "en":
        return _english(mention, wording, article_if_bare=article_if_bare, many=many)
    return _norwegian(mention, wording, article_if_bare=article_if_bare, many=many)


def widened_to(mention: Mention, pattern: re.Pattern[str]) -> Mention:
    """Return the mention with the words before it that a pattern (ending in `$`) says belong to it."""
    found = pattern.search(mention.text[: mention.start])
    return type(mention)(mention.text, found.start(), mention.end, mention.language) if found else mention


def as_seen_from(mention: Mention, rungs: Iterable[Rung], wider: Mention) -> tuple[Rung, ...]:
    """Return rungs of a widened mention as rungs of the mention itself."""
    more = mention.start - wider.start
    return tuple(Rung(each.level, each.text, each.before + more, each.after) for each in rungs)


def _pattern(words: str) -> re.Pattern[str]:
    """Compile a row's words: each begins a word, unless a "*" before it says anywhere."""
    anywhere = re.findall(r"(?:^|\|)\*([^|]+)", words)
    beginnings = re.sub(r"(?:^|\|)\*[^|]+", "", words).strip("|")
    alternatives = [rf"(?<!\w)(?:{beginnings})"] if beginnings else []
    return re.compile("|".join([*alternatives, *anywhere]))


def _plain(words: str) -> str:
    return words.casefold().replace("’", "'").replace("ʼ", "'")


def names_several(mention: Mention) -> bool:
    """Tell whether a mention stands in the plural."""
    if not mention.tokens:
        return False
    head = mention.tokens[0] if mention.language in INFLECTED_LANGUAGES else mention.tokens[-1]
    if mention.language in INFLECTED_LANGUAGES:
        return head.text[0].isalpha() and is_plural(head.folded, mention.language)
    if mention.language == "en":
        return bool(_EN_PLURAL.search(head.folded)) and len(mention.tokens) == 1
    return head.folded.endswith(("ere", "erne")) and len(mention.tokens) == 1


def _determiner(mention: Mention) -> tuple[str, int]:
    """Return which determiner stands before the noun ("a", "the", "own" or "") and where the noun phrase begins."""
    language = mention.language
    inside = mention.tokens[0].folded if mention.tokens else ""
    nearest = mention.before[:1]
    outside = nearest[0].folded if nearest and not mention.text[nearest[0].end : mention.start].strip() else ""
    if inside in _INDEFINITE[language]:
        return "a", mention.start
    if inside in _DEFINITE[language]:
        return "the", mention.start
    if outside in _INDEFINITE[language]:
        return "a", nearest[0].start
    if outside in _DEFINITE[language]:
        return "the", nearest[0].start
    if outside in _OWN[language] or outside.endswith("'s") or outside.isdigit():
        return "own", mention.start
    return "", mention.start


def _english(mention: Mention, wording: str, *, article_if_bare: bool, many: bool) -> tuple[str, int]:
    determiner, start = _determiner(mention)
    countable = not wording.startswith("~")
    noun = wording.removeprefix("~")
    if noun.startswith("the "):
        return (noun.removeprefix("the "), mention.start) if determiner == "own" else (noun, start)
    if many:
        noun = _plural(noun)
    if determiner == "a" or (not determiner and article_if_bare and not many):
        return (f"{article(noun)} {noun}" if countable and not many else noun), start
    if determiner == "the":
        return f"the {noun}", start
    return noun, mention.start


def _plural(noun: str) -> str:
    head, *rest = re.split(r"(?= (?:in|to|of|with|from) )", noun, maxsplit=1)
    tail = rest[0] if rest else ""
    if head.endswith("man"):
        return head.removesuffix("man") + "men" + tail
    if re.search(r"[^aeiou]y$", head):
        return head[:-1] + "ies" + tail
    return head + ("es" if head.endswith(("s", "x", "ch", "sh")) else "s") + tail


def _norwegian(mention: Mention, wording: str, *, article_if_bare: bool, many: bool) -> tuple[str, int]:
    forms = [form.strip() for form in wording.split(",")]
    indefinite, definite = forms[0], forms[1] if len(forms) >= _NB_ONE else forms[0]
    bare = re.sub(r"^(?:en|ei|et) ", "", indefinite)
    determiner, start = _determiner(mention)
    if many and len(forms) >= _NB_ALL:
        return forms[2], mention.start
    if determiner == "a":
        return indefinite, start
    if determiner == "the":
        return definite, start
    if determiner == "own":
        return bare, mention.start
    if (
        mention.tokens
        and len(mention.tokens) == 1
        and _NB_DEFINITE.search(mention.tokens[0].folded)
        and _may_be_definite(mention)
    ):
        return definite, mention.start
    return (indefinite if article_if_bare else bare), mention.start


def _may_be_definite(mention: Mention) -> bool:
    """Tell whether a Norwegian word has the length of a noun with its article behind it, and no capital of its own."""
    word = mention.tokens[-1].text
    has_own_capital = word[0].isupper() and not opens_a_sentence(mention.text, mention.start)
    return len(word) > 5 and not has_own_capital  # noqa: PLR2004 - shorter words end so by themselves
