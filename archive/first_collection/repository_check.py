"""Looks for what must never stand in this repository: a protected name, or six words running from a source.

The names and the sources stay outside the project, in a folder that is named when the check is run. The answer says
where something stands, never what: it may be read by people who must not learn it.

A form that is somebody's first name and nothing more also stands, rightly, in lists of first names and among the
invented people of tests. In `LISTS_OF_FIRST_NAMES` a first name is let pass; a surname only in compiled lists of
frequent names. Names invented by a source or an outlet (`public_name` in the folder) are public, pass everywhere.
"""

import json
import re
import subprocess
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any, Final

RUN_LENGTH: Final = 6
LARGEST: Final = 4 * 1024 * 1024
LISTS_OF_FIRST_NAMES: Final = (
    "archive/language/",
    "archive/detection/",
    "archive/deidentification/",
    "archive/operations/benchmarks/",
    "tests/",
)
# Compiled from public packages by a script beside them: thousands of frequent names, one of which says nothing.
COMPILED_LISTS: Final = ("archive/language/data/names.txt",)
ABOUT_THE_COLLECTION: Final = ("tests/first_collection/",)
_TOKEN = re.compile(r"[^\W_]+")
_HUMP = re.compile(r"(?<=[a-zа-яё])(?=[A-ZА-ЯЁ])")
_LETTERS_NEEDED = 3
_ROUGHLY_LATIN = str.maketrans(
    dict(zip("абвгдезийклмнопрстуфхцыэіїєґ", "abvgdeziiklmnoprstufhcyeiieg", strict=True))
    | {"ж": "zh", "ч": "ch", "ш": "sh", "щ": "sh", "ю": "yu", "я": "ya", "ь": "", "ъ": ""}
)


class NothingToCompare(ValueError):
    """The folder given holds no list of names."""


@dataclass(frozen=True, slots=True)
class Trace:
    """Where something stands that must not: a file (with the object in history), a line, and of what kind."""

    path: str
    line: int
    what: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.what}"


@dataclass(frozen=True, slots=True)
class Forbidden:
    """The forms and runs to look for; nothing in it is ever printed."""

    forms: Mapping[tuple[str, ...], tuple[int, bool]] = field(repr=False)  # form: (number of the person, first name)
    runs: frozenset[tuple[str, ...]] = field(repr=False)
    vocabulary: frozenset[str] = field(repr=False)
    longest_form: int = 1


@dataclass(frozen=True, slots=True)
class Text:
    """A text of the tree or of history, and where it stands."""

    path: str
    shown: str
    words: str = field(repr=False)


def read_forbidden(folder: Path, *, sources: Path | None = None) -> Forbidden:
    """Read the protected forms of `folder` and the word runs of the sources beside it."""
    cast = folder / "cast.json"
    if not cast.is_file():
        raise NothingToCompare(f"There is no cast.json in {folder}. Name the folder that holds the list of persons.")
    entries = json.loads(cast.read_text(encoding="utf-8"))["cast"]
    public = {form for entry in entries if entry.get("public_name") for form, _ in _forms(entry)}
    forms: dict[tuple[str, ...], tuple[int, bool]] = {}
    for number, entry in enumerate(entries, start=1):
        for form, is_first_name in _forms(entry):
            if form and form not in public:
                forms.setdefault(form, (number, is_first_name))
    runs: set[tuple[str, ...]] = set()
    texts = sources if sources is not None else folder.parent / "sources"
    for path in sorted(texts.glob("*.txt")):
        words = [word for word, _ in _words(path.read_text(encoding="utf-8", errors="replace"))]
        runs.update(
            tuple(words[start : start + RUN_LENGTH])
            for start in range(len(words) - RUN_LENGTH + 1)
            if sum(word.isalpha() for word in words[start : start + RUN_LENGTH]) >= _LETTERS_NEEDED
        )
    return Forbidden(
        forms=forms,
        runs=frozenset(runs),
        vocabulary=frozenset(word for run in runs for word in run),
        longest_form=max((len(form) for form in forms), default=1),
    )


def check_repository(root: Path, forbidden: Forbidden, *, history: bool = True) -> tuple[Trace, ...]:
    """Return where a protected form or a run of a source stands in the tree at `root`, and in its history."""
    texts = _tree(root)
    if history:
        texts = (*texts, *_history(root, seen={text.words for text in texts}))
    found = {trace for text in texts for trace in traces_in(text, forbidden)}
    return tuple(sorted(found, key=lambda trace: (trace.path, trace.line, trace.what)))


