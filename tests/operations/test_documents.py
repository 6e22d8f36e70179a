"""What the documents name exists, and what somebody needs to know of stands in them."""

import re
from functools import cache
from pathlib import Path

import pytest

from tests.conftest import LONGEST

PROJECT = Path(__file__).resolve().parents[2]
DOCUMENTS = (PROJECT / "README.md", *sorted((PROJECT / "archive" / "docs").rglob("*.md")))
OPERATING = (PROJECT / "archive" / "docs" / "operating.md").read_text(encoding="utf-8")

ENDINGS = frozenset(
    {"py", "toml", "tsv", "key", "env", "locked"}
)  # `manage.py` is a file, `agreement.agree` a function
A_FILE = re.compile(r"[a-z_\d./-]+\.(?:py|toml|txt|json|npz)")
BUILT_IN = frozenset({"all", "repr", "str"})

every_document = pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)


def words_in_code_type(document: Path) -> list[str]:
    """Return what stands between backticks in a document, blocks of code left out."""
    prose = re.sub(r"```.*?```", "", document.read_text(encoding="utf-8"), flags=re.DOTALL)
    return re.findall(r"`([^`\n]+)`", prose)


@cache
def source() -> str:
    """Return all code of the project in one string."""
    return "\n".join(path.read_text(encoding="utf-8") for path in (PROJECT / "archive").rglob("*.py"))


@cache
def paths() -> tuple[str, ...]:
    """Return every file of the project, from its root."""
    folders = [PROJECT / name for name in ("archive", "config", "templates", "tests", ".requirements", ".ci")]
    files = [path for folder in folders for path in folder.rglob("*") if path.is_file()]
    return tuple(f"/{path.relative_to(PROJECT)}" for path in (*files, *PROJECT.glob("*")))


def is_defined(name: str) -> bool:
    """Say whether a function, class or command has this name."""
    return bool(re.search(rf"^\s*(?:def|class) {name}\b|^{name}(?:: [^=\n]+)? = ", source(), flags=re.MULTILINE))


def is_module(name: str) -> bool:
    """Say whether a module or package has this name."""
    return any(path.endswith((f"/{name}.py", f"/{name}/__init__.py")) for path in paths())


@every_document
class TestADocument:
    def test_leads_only_to_files_that_are_there(self, document: Path) -> None:
        named = re.findall(r"\]\((?!https?:)([^)#]+)", document.read_text(encoding="utf-8"))

        assert [name for name in named if not (document.parent / name).exists()] == []

    def test_names_only_files_that_are_there(self, document: Path) -> None:
        named = [word for word in words_in_code_type(document) if A_FILE.fullmatch(word)]

        assert [name for name in named if not any(path.endswith(f"/{name}") for path in paths())] == []

    def test_names_only_functions_that_are_there(self, document: Path) -> None:
        named = {name for word in words_in_code_type(document) for name in re.findall(r"\b([a-z_]{3,})\(", word)}

        assert {name for name in named - BUILT_IN if not is_defined(name)} == set()

    def test_names_only_parts_of_modules_that_are_there(self, document: Path) -> None:
        named = [word.split(".") for word in words_in_code_type(document) if re.fullmatch(r"[a-z_]+\.[A-Za-z_]+", word)]
        of_modules = [(module, name) for module, name in named if is_module(module) and name not in ENDINGS]

        assert [one for one in of_modules if not (is_module(one[1]) or is_defined(one[1]))] == []

    def test_names_only_commands_that_are_there(self, document: Path) -> None:
        named = set(re.findall(r"manage\.py ([a-z_]+)", document.read_text(encoding="utf-8")))

        assert named - commands() - {"migrate"} == set()


def commands() -> set[str]:
    found = (PROJECT / "archive").glob("*/management/commands/*.py")
    return {path.stem for path in found if path.stem != "__init__"}


class TestThePageOnRunningIt:
    def test_has_every_command(self) -> None:
        assert {name for name in commands() if not re.search(rf"`(?:manage\.py )?{name}\b", OPERATING)} == set()

    def test_has_every_setting_and_no_other(self) -> None:
        read = {
            name
            for path in (PROJECT / "config").rglob("*.py")
            for name in re.findall(r'env\.\w+\(\s*"(\w+)"', path.read_text(encoding="utf-8"))
        }

        assert set(re.findall(r"`(ARCHIVE_\w+|DATABASE_URL)`", OPERATING)) == read


class TestThePageOnTheGate:
    def test_has_every_code_and_no_other(self) -> None:
        page = (PROJECT / "archive" / "docs" / "gate.md").read_text(encoding="utf-8")
        codes = {
            code
            for path in (PROJECT / "archive" / "publication").glob("*.py")
            for code in re.findall(r"\bG0\d\d\b", path.read_text(encoding="utf-8"))
        }

        assert re.findall(r"^\| (G\d+) \|", page, flags=re.MULTILINE) == sorted(codes)


class TestTheOrderOfTheTests:
    def test_names_only_files_that_are_there(self) -> None:
        assert [name for name in LONGEST if not (PROJECT / "tests" / name).is_file()] == []
