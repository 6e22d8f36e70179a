"""Whether a text is found by a search for names, and whether an index of its words leads to it."""

from functools import cache

from archive.deidentification.asking import words_asked
from archive.deidentification.leaks import find_leaks
from archive.language.matching import NamedPerson, NameMatcher
from archive.language.reaching import reach_of, traces_of, traces_of_initials
from archive.language.separated import split_name


def is_reached(text: str, names: tuple[str, ...]) -> bool:
    """Tell whether an index of this text's words would lead to it."""
    matcher, reach, asked = matcher_of(names), reach_of(names), words_asked([text])
    kept = {word: traces_of(word) for word in asked.words}

    def under(wanted: frozenset[str]) -> list[str]:
        return [word for word, traces in kept.items() if traces & wanted]

    return (
        any(matcher.candidates(word) for word in under(reach.traces))
        or any(split_name(one, two, matcher) for one, two in reach.pairs(under(reach.heads), under(reach.tails)))
        or any(traces_of_initials(one, two) & reach.initials for one, two in asked.initials)
    )


def is_found(text: str, names: tuple[str, ...]) -> bool:
    return bool(find_leaks(text, matcher=matcher_of(names)))


@cache
def matcher_of(names: tuple[str, ...]) -> NameMatcher:
    return NameMatcher([NamedPerson("p", names)])
