"""What can be taken out of a regular expression: an alternative, a letter of a class, a look-around."""

import re
from collections.abc import Iterator

_OPENING = re.compile(r"\((?:\?(?:[:=!>]|<[=!]|P<\w+>))?")
_LOOKING = re.compile(r"\(\?(?:[=!]|<[=!])")
_CLASS = re.compile(r"\[\^?\]?(?:\\.|[^\]\\])*\]")
_MEMBER = re.compile(r"(?:\\.|[^\\])-(?:\\.|[^\\])|\\.|[^\\]", re.DOTALL)
_MOST_MEMBERS = 12


def lesser_patterns(pattern: str) -> Iterator[tuple[str, str]]:
    """Yield what was taken out, and the pattern without it, wherever that still is a pattern."""
    for what, lesser in (*_without_parts(pattern), *_without_members(pattern)):
        try:
            re.compile(lesser)
        except re.error:
            continue
        yield what, lesser


def _without_parts(pattern: str) -> Iterator[tuple[str, str]]:
    for start, end, begins in _groups(pattern):
        ends = [begin - 1 for begin in begins[1:]] + [end]
        for begin, stop in zip(begins, ends, strict=True) if len(begins) > 1 else ():
            rest = pattern[:begin] + pattern[stop + 1 :] if stop < end else pattern[: begin - 1] + pattern[stop:]
            yield f"without |{pattern[begin:stop][:30]}", rest
        if start >= 0 and _LOOKING.match(pattern, start):
            yield f"without {pattern[start : end + 1][:30]}", pattern[:start] + pattern[end + 1 :]


def _without_members(pattern: str) -> Iterator[tuple[str, str]]:
    for found in _CLASS.finditer(pattern):
        if found.start() and pattern[found.start() - 1] == "\\":
            continue
        begin = found.start() + (2 if found[0].startswith("[^") else 1)
        members = list(_MEMBER.finditer(pattern, begin, found.end() - 1))
        for member in members if 1 < len(members) <= _MOST_MEMBERS else ():
            yield f"without {member[0]} of {found[0]}", pattern[: member.start()] + pattern[member.end() :]


def _groups(pattern: str) -> Iterator[tuple[int, int, list[int]]]:
    """Yield each group as where it opens (-1: the whole), where it closes, and where its alternatives begin."""
    opened: list[tuple[int, list[int]]] = [(-1, [0])]
    at = 0
    while at < len(pattern):
        match pattern[at]:
            case "\\":
                at += 1
            case "[" if found := _CLASS.match(pattern, at):
                at = found.end() - 1
            case "(" if found := _OPENING.match(pattern, at):
                opened.append((at, [found.end()]))
                at = found.end() - 1
            case ")" if len(opened) > 1:
                start, begins = opened.pop()
                yield start, at, begins
            case "|":
                opened[-1][1].append(at + 1)
        at += 1
    yield -1, len(pattern), opened[0][1]
