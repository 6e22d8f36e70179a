"""What the tagger looks at: in a token its form, its shape and what the lexicons know of it; in a place its neighbours."""

import numpy as np
import numpy.typing as npt

from archive.detection.clues import classes_of
from archive.detection.lexicon import NAME, Flag, flags_of
from archive.detection.morphology import kinds_of
from archive.detection.segments import Document, is_cyrillic, plain
from archive.language.remembering import remembered

_SIZES = ((Flag.PLACE_LARGE, "L"), (Flag.PLACE_MEDIUM, "M"), (Flag.PLACE_SMALL, "S"), (Flag.PLACE_TINY, "T"))
_GAPS = {" ": "s", "": "e", ", ": "c", ". ": "p", "-": "h", "\u00a0": "s", "; ": "c", ": ": "k", " (": "b", ") ": "b"}
SHAPES = ("x", "X", "XX", "xX", "I", "m", *(f"d{digits}" for digits in range(1, 8)))


@remembered(maxsize=50_000)
def shape_of(word: str) -> str:
    """Return the shape of a token: digits by their number, letters by their case."""
    if word.isdigit():
        return f"d{min(len(word), 7)}"
    if word.isalpha():
        if word.islower():
            return "x"
        if word[0].isupper() and (len(word) == 1 or word[1:].islower()):
            return "X" if len(word) > 1 else "I"
        return "XX" if word.isupper() else "xX"
    if any(letter.isdigit() for letter in word):
        return "m"
    bare = plain(word)
    return "x" if word == bare else "X" if word[1:] == bare[1:] else "XX"


@remembered(maxsize=50_000)
def known_as(form: str, language: str) -> str:
    """Return in a few letters what the lexicons know of a lower-case form."""
    flags = flags_of(form)
    known = ""
    if is_cyrillic(form):
        kinds = kinds_of(form, language)
        known = f"k{kinds}"
    else:
        word = {"en": Flag.WORD_EN, "nb": Flag.WORD_NB, "nn": Flag.WORD_NN | Flag.WORD_NB}.get(language, Flag.WORD_EN)
        known = ("w" if flags & word else "") + ("p" if flags & (Flag.PROPER_EN | Flag.PROPER_NO) else "")
    known += "c" if flags & Flag.COMMON else "q" if flags & Flag.FREQUENT else ""
    known += "f" if flags & Flag.FIRST_NAME else ""
    known += "n" if flags & (NAME & ~Flag.FIRST_NAME) else ""
    return known + next((letter for flag, letter in _SIZES if flags & flag), "")


@remembered(maxsize=2_000)
def _joined(classes: frozenset[str]) -> str:
    return f"c={'+'.join(sorted(classes))}"


@remembered(maxsize=100_000)
def atoms_of(word: str, language: str) -> tuple[str, ...]:
    """Return the features of a token that do not depend on its neighbours."""
    form = plain(word)
    shape, known = shape_of(word), known_as(form, language)
    if form.isdigit():
        return (f"s={shape}", f"w={form}" if len(form) < 5 else "w=#", "b")
    return (
        "b",
        _joined(classes_of(form, language)),
        f"w={form}",
        f"s={shape}",
        f"3={form[-3:]}",
        f"2={form[-2:]}",
        f"4={form[-4:]}",
        f"p={form[:3]}",
        f"q={form[:5]}",
        f"k={known}",
        f"sk={shape}{known}",
    )


@remembered(maxsize=20_000)
def gap_class(gap: str) -> str:
    """Return the class of what stands between two tokens."""
    known = _GAPS.get(gap)
    if known:
        return known
    if "\n" in gap:
        return "n"
    if any(letter in gap for letter in ".!?…"):
        return "p"
    if any(letter in gap for letter in "«»\"“”'„‘"):
        return "q"
    return "o"


def edges_of(document: Document) -> npt.NDArray[np.uint8]:
    """Return what stands before each token; a line end and a full stop are the same edge of a sentence."""
    edges = np.frombuffer("".join(map(gap_class, document.gaps)).encode(), dtype=np.uint8).copy()
    stops = (edges == ord("n")) | (edges == ord("p"))
    edges[stops & np.array(document.initial, dtype=bool)] = ord("B")
    edges[:1] = ord("B")
    return edges


def contexts_of(document: Document) -> list[list[str]]:
    """Return the features of each place as a trainer reads them: what stands around the token, pairs with its neighbours."""
    edges, shapes, lower = (
        f"{edges_of(document).tobytes().decode()}B",
        list(map(shape_of, document.words)),
        document.lower,
    )
    contexts = []
    for index, form in enumerate(lower):
        features = [f"g={edges[index]}", f"h={edges[index + 1]}", f"i={document.initial[index]}{shapes[index]}"]
        if edges[index] != "B":
            features += [f"v={lower[index - 1]}|{form}", f"vs={lower[index - 1]}|{shapes[index]}"]
        if edges[index + 1] != "B":
            features.append(f"us={shapes[index]}|{lower[index + 1]}")
        contexts.append(features)
    return contexts
