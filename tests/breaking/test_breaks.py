"""Every kind of rule is broken by the one who breaks rules; what that prints stands for all that no test sees."""

import ast
import os
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

from tests.breaking.__main__ import Count, known_as_harmless, tests_of
from tests.breaking.afresh import try_afresh
from tests.breaking.breaks import breaks_of
from tests.breaking.forks import Attempt, NothingToTry, Outcome, Trial, run_forked
from tests.breaking.in_place import executed, put_into
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


def test_two_rules_of_the_same_words_are_two() -> None:
    breaks = list(breaks_of("def f(a):\n    if a: return 1\n    return 2 if a else 3"))

    assert {broken.what: broken.line for broken in breaks} == {
        "never: a": 2, "always: a": 2, "never: a (2)": 3, "always: a (2)": 3
    }  # fmt: skip


@pytest.mark.parametrize("module", known_as_harmless())
def test_what_is_known_to_change_nothing_is_a_break_of_today(module: str) -> None:
    breaks = {broken.what for broken in breaks_of(Path(module).read_text("utf-8"))}

    assert known_as_harmless()[module].keys() <= breaks


@pytest.mark.parametrize(("pattern", "lesser"), PATTERNS, ids=[pattern for pattern, _ in PATTERNS])
def test_a_pattern_loses_each_of_its_parts(pattern: str, lesser: set[tuple[str, str]]) -> None:
    assert set(lesser_patterns(pattern)) == {(f"without {part}", rest) for part, rest in lesser}


def test_a_module_is_tried_by_its_own_tests() -> None:
    assert tests_of(Path("archive/language/keys.py")) == ["tests/language/test_keys.py"]


def raising() -> bool:
    raise LookupError


def hanging() -> bool:
    time.sleep(600)
    return True


def dying() -> bool:
    os.kill(os.getpid(), signal.SIGKILL)
    return True


@pytest.mark.parametrize(
    ("is_noticed", "outcome"),
    [
        (lambda: True, Outcome.NOTICED),
        (lambda: False, Outcome.UNSEEN),
        (raising, Outcome.NOT_TRIED),
        (dying, Outcome.NOT_TRIED),
        (lambda: sys.exit(0), Outcome.NOT_TRIED),
        (lambda: os._exit(0), Outcome.NOT_TRIED),
        (lambda: os._exit(1), Outcome.NOT_TRIED),
    ],
    ids=["noticed", "unseen", "raises", "dies", "leaves", "ends well", "ends ill"],
)
def test_only_what_a_test_says_counts_as_noticed(is_noticed: Callable[[], bool], outcome: Outcome) -> None:
    attempt = Attempt(Path("a.py"), next(breaks_of("x = a and b")), is_noticed)

    assert [trial.outcome for trial in run_forked([attempt], at_once=1, limit=60)] == [outcome]


def test_tests_that_hang_are_stopped() -> None:
    attempt = Attempt(Path("a.py"), next(breaks_of("x = a and b")), hanging)

    assert [trial.outcome for trial in run_forked([attempt], at_once=1, limit=0.5)] == [Outcome.STOPPED]


@pytest.mark.parametrize(
    ("outcomes", "status"),
    [
        ([Outcome.NOTICED], 0),
        ([], 0),
        ([Outcome.UNSEEN], 1),
        ([Outcome.NOTICED, Outcome.STOPPED], 1),
        ([Outcome.UNSEEN, Outcome.NOT_TRIED], 2),
    ],
)
def test_the_whole_run_is_good_only_when_all_was_noticed(outcomes: list[Outcome], status: int) -> None:
    count = Count()
    for outcome in outcomes:
        count.take(Trial(Path("a.py"), next(breaks_of("x = a and b")), outcome))

    assert count.exit_status() == status


STANDING = """
import functools

LEAST = 1

def doubled(function):
    @functools.wraps(function)
    def wrapper(*arguments, **named):
        return 2 * function(*arguments, **named)
    return wrapper

def plainly(number, more=0):
    return number + more + LEAST

@doubled
def twice(number):
    return number

@functools.cache
def kept(number):
    return number + LEAST

class Kind:
    @property
    def name(self):
        return LEAST

    @classmethod
    def made(cls):
        return LEAST

    def method(self):
        return LEAST
"""


def standing() -> ModuleType:
    module = ModuleType("standing")
    exec(compile(STANDING, "standing", "exec"), vars(module))  # noqa: S102
    return module


@pytest.mark.parametrize(
    ("here", "instead", "said"),
    [
        ("LEAST = 1", "LEAST = 5", (6, 2, 6, 5, 5, 5)),
        ("more=0", "more=3", (5, 2, 2, 1, 1, 1)),
        ("2 * function", "3 * function", (2, 3, 2, 1, 1, 1)),
        ("    return number\n", "    return 7\n", (2, 14, 2, 1, 1, 1)),
    ],
    ids=["a constant", "a default", "a decorator", "what is decorated"],
)
def test_whoever_holds_a_function_already_gets_what_the_broken_one_does(
    here: str, instead: str, said: tuple[int, ...]
) -> None:
    module = standing()
    plainly, twice, kept, kind = module.plainly, module.twice, module.kept, module.Kind()
    assert (plainly(1), twice(1), kept(1), kind.name, kind.made(), kind.method()) == (2, 2, 2, 1, 1, 1)

    put_into(module, executed(module, compile(STANDING.replace(here, instead), "standing", "exec")))

    assert (plainly(1), twice(1), kept(1), kind.name, kind.made(), kind.method()) == said


def test_a_function_that_cannot_take_over_what_the_broken_one_does_is_an_error() -> None:
    module = standing()
    other = STANDING.replace("@doubled\n", "")

    with pytest.raises(ValueError, match="shorter"):
        put_into(module, executed(module, compile(other, "standing", "exec")))


def test_nothing_is_learnt_from_a_module_that_is_imported_already() -> None:
    with pytest.raises(NothingToTry, match="Already imported"):
        next(try_afresh(Path("archive/language/keys.py"), [], [], at_once=1, limit=1))
