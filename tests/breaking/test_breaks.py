"""Every kind of rule is broken by the one who breaks rules; what that prints stands for all that no test sees."""

import ast
from pathlib import Path

import pytest

from tests.breaking.__main__ import tests_of
from tests.breaking.afresh import try_afresh
from tests.breaking.breaks import breaks_of
from tests.breaking.forks import NothingToTry
from tests.breaking.patterns import lesser_patterns

KINDS = [
    ("def f(a):\n    if a: return 1\n    return 2", {"never: a", "always: a"}),
    ("x = [a for a in b if a]", {"unfiltered: a"}),
    ("x = a and b", {"not asked: a", "not asked: b"}),
    ("def f(a):\n    a.clear()", {"left out: a.clear()"}),
    ("def f(a):\n    yield a", {"left out: yield a"}),
    ("def f():\n    return True", {"turned round: return True"}),
    ("x = a < b", {"a < b: LtE"}),
    ("MOST = 4", {"MOST = 4: 3", "MOST = 4: 5"}),
    (
        "x = {'a': 'b|c', 'd': 'e'}",
        {"no row: 'a': 'b|c'", "no reading: 'a': b of b|c", "no reading: 'a': c of b|c", "no row: 'd': 'e'"},
    ),
    ("x = ('a', 'b')", {"no 'a' in ('a', 'b')", "no 'b' in ('a', 'b')"}),
    ("x = ('a', 1)", set()),
    ("x = frozenset('ab')", {"no 'a' in frozenset('ab')", "no 'b' in frozenset('ab')"}),
    ("x = str.maketrans('a', 'b')", {"no 'a' in str.maketrans('a', 'b')"}),
    ("x = 'a b'.split()", {"no word a in 'a b'.split()", "no word b in 'a b'.split()"}),
    ("x = re.compile('a|b')", {"pattern without |a in 'a|b'", "pattern without |b in 'a|b'"}),
    ("x = a.replace('b', 'c')", {"not replaced: 'b', 'c'"}),
]
PATTERNS = [
    ("a|b", {("|a", "b"), ("|b", "a")}),
    ("(?:a|b)c", {("|a", "(?:b)c"), ("|b", "(?:a)c")}),
    ("(?<!a)b(?=c)", {("(?<!a)", "b(?=c)"), ("(?=c)", "(?<!a)b")}),
    ("[ab-]", {("a of [ab-]", "[b-]"), ("b of [ab-]", "[a-]"), ("- of [ab-]", "[ab]")}),
    ("[a-z]", set()),
    (r"\[a|b\]", {(r"|\[a", r"b\]"), (r"|b\]", r"\[a")}),
]


@pytest.mark.parametrize(("source", "what"), KINDS, ids=[source for source, _ in KINDS])
def test_a_rule_of_this_kind_is_broken_in_every_way(source: str, what: set[str]) -> None:
    breaks = list(breaks_of(source))

    assert {broken.what for broken in breaks} == what
    assert all(ast.unparse(broken.tree) != ast.unparse(ast.parse(source)) for broken in breaks)


@pytest.mark.parametrize(("pattern", "lesser"), PATTERNS, ids=[pattern for pattern, _ in PATTERNS])
def test_a_pattern_loses_each_of_its_parts(pattern: str, lesser: set[tuple[str, str]]) -> None:
    assert set(lesser_patterns(pattern)) == {(f"without {part}", rest) for part, rest in lesser}


def test_a_module_is_tried_by_its_own_tests() -> None:
    assert tests_of(Path("archive/language/keys.py")) == ["tests/language/test_keys.py"]


def test_nothing_is_learnt_from_a_module_that_is_imported_already() -> None:
    with pytest.raises(NothingToTry, match="Already imported"):
        next(try_afresh(Path("archive/language/keys.py"), [], [], at_once=1, limit=1))
