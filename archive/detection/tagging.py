"""A linear-chain tagger in numpy: weights trained by `building.train_tagger`, read from `data`, run in batches."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from archive.detection.features import atoms_of, gap_class, shape_of
from archive.detection.lexicon import DATA, Flag, flags_of
from archive.detection.segments import Document

Range = tuple[int, int]
OFFSETS = (-2, -1, 0, 1, 2)
OUTSIDE = "O"
Matrix = npt.NDArray[np.float32]


def contexts_of(document: Document, wanted: bytearray | None = None) -> Iterator[list[str]]:
    """Yield the features of each place: what stands around the token, and pairs with its neighbours."""
    lower = document.lower
    shapes = [shape_of(word) for word in document.words]
    edges = [*_edges(document), "B"]
    for index, shape in enumerate(shapes):
        if wanted is not None and not wanted[index]:
            yield []
            continue
        before, after = edges[index], edges[index + 1]
        features = [f"g={before}", f"h={after}", f"i={document.initial[index]}{shape}"]
        if before != "B":
            features.append(f"v={lower[index - 1]}|{lower[index]}")
            features.append(f"vs={lower[index - 1]}|{shape}")
        if after != "B":
            features.append(f"us={shape}|{lower[index + 1]}")
        yield features


def _edges(document: Document) -> Iterator[str]:
    """Yield what stands before each token; a line end and a full stop are the same edge of a sentence."""
    for index, gap in enumerate(document.gaps):
        kind = gap_class(gap)
        yield "B" if index == 0 or (document.initial[index] and kind in "np") else kind


def _has_capital(document: Document, tokens: Range) -> bool:
    """Tell whether a sentence holds a capital that is not just its first, common word."""
    first, last = tokens
    if any(word[0].isupper() for word in document.words[first + 1 : last]):
        return True
    return document.words[first][0].isupper() and not flags_of(document.lower[first]) & Flag.COMMON


def sentences_of(document: Document) -> list[tuple[int, int]]:
    """Return token ranges between full stops, questions and line ends."""
    result, first = [], 0
    for index, gap in enumerate(document.gaps):
        if index > first and document.initial[index] and gap_class(gap) in "np":
            result.append((first, index))
            first = index
    if first < len(document.words):
        result.append((first, len(document.words)))
    return result


@dataclass
class Tagger:
    """Weights of a trained tagger."""

    labels: tuple[str, ...]
    rows: dict[str, int]
    places: dict[str, int]
    atom_weights: Matrix
    place_weights: Matrix
    transitions: Matrix
    _types: dict[tuple[str, str], int] = field(default_factory=dict)
    _sums: list[Matrix] = field(default_factory=list)

    def chances(self, document: Document, *, everything: bool = True) -> Matrix:
        """Return the probability of each label at each token; a tagger of names need not read lines without capitals."""
        count, width = len(document.words), len(self.labels)
        if not count:
            return np.zeros((0, width), dtype=np.float32)
        result = np.zeros((count, width), dtype=np.float32)
        result[:, self.labels.index(OUTSIDE)] = 1.0
        ranges = sorted(
            (r for r in sentences_of(document) if everything or _has_capital(document, r)), key=lambda r: r[1] - r[0]
        )
        if not ranges:
            return result
        emissions = self._emissions(document, ranges)
        for begin in range(0, len(ranges), 64):
            self._forward_backward(ranges[begin : begin + 64], emissions, result)
        return result

    def _emissions(self, document: Document, ranges: list[Range]) -> Matrix:
        count, reach = len(document.words), 2
        wanted = bytearray(count)
        for first, last in ranges:
            wanted[max(0, first - reach) : last + reach] = b"\1" * (min(count, last + reach) - max(0, first - reach))
        types = [
            self._type_of(word, language) if want else 0
            for word, language, want in zip(document.words, document.languages, wanted, strict=True)
        ]
        unique, inverse = np.unique(np.array(types), return_inverse=True)
        table = np.stack([self._sums[number] for number in unique])[inverse]
        padded = np.zeros((count + 2 * reach, len(OFFSETS), len(self.labels)), dtype=np.float32)
        padded[reach : reach + count] = table
        emissions = sum(
            (padded[reach + offset : reach + offset + count, place] for place, offset in enumerate(OFFSETS)),
            start=np.zeros((count, len(self.labels)), dtype=np.float32),
        )
        places, weights = self.places, self.place_weights
        rows, tokens = [], []
        for index, features in enumerate(contexts_of(document, wanted)):
            for feature in features:
                row = places.get(feature)
                if row is not None:
                    rows.append(row)
                    tokens.append(index)
        np.add.at(emissions, np.array(tokens, dtype=np.intp), weights[np.array(rows, dtype=np.intp)])
        return np.asarray(emissions, dtype=np.float32)

    def _type_of(self, word: str, language: str) -> int:
        key = (word, language)
        number = self._types.get(key)
        if number is None:
            rows = [self.rows[atom] for atom in atoms_of(word, language) if atom in self.rows]
            number = len(self._sums)
            self._sums.append(self.atom_weights[rows].astype(np.float32).sum(axis=0))
            self._types[key] = number
        return number

    def _forward_backward(self, ranges: list[tuple[int, int]], emissions: Matrix, result: Matrix) -> None:
        longest = max(last - first for first, last in ranges)
        width = len(self.labels)
        scores = np.zeros((len(ranges), longest, width), dtype=np.float32)
        lengths = np.array([last - first for first, last in ranges])
        for row, (first, last) in enumerate(ranges):
            scores[row, : last - first] = emissions[first:last]
        scores = np.exp(scores - scores.max(axis=2, keepdims=True))
        moves = np.exp(self.transitions)
        forward = np.empty_like(scores)
        forward[:, 0] = scores[:, 0] / scores[:, 0].sum(axis=1, keepdims=True)
        for step in range(1, longest):
            here = (forward[:, step - 1] @ moves) * scores[:, step]
            forward[:, step] = here / here.sum(axis=1, keepdims=True)
        backward = np.ones((len(ranges), width), dtype=np.float32)
        posterior = np.empty_like(scores)
        for step in range(longest - 1, -1, -1):
            at_end = (lengths - 1 <= step)[:, None]
            if step + 1 < longest:
                here = (backward * scores[:, step + 1]) @ moves.T
                backward = np.where(at_end, np.float32(1.0), here / here.sum(axis=1, keepdims=True))
            chance = forward[:, step] * backward
            posterior[:, step] = chance / chance.sum(axis=1, keepdims=True)
        for row, (first, last) in enumerate(ranges):
            result[first:last] = posterior[row, : last - first]


@lru_cache(maxsize=8)
def load_tagger(name: str) -> Tagger:
    """Read a tagger of `data` once."""
    with np.load(DATA / f"tagger-{name}.npz") as stored:
        atoms = bytes(stored["atoms"]).decode().split("\n")
        places = bytes(stored["places"]).decode().split("\n")
        return Tagger(
            labels=tuple(bytes(stored["labels"]).decode().split("\n")),
            rows={atom: row for row, atom in enumerate(atoms)},
            places={place: row for row, place in enumerate(places)},
            atom_weights=stored["atom_weights"],
            place_weights=stored["place_weights"].astype(np.float32),
            transitions=stored["transitions"].astype(np.float32),
        )
