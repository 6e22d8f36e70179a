"""What can be broken in a module: conditions, steps, and every row, word and letter of its tables."""

import ast
import copy
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from tests.breaking.patterns import lesser_patterns

Change = Callable[[Any], None]
_WIDER = {ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt}
_SETS = ("set", "frozenset", "fromkeys")


@dataclass(frozen=True, slots=True)
class Break:
    """One change to a module: its line, the first line of the function it is in (0: in none), what, and the outcome."""

    line: int
    within: int
    what: str
    tree: ast.Module


def breaks_of(source: str) -> Iterator[Break]:
    """Yield every break of a module's source, in the order of its syntax tree; no two have the same words."""
    whole = ast.parse(source)
    within = _functions(whole)
    said: Counter[str] = Counter()
    for place, node in enumerate(ast.walk(whole)):
        for what, change in _changes(node, source):
            broken = copy.deepcopy(whole)
            change(next(other for at, other in enumerate(ast.walk(broken)) if at == place))
            line = node.target.lineno if isinstance(node, ast.comprehension) else getattr(node, "lineno", 0)
            said[what] += 1
            told = f"{what} ({said[what]})" if said[what] > 1 else what
            yield Break(line, within.get(node, 0), told, ast.fix_missing_locations(broken))


def _functions(whole: ast.Module) -> dict[ast.AST, int]:
    """Return of each node within a function the line in which the innermost begins, decorators included."""
    within: dict[ast.AST, int] = {}
    for function in ast.walk(whole):  # outer ones come before those within them
        if isinstance(function, ast.FunctionDef):
            begins = min([function.lineno, *(its.lineno for its in function.decorator_list)])
            within.update((node, begins) for part in function.body for node in ast.walk(part))
    return within


def _changes(node: ast.AST, source: str) -> Iterator[tuple[str, Change]]:
    def told(part: ast.AST) -> str:
        return " ".join((ast.get_source_segment(source, part) or "").split())[:90]

    for kind in (_of_conditions, _of_steps, _of_numbers, _of_rows, _of_elements, _of_letters, _of_calls):
        yield from kind(node, told)


Told = Callable[[ast.AST], str]


def _of_conditions(node: ast.AST, told: Told) -> Iterator[tuple[str, Change]]:
    match node:
        case ast.If(test=ast.Name(id="TYPE_CHECKING")):
            return
        case ast.If() | ast.IfExp():
            yield f"never: {told(node.test)}", lambda its: setattr(its, "test", ast.Constant(value=False))
            yield f"always: {told(node.test)}", lambda its: setattr(its, "test", ast.Constant(value=True))
        case ast.comprehension():
            for at, part in enumerate(node.ifs):
                yield f"unfiltered: {told(part)}", _put("ifs", at, ast.Constant(value=True))
        case ast.BoolOp():
            neutral = ast.Constant(value=isinstance(node.op, ast.And))
            for at, part in enumerate(node.values):
                yield f"not asked: {told(part)}", _put("values", at, neutral)


def _of_steps(node: ast.AST, told: Told) -> Iterator[tuple[str, Change]]:
    match node:
        case ast.AugAssign() | ast.Expr(value=ast.Call()) if node.col_offset:
            yield f"left out: {told(node)}", _leave_out
        case ast.Expr(value=ast.Yield() | ast.YieldFrom()):
            yield f"left out: {told(node)}", _leave_out_yield
        case ast.Return(value=ast.Constant(value=bool() as answer)):
            yield f"turned round: {told(node)}", lambda its: setattr(its, "value", ast.Constant(value=not answer))


def _of_numbers(node: ast.AST, told: Told) -> Iterator[tuple[str, Change]]:
    match node:
        case ast.Compare(ops=[op]) if type(op) in _WIDER:
            other = _WIDER[type(op)]
            yield f"{told(node)}: {other.__name__}", lambda its: setattr(its, "ops", [other()])
        case ast.Assign(value=ast.Constant(value=int() | float() as number)) if not node.col_offset:
            by = 1 if isinstance(number, int) else 0.1
            for changed in (number - by, number + by):
                yield f"{told(node)}: {changed:g}", lambda its, to=changed: setattr(its, "value", ast.Constant(to))  # type: ignore[misc]


