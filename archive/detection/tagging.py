"""A linear-chain tagger in numpy: weights trained by `building.train_tagger`, read from `data`, run in batches."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import repeat

import numpy as np
import numpy.typing as npt

from archive.detection.features import SHAPES, atoms_of, edges_of, shape_of
from archive.detection.lexicon import DATA, Flag, flags_of
from archive.detection.segments import Document, plain
from archive.language.remembering import forget_too

Range = tuple[int, int]
OFFSETS = (-2, -1, 0, 1, 2)
OUTSIDE = "O"
_NOT_MET = 0  # the first row of sums: a token no sentence asks for, or none at all
MOST_KEPT = 50_000
_MARKS = 7  # what a token brings to the features of places
_AT_ONCE = 64
_NORMALISED = 16  # steps: the products stay far from the smallest number
_EDGE = ord("B")
_SHAPE_NUMBERS = {shape: number for number, shape in enumerate(SHAPES)}
Matrix = npt.NDArray[np.float32]
Rows = npt.NDArray[np.intp]


@dataclass(frozen=True)
class Pairs:
    """The rows of the features that are a pair of neighbours: which forms or shapes they join, and a table of rows."""

    left: dict[str, int]
    right: dict[str, int]
    rows: Rows


@dataclass(frozen=True)
class Places:
    """The rows of the features of a place, by kind (`features.contexts_of`); what no feature tells has the last row."""

    before: Rows
    behind: Rows
    shapes: Rows
    pairs: tuple[Pairs, Pairs, Pairs]

    def marks_of(self, word: str) -> list[int]:
        """Return what a token brings to the features of its place and of its neighbours' places."""
        form, shape = plain(word), shape_of(word)
        words, shaped, followed = self.pairs
        return [
            _SHAPE_NUMBERS[shape], words.left.get(form, -1), words.right.get(form, -1), shaped.left.get(form, -1),
            shaped.right.get(shape, -1), followed.left.get(shape, -1), followed.right.get(form, -1),
        ]  # fmt: skip


def read_places(features: Iterable[str]) -> Places:
    """Return the rows of the features of a place, as a trainer names them."""
    named = {feature: row for row, feature in enumerate(features)}
    edges = {chr(code): code for code in range(256)}

    def rows_of(kind: str) -> Rows:
        return np.array([named.get(f"{kind}={edge}", -1) for edge in edges], dtype=np.intp)

    def pairs_of(kind: str) -> Pairs:
        keys = [
            (feature.partition("=")[2].split("|"), row)
            for feature, row in named.items()
            if feature.startswith(f"{kind}=")
        ]
        left = {form: place for place, form in enumerate(sorted({form for (form, _), _ in keys}))}
        right = {form: place for place, form in enumerate(sorted({form for (_, form), _ in keys}))}
        rows = np.full((len(left) + 1, len(right) + 1), -1, dtype=np.intp)  # the last of each: none that is named
        for (first, second), row in keys:
            rows[left[first], right[second]] = row
        return Pairs(left, right, rows)

    shapes = [[named.get(f"i={initial}{shape}", -1) for shape in SHAPES] for initial in (False, True)]
    return Places(
        rows_of("g"), rows_of("h"), np.array(shapes, dtype=np.intp), (pairs_of("v"), pairs_of("vs"), pairs_of("us"))
    )


def sentences_of(document: Document) -> list[Range]:
    """Return token ranges between full stops, questions and line ends."""
    firsts: list[int] = np.flatnonzero(edges_of(document) == _EDGE).tolist()
    return list(zip(firsts, [*firsts[1:], len(document.words)], strict=False))


def _has_capital(document: Document, tokens: Range) -> bool:
    """Tell whether a sentence holds a capital that is not just its first, common word."""
    first, last = tokens
    capitals = document.capitals
    place = bisect_left(capitals, first)
    if place < len(capitals) and capitals[place] == first:
        if not flags_of(document.lower[first]) & Flag.COMMON:
            return True
        place += 1
    return place < len(capitals) and capitals[place] < last


