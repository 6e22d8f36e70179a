"""A linear-chain tagger in numpy: weights trained by `building.train_tagger`, read from `data`, run in batches."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import repeat

import numpy as np
import numpy.typing as npt

from archive.detection.features import atoms_of, gap_class, shape_of
from archive.detection.lexicon import DATA, Flag, flags_of
from archive.detection.segments import Document

Range = tuple[int, int]
Key = str | tuple[str | None, ...]
OFFSETS = (-2, -1, 0, 1, 2)
OUTSIDE = "O"
_PAIRS = frozenset({"v", "vs", "us"})
_UNKNOWN = -1
MOST_KEPT = 50_000
_AT_ONCE = 64
_NORMALISED = 16  # steps: the products stay far from the smallest number
Matrix = npt.NDArray[np.float32]


def columns_of(document: Document) -> Iterator[tuple[str, Iterable[Key]]]:
    """Yield the features of the places, one kind a column: what stands around each token, and pairs with its neighbours."""
    lower, edges = document.lower, [*edges_of(document), "B"]
    shapes = list(map(shape_of, document.words))
    before = [None if edge == "B" else form for edge, form in zip(edges, ["", *lower[:-1]], strict=False)]
    after = [None if edge == "B" else form for edge, form in zip(edges[1:], [*lower[1:], ""], strict=False)]
    yield "g", edges[:-1]
    yield "h", edges[1:]
    yield "i", map("{}{}".format, document.initial, shapes)
    yield "v", zip(before, lower, strict=True)
    yield "vs", zip(before, shapes, strict=True)
    yield "us", zip(shapes, after, strict=True)


def contexts_of(document: Document) -> Iterator[list[str]]:
    """Yield the features of each place as a trainer reads them."""
    contexts: list[list[str]] = [[] for _ in document.words]
    for kind, keys in columns_of(document):
        for features, key in zip(contexts, keys, strict=True):
            if isinstance(key, str):
                features.append(f"{kind}={key}")
            elif None not in key:
                features.append(f"{kind}={'|'.join(map(str, key))}")
    return iter(contexts)


def read_columns(features: Iterable[str]) -> dict[str, dict[Key, int]]:
    """Return the row of each feature of a place, by the kind of the feature."""
    columns: dict[str, dict[Key, int]] = {}
    for row, feature in enumerate(features):
        kind, _, key = feature.partition("=")
        columns.setdefault(kind, {})[tuple(key.split("|")) if kind in _PAIRS else key] = row
    return columns


def edges_of(document: Document) -> list[str]:
    """Return what stands before each token; a line end and a full stop are the same edge of a sentence."""
    kinds = map(gap_class, document.gaps)
    edges = ["B" if first and kind in "np" else kind for kind, first in zip(kinds, document.initial, strict=True)]
    edges[:1] = ["B"] * len(edges[:1])
    return edges


def sentences_of(document: Document) -> list[Range]:
    """Return token ranges between full stops, questions and line ends."""
    firsts = [index for index, edge in enumerate(edges_of(document)) if edge == "B"]
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
    columns: dict[str, dict[Key, int]]
    atom_weights: Matrix
    place_weights: Matrix
    transitions: Matrix
    _types: dict[tuple[str, str], int] = field(default_factory=dict, repr=False)
    _sums: Matrix = field(init=False, repr=False)

    def __post_init__(self) -> None:
        """Begin with no form met."""
        self._sums = np.zeros((0, *self.atom_weights.shape[1:]), dtype=np.float32)

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
        table = self._sums_of(list(zip(document.words, document.languages, strict=True)), wanted)
        padded = np.zeros((count + 2 * reach, len(OFFSETS), len(self.labels)), dtype=np.float32)
        padded[reach : reach + count] = table
        emissions = np.zeros((count, len(self.labels)), dtype=np.float32)
        for place, offset in enumerate(OFFSETS):
            emissions += padded[reach + offset : reach + offset + count, place]
        for kind, keys in columns_of(document):
            known = self.columns.get(kind, {})
            rows = np.fromiter(map(known.get, keys, repeat(_UNKNOWN)), dtype=np.intp, count=count)
            emissions += self.place_weights[rows]
        return emissions

    def _sums_of(self, types: list[tuple[str, str]], wanted: bytearray) -> Matrix:
        """Return the summed weights of each token; those of a form already met are kept."""
        if len(self._types) > MOST_KEPT:
            self._types.clear()
        numbers = list(map(self._types.get, types))
        new = {types[index] for index, number in enumerate(numbers) if number is None and wanted[index]}
        if new:
            self._add(sorted(new))
            numbers = list(map(self._types.get, types))
        return np.asarray(self._sums[[number or 0 for number in numbers]], dtype=np.float32)

    def _add(self, types: list[tuple[str, str]]) -> None:
        rows: list[int] = []
        starts: list[int] = []
        for number, (word, language) in enumerate(types, len(self._types)):
            starts.append(len(rows))
            rows += [self.rows[atom] for atom in atoms_of(word, language) if atom in self.rows]
            self._types[word, language] = number
        first, end = len(self._types) - len(types), len(self._types)
        if end > len(self._sums):
            grown = np.zeros((2 * end, *self.atom_weights.shape[1:]), dtype=np.float32)
            grown[:first] = self._sums[:first]
            self._sums = grown
        self._sums[first:end] = np.add.reduceat(self.atom_weights[rows].astype(np.float32), starts, axis=0)

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
        return Tagger(
            labels=tuple(bytes(stored["labels"]).decode().split("\n")),
            rows={atom: row for row, atom in enumerate(atoms)},
            columns=read_columns(bytes(stored["places"]).decode().split("\n")),
            atom_weights=stored["atom_weights"],
            place_weights=np.pad(stored["place_weights"].astype(np.float32), ((0, 1), (0, 0))),  # the last row: unknown
            transitions=stored["transitions"].astype(np.float32),
        )