def _of_rows(node: ast.AST, told: Told) -> Iterator[tuple[str, Change]]:
    if not isinstance(node, ast.Dict) or len(node.keys) < 2:
        return
    for at, (key, value) in enumerate(zip(node.keys, node.values, strict=True)):
        if key is None:
            continue
        yield f"no row: {told(key)}: {told(value)}", _drop(at, "keys", "values")
        match value:
            case ast.Constant(value=str() as readings) if "|" in readings:
                parts = readings.split("|")
                for left, reading in enumerate(parts):
                    fewer = ast.Constant("|".join(parts[:left] + parts[left + 1 :]))
                    yield f"no reading: {told(key)}: {reading} of {readings}", _put("values", at, fewer)


def _of_elements(node: ast.AST, told: Told) -> Iterator[tuple[str, Change]]:
    if not isinstance(node, ast.Tuple | ast.List | ast.Set) or len(node.elts) < 2:
        return
    if not isinstance(getattr(node, "ctx", None), ast.Load | None):
        return
    kinds = {type(part.value) if isinstance(part, ast.Constant) else type(part) for part in node.elts}
    if kinds == {str} or kinds <= {str, ast.Starred} or kinds == {ast.Tuple}:
        for at, part in enumerate(node.elts):
            yield f"no {told(part)} in {told(node)[:50]}", _drop(at, "elts")


def _of_letters(node: ast.AST, told: Told) -> Iterator[tuple[str, Change]]:
    """Letters of a set written as one text, and pairs of a table of translation."""
    match node:
        case ast.Call(
            func=ast.Attribute(attr="maketrans"), args=[ast.Constant(str() as one), ast.Constant(str() as two)]
        ):
            texts = [one, two]
        case ast.Call(func=ast.Name(id=name) | ast.Attribute(attr=name), args=[ast.Constant(str() as one)]) if (
            name in _SETS
        ):
            texts = [one]
        case _:
            return
    for at, letter in enumerate(one):
        fewer = [ast.Constant(text[:at] + text[at + 1 :]) for text in texts]
        yield f"no {letter!r} in {told(node)[:50]}", _call_with(fewer)


def _of_calls(node: ast.AST, told: Told) -> Iterator[tuple[str, Change]]:
    """Words of a list written as one text, patterns, and replacements."""
    match node:
        case ast.Call(func=ast.Attribute(value=ast.Constant(value=str() as text), attr="split"), args=[]):
            words = text.split()
            for at, word in enumerate(words) if len(words) > 1 else ():
                yield f"no word {word} in {told(node)[:50]}", _say(" ".join(words[:at] + words[at + 1 :]))
        case ast.Call(func=ast.Attribute(attr="compile"), args=[ast.Constant(value=str() as pattern), *_]):
            for what, lesser in lesser_patterns(pattern):
                yield f"pattern {what} in {pattern[:50]!r}", _put("args", 0, ast.Constant(lesser))
        case ast.Call(func=ast.Attribute(attr="replace"), args=[one, two]):
            nothing = [ast.Constant("\uffff"), ast.Constant("")]
            yield f"not replaced: {told(one)}, {told(two)}", lambda its: setattr(its, "args", nothing)


def _put(field: str, at: int, part: ast.AST) -> Change:
    return lambda its: getattr(its, field).__setitem__(at, part)


def _drop(at: int, *fields: str) -> Change:
    def change(its: Any) -> None:
        for field in fields:
            del getattr(its, field)[at]

    return change


def _call_with(arguments: list[ast.Constant]) -> Change:
    return lambda its: setattr(its, "args", arguments)


def _say(text: str) -> Change:
    return lambda its: setattr(its.func, "value", ast.Constant(text))


def _leave_out(its: Any) -> None:
    its.__class__ = ast.Expr
    its.value = ast.Constant(value=None)


def _leave_out_yield(its: Any) -> None:
    # still a generator, or the whole function would be another thing
    its.value = ast.IfExp(ast.Constant(value=True), ast.Constant(value=None), ast.Yield(ast.Constant(value=None)))
