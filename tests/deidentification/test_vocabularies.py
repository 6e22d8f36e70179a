"""The words of the ladders: complete in four languages, and fit to be put into a sentence."""

from __future__ import annotations

import re
import tomllib
from typing import TYPE_CHECKING, Any

import pytest

from archive.deidentification.gazetteer import DATA, regions
from archive.deidentification.inflecting import Case, decline
from archive.deidentification.ladder_of import LADDERS, ladder_for
from archive.deidentification.ladders.place import generalise_place
from archive.deidentification.nouns import vocabulary
from archive.deidentification.proposals import propose
from archive.detection.findings import EntityType, Finding, IdentifierClass
from tests.deidentification.sentences import told

if TYPE_CHECKING:
    from collections.abc import Iterator

LANGUAGES = {"en", "nb", "ru", "uk"}
VOCABULARIES = ("ranks", "specialities", "occupations", "schools", "routes", "family", "labels")
WORDINGS = re.compile(r"L\d$|^name$|^type$|^none$|^alone$|^at$|^adjective$")


def wordings(node: Any, path: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    if isinstance(node, dict):
        for key, value in node.items():
            if WORDINGS.search(key) and isinstance(value, dict) and LANGUAGES & set(value):
                yield f"{path}.{key}", value
            else:
                yield from wordings(value, f"{path}.{key}")


def all_wordings() -> list[tuple[str, dict[str, Any]]]:
    found = []
    for name in (*VOCABULARIES, "units", "wounds"):
        data = tomllib.loads((DATA / f"{name}.toml").read_text(encoding="utf-8"))
        found += [(f"{name}{path}", wording) for path, wording in wordings(data)]
    return found


class TestEveryWording:
    def test_is_there_in_four_languages(self) -> None:
        for path, wording in all_wordings():
            assert set(wording) == LANGUAGES, path
            assert all(wording.values()), path

    @pytest.mark.parametrize("language", ["ru", "uk"])
    def test_inflects(self, language: str) -> None:
        unchanging = {"поранення", "захворювання", "ув'язнення", "ранение"}
        for path, wording in all_wordings():
            phrase = wording[language]
            if not isinstance(phrase, str) or "{}" in phrase or path.startswith(("routes", "wounds.regions")):
                continue
            forms = {decline(phrase, case, language) for case in Case}
            head = phrase.partition("|")[0].split()[-1]
            assert len(forms) > 1 or head in unchanging, (path, phrase)

    def test_in_norwegian_begins_with_its_article(self) -> None:
        bare = re.compile(r"^(?:en|ei|et) |^(?:helseproblemer|familiebånd|ulovlige drap|mishandling|fangenskap)")
        for path, wording in all_wordings():
            phrase = wording["nb"]
            if path.startswith(("routes", "wounds.regions")) or path.endswith("adjective"):
                continue
            assert bare.search(phrase), (path, phrase)

    def test_has_no_brackets_of_its_own(self) -> None:
        for path, wording in all_wordings():
            assert not any(set("[]") & set(words) for words in wording.values() if isinstance(words, str)), path


class TestEveryVocabulary:
    @pytest.mark.parametrize("name", [name for name in VOCABULARIES if name != "labels"])
    def test_recognises_words_in_four_languages(self, name: str) -> None:
        for entry in vocabulary(name):
            assert set(entry.patterns) == LANGUAGES, (name, entry.key)

    @pytest.mark.parametrize("name", VOCABULARIES)
    def test_says_something_for_each_row(self, name: str) -> None:
        if name != "family":
            for entry in vocabulary(name):
                assert entry.levels, (name, entry.key)


class TestASmallRegion:
    def test_is_no_public_rung(self) -> None:
        for region in regions().values():
            name = region.key.removeprefix("the ")
            if not region.is_large:
                assert name not in told(generalise_place, f"I grew up in <{name}>.", language="en")["L2"], name

    def test_is_not_told_for_its_towns_either(self) -> None:
        rungs = told(generalise_place, "I grew up in <Elista>.", language="en")

        assert rungs["L1"] == "I grew up [in southern Russia]."
        assert rungs["L2"] == "I grew up [in a national republic in Russia]."


class TestEveryDetail:
    @pytest.mark.parametrize("language", sorted(LANGUAGES))
    def test_that_has_a_label_has_it_in_each_language(self, language: str) -> None:
        for entry in vocabulary("labels"):
            finding = Finding(0, 2, EntityType.MISC, entry.key, IdentifierClass.QUASI, False, "test", "Seen.")

            rungs = propose(finding, text="77", language=language).rungs

            assert rungs or any(entry.key in details for _, details in LADDERS), entry.key

    def test_of_the_detectors_is_served_or_told_anew(self) -> None:
        """A detail without a ladder is left out or summarised; these are meant to be."""
        for detail in ("unique_event", "unique_detail", "gloss", "naming_note", "nickname_origin", "law"):
            assert ladder_for(detail) is None
