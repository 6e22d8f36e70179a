"""Every sentence that a page may say has its Norwegian: in templates, in Python, and the reasons of recognisers."""

import ast
import gettext
import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from django.conf import settings
from django.utils.translation import override
from django.utils.translation.template import templatize

from archive.deidentification.proposals import propose
from archive.desk.reasons import say_reason
from archive.detection.identifiers import WITHOUT_MODEL, find_identifiers

BASE = Path(settings.BASE_DIR)
CATALOGUE = BASE / "archive/locale/nb/LC_MESSAGES/django.mo"
MARKERS = frozenset(
    {"_", "gettext", "gettext_lazy", "ngettext", "ngettext_lazy", "pgettext", "pgettext_lazy", "npgettext"}
)
QUOTED = r"(?:'(?:[^'\\]|\\.)*'|\"(?:[^\"\\]|\\.)*\")"
IN_TEMPLATE = re.compile(rf"\b(_|n?p?gettext)\(u?({QUOTED}(?:, ?u?{QUOTED})*)")


ENGLISH = re.compile(r"\b(?:is|it|the|told|with|of|what)\b")
SENTENCE = re.compile(r"(?!The package )[A-Z][a-z-]* [^{}]*[a-z)]\.")


SAME_IN_BOTH = {
    "%(problem)s (%(language)s).",
    "%(source)s, %(year)d",
    "Form",
    "Person %(key)s: %(reason)s",
    "HTML",
    "P-0004",
    "Person %(key)s",
    "person %(key)s",
    "admin",
    "original",
    "person",
    "ring",
}


@pytest.fixture
def norwegian() -> gettext.NullTranslations:
    with CATALOGUE.open("rb") as file:
        return gettext.GNUTranslations(file)


def marked_in_python() -> Iterator[tuple[str, tuple[str, ...]]]:
    for path in sorted((BASE / "archive").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in MARKERS:
                said = [one.value for one in node.args if isinstance(one, ast.Constant) and isinstance(one.value, str)]
                if said:
                    yield node.func.id.removesuffix("_lazy"), tuple(said)


def marked_in_templates() -> Iterator[tuple[str, tuple[str, ...]]]:
    for path in sorted((BASE / "templates").rglob("*.html")):
        for marker, said in IN_TEMPLATE.findall(templatize(path.read_text("utf-8"))):
            yield marker, tuple(ast.literal_eval(f"({said},)"))


def reasons() -> Iterator[str]:
    """Yield every sentence that a module of recognisers, or the list of public things, gives as a reason."""
    for path in sorted((BASE / "archive/detection").rglob("*.py")):
        tree = ast.parse(path.read_text("utf-8"))
        texts = [node for node in ast.walk(tree) if isinstance(node, ast.Constant)]
        docstrings = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
        said = {str(node.value) for node in texts if isinstance(node.value, str) and id(node) not in docstrings}
        yield from filter(SENTENCE.fullmatch, said)
    yield from re.findall(r'^reason = "(.+)"$', (BASE / "archive/detection/data/public.toml").read_text("utf-8"), re.M)


def untranslated(catalogue: gettext.NullTranslations, marked: Iterable[tuple[str, tuple[str, ...]]]) -> list[str]:
    """Return what comes back from the catalogue as it went in."""
    english = []
    for marker, said in marked:
        if marker == "ngettext":
            answer = catalogue.ngettext(said[0], said[1], 1)
        elif marker == "pgettext":
            answer = catalogue.pgettext(said[0], said[1])
        else:
            answer = catalogue.gettext(said[0])
        if answer in said and answer not in SAME_IN_BOTH:
            english.append(answer)
    return english


class TestTheNorwegianCatalogue:
    def test_has_every_sentence_marked_in_python(self, norwegian: gettext.NullTranslations) -> None:
        marked = list(marked_in_python())

        assert len(marked) > 400
        assert untranslated(norwegian, marked) == []

    def test_has_every_sentence_marked_in_templates(self, norwegian: gettext.NullTranslations) -> None:
        marked = list(marked_in_templates())

        assert len(marked) > 400
        assert untranslated(norwegian, marked) == []

    def test_has_every_reason_of_a_recogniser(self, norwegian: gettext.NullTranslations) -> None:
        given = set(reasons())

        assert len(given) > 100
        assert untranslated(norwegian, [("gettext", (reason,)) for reason in given]) == []

    def test_has_what_follows_from_a_reason(self) -> None:
        gold = (BASE / "tests/detection/gold.jsonl").read_text("utf-8").splitlines()
        english = set()
        for document in map(json.loads, gold):
            text, language = document["text"], document.get("lang", "en")
            found = find_identifiers(text, language=language, recognisers=WITHOUT_MODEL)
            english |= {propose(finding, text=text, language=language).reason for finding in found}

        with override("nb"):
            norwegian = {reason: say_reason(reason) for reason in english}

        assert len(norwegian) > 25
        assert [reason for reason, said in norwegian.items() if set(ENGLISH.findall(reason)) & set(said.split())] == []

    def test_leaves_what_a_person_wrote_as_it_is(self) -> None:
        with override("nb"):
            assert say_reason("She asked for it: it stays.") == "She asked for it: it stays."
            assert say_reason("") == ""