@dataclass
class Tagger:
    """Weights of a trained tagger."""

    labels: tuple[str, ...]
    rows: dict[str, int]
    places: Places
    atom_weights: Matrix
    place_weights: Matrix
    transitions: Matrix
    _types: dict[str, dict[str, int]] = field(default_factory=dict, repr=False)
    _met: int = field(init=False, repr=False)
    _sums: Matrix = field(init=False, repr=False)
    _marks: Rows = field(init=False, repr=False)

    def __post_init__(self) -> None:
        """Begin with no form met."""
        self.forget()

    def forget(self) -> None:
        """Drop the forms met, of which some are protected names."""
        self._types.clear()
        self._met = 1
        self._sums = np.zeros((len(OFFSETS), 1, len(self.labels)), dtype=np.float32)
        self._marks = np.full((1, _MARKS), -1, dtype=np.intp)

    def chances(self, document: Document, *, everything: bool = True) -> Matrix:
        """Return the probability of each label at each token; a tagger of names need not read lines without capitals."""
        count, width = len(document.words), len(self.labels)
        if not count:
            return np.zeros((0, width), dtype=np.float32)
        result = np.zeros((count, width), dtype=np.float32)
        result[:, self.labels.index(OUTSIDE)] = 1.0
        ranges = sorted(
            (r for r in sentences_of(document) if everything or _has_capital(document, r)), key=lambda r: r[0] - r[1]
        )
        if not ranges:
            return result
        emissions = self._emissions(document, ranges)
        for begin in range(0, len(ranges), _AT_ONCE):
            self._forward_backward(ranges[begin : begin + _AT_ONCE], emissions, result)
        return result

    def _emissions(self, document: Document, ranges: list[Range]) -> Matrix:
        count, reach = len(document.words), 2
        wanted = bytearray(count)
        for first, last in ranges:
            wanted[max(0, first - reach) : last + reach] = b"\1" * (min(count, last + reach) - max(0, first - reach))
        numbers = np.full(count + 2 * reach, _NOT_MET, dtype=np.intp)
        numbers[reach : reach + count] = self._numbers_of(document, wanted)
        emissions = np.zeros((count, len(self.labels)), dtype=np.float32)
        for place, sums in enumerate(self._sums):
            emissions += sums.take(numbers[place : place + count], axis=0)
        for rows in self._rows_of(document, numbers[reach : reach + count]):
            emissions += self.place_weights.take(rows, axis=0, mode="wrap")
        return emissions

    def _rows_of(self, document: Document, numbers: Rows) -> Iterator[Rows]:
        """Yield the rows of the features of the places, one kind at a time."""
        edges = edges_of(document)
        behind = np.append(edges[1:], np.uint8(_EDGE))
        shape, form_before, form, form_before_shape, shape_behind, shape_before, form_behind = self._marks[numbers].T
        yield self.places.before[edges]
        yield self.places.behind[behind]
        yield self.places.shapes[np.array(document.initial, dtype=np.intp), shape]
        words, shaped, followed = self.places.pairs
        yield words.rows[np.where(edges == _EDGE, -1, np.roll(form_before, 1)), form]
        yield shaped.rows[np.where(edges == _EDGE, -1, np.roll(form_before_shape, 1)), shape_behind]
        yield followed.rows[shape_before, np.where(behind == _EDGE, -1, np.roll(form_behind, -1))]

    def _numbers_of(self, document: Document, wanted: bytearray) -> list[int]:
        """Return the number of each token's form; what is worked out of a form already met is kept."""
        if self._met > MOST_KEPT:
            self.forget()
        words, languages = document.words, document.languages
        types = {language: self._types.setdefault(language, {}) for language in set(languages)}
        for language, known in types.items():
            new = {
                word for word, its, is_wanted in zip(words, languages, wanted, strict=True)
                if is_wanted and its == language and word not in known
            }  # fmt: skip
            if new:
                self._add(sorted(new), language)
        if len(types) == 1:
            return list(map(types[languages[0]].get, words, repeat(_NOT_MET)))
        return [types[language].get(word, _NOT_MET) for word, language in zip(words, languages, strict=True)]

    def _add(self, words: list[str], language: str) -> None:
        rows: list[int] = []
        starts: list[int] = []
        first, end = self._met, self._met + len(words)
        for number, word in enumerate(words, first):
            starts.append(len(rows))
            rows += [self.rows[atom] for atom in atoms_of(word, language) if atom in self.rows]
            self._types[language][word] = number
        if end > self._sums.shape[1]:
            more = 2 * end - self._sums.shape[1]
            self._sums = np.pad(self._sums, ((0, 0), (0, more), (0, 0)))
            self._marks = np.pad(self._marks, ((0, more), (0, 0)))
        sums = np.add.reduceat(self.atom_weights[rows].astype(np.float32), starts, axis=0)
        self._sums[:, first:end] = sums.swapaxes(0, 1)
        self._marks[first:end] = [self.places.marks_of(word) for word in words]
        self._met = end

    def _forward_backward(self, ranges: list[Range], emissions: Matrix, result: Matrix) -> None:
        """Fill in the chances of sentences given longest first: those still running are always the first rows."""
        lengths = np.array([last - first for first, last in ranges])
        longest = int(lengths[0])
        running = [int(count) for count in (lengths[None, :] > np.arange(longest)[:, None]).sum(axis=1)]
        scores = np.zeros((longest, len(ranges), len(self.labels)))
        for row, (first, last) in enumerate(ranges):
            scores[: last - first, row] = emissions[first:last]
        scores = np.exp(scores - scores.max(axis=2, keepdims=True))
        moves = np.exp(self.transitions.astype(np.float64))
        forward, backward = scores.copy(), np.ones_like(scores)
        for step in range(1, longest):
            here = forward[step, : running[step]]
            here *= forward[step - 1, : running[step]] @ moves
            if step % _NORMALISED == 0:
                here /= here.sum(axis=1, keepdims=True)
        for step in range(longest - 2, -1, -1):
            after = running[step + 1]
            here = backward[step, :after]
            np.matmul(backward[step + 1, :after] * scores[step + 1, :after], moves.T, out=here)
            if step % _NORMALISED == 0:
                here /= here.sum(axis=1, keepdims=True)
        chances = forward * backward
        chances /= chances.sum(axis=2, keepdims=True)
        for row, (first, last) in enumerate(ranges):
            result[first:last] = chances[: last - first, row]


@lru_cache(maxsize=8)
def load_tagger(name: str) -> Tagger:
    """Read a tagger of `data` once."""
    with np.load(DATA / f"tagger-{name}.npz") as stored:
        atoms = bytes(stored["atoms"]).decode().split("\n")
        tagger = Tagger(
            labels=tuple(bytes(stored["labels"]).decode().split("\n")),
            rows={atom: row for row, atom in enumerate(atoms)},
            places=read_places(bytes(stored["places"]).decode().split("\n")),
            atom_weights=stored["atom_weights"],
            place_weights=np.pad(stored["place_weights"].astype(np.float32), ((0, 1), (0, 0))),  # the last row: unknown
            transitions=stored["transitions"].astype(np.float32),
        )
    forget_too(tagger.forget)
    return tagger