def traces_in(text: Text, forbidden: Forbidden) -> Iterator[Trace]:
    """Yield every trace in one text."""
    words = list(_words(text.words))
    known = 0
    for index, (word, line) in enumerate(words):
        for length in range(1, forbidden.longest_form + 1):
            form = tuple(other for other, _ in words[index : index + length])
            number, is_first_name = forbidden.forms.get(form, (0, False))
            if number and not _may_stand(text.path, is_first_name=is_first_name):
                yield Trace(text.shown, line, f"a form of the name of person {number}")
        known = known + 1 if word in forbidden.vocabulary else 0
        if known >= RUN_LENGTH:
            start = index - RUN_LENGTH + 1
            if tuple(other for other, _ in words[start : index + 1]) in forbidden.runs:
                yield Trace(text.shown, words[start][1], f"{RUN_LENGTH} words running from a source")


def _may_stand(path: str, *, is_first_name: bool) -> bool:
    if path.startswith(ABOUT_THE_COLLECTION):
        return False
    return path in COMPILED_LISTS or (is_first_name and path.startswith(LISTS_OF_FIRST_NAMES))


def _forms(entry: Mapping[str, Any]) -> Iterator[tuple[tuple[str, ...], bool]]:
    variants: Mapping[str, Any] = entry.get("gate_variants") or {}
    name = [word for word, _ in _words(entry["label"].split("/")[0])]
    for kind, spelled in variants.items():
        for form in spelled if isinstance(spelled, list) else ():
            words = tuple(word for word, _ in _words(re.sub(r"\(.*?\)|['’]s\b", "", form)))
            yield words, _is_first_name(words, name, kind=kind)


def _is_first_name(words: tuple[str, ...], name: list[str], *, kind: str) -> bool:
    """Tell a form of the first name from one of the surname by what it is closer to; in doubt it is a surname."""
    first, *surname = name
    if not surname or kind.startswith("diminutives"):
        return True
    written = "".join(words).translate(_ROUGHLY_LATIN)
    return SequenceMatcher(None, written, first).ratio() > SequenceMatcher(None, written, surname[-1]).ratio()


def _words(text: str) -> Iterator[tuple[str, int]]:
    for number, line in enumerate(text.split("\n"), start=1):
        plain = unicodedata.normalize("NFKD", line.replace("\u00ad", "")) if not line.isascii() else line
        bare = "".join(letter for letter in plain if not unicodedata.combining(letter)) if plain is not line else line
        for token in _TOKEN.findall(bare):
            for part in _HUMP.split(token):
                yield part.casefold(), number


def _tree(root: Path) -> tuple[Text, ...]:
    listed = _git(root, "ls-files", "-z", "--cached", "--others", "--exclude-standard").decode().split("\0")
    paths = [path for path in listed if path and (root / path).is_file()]
    return tuple(_texts((path, path, (root / path).read_bytes()) for path in paths))


def _history(root: Path, *, seen: set[str]) -> Iterator[Text]:
    listed = _git(root, "rev-list", "--objects", "--all").decode().splitlines()
    objects = {name: path for name, _, path in (line.partition(" ") for line in listed)}
    asked = "\n".join(objects).encode()
    sizes = _git(root, "cat-file", "--batch-check=%(objectname) %(objecttype) %(objectsize)", given=asked).decode()
    wanted = [
        name
        for name, kind, size in (line.split(" ") for line in sizes.splitlines())
        if kind in {"blob", "commit"} and int(size) <= LARGEST
    ]
    read = _git(root, "cat-file", "--batch", given="\n".join(wanted).encode())
    for text in _texts(
        (objects[name], f"{objects[name] or 'message'} in object {name[:10]}", content)
        for name, content in _unbatched(read)
    ):
        if text.words not in seen:
            yield text


def _texts(files: Iterable[tuple[str, str, bytes]]) -> Iterator[Text]:
    for path, shown, content in files:
        if b"\0" not in content[:8192] and len(content) <= LARGEST:
            yield Text(path, shown, f"{content.decode('utf-8', errors='replace')}\n{path}")


def _unbatched(read: bytes) -> Iterator[tuple[str, bytes]]:
    position = 0
    while position < len(read):
        end = read.index(b"\n", position)
        name, _, size = read[position:end].decode().split(" ")
        yield name, read[end + 1 : end + 1 + int(size)]
        position = end + 2 + int(size)


def _git(root: Path, *arguments: str, given: bytes | None = None) -> bytes:
    done = subprocess.run(["git", "-C", str(root), *arguments], input=given, capture_output=True, check=True)  # noqa: S603, S607
    return done.stdout
