"""English stands in the English column and Norwegian in the Norwegian one."""

import re

import pytest

from archive.catalogue.closed_lists import ALTERATIONS, SOURCE_KINDS, WARNINGS
from archive.catalogue.facets import FACETS
from archive.first_collection.context import collection_entry, read_context
from archive.first_collection.texts import read_collection
from archive.first_collection.thesaurus import read_themes

ENGLISH = "the and of to was were had he his they with from that for been which is are by an a without"
NORWEGIAN = "og i å som på av til ikke ble var hadde han hans de med fra at det den er en et uten eller"
SHARED = {"for", "i", "a", "at", "de", "den", "over", "en", "av"}


def leaning(text: str) -> int:
    """Return how many more Norwegian than English function words a text has."""
    words = re.findall(r"\w+", text.casefold())
    norwegian = sum(word in set(NORWEGIAN.split()) - SHARED for word in words) + len(re.findall("[æøå]", text))
    return norwegian - sum(word in set(ENGLISH.split()) - SHARED for word in words)


ACCOUNTS = read_collection().accounts
CONTEXT = (*read_context(), collection_entry(read_collection()))


class TestTheNorwegianColumn:
    @pytest.mark.parametrize("account", ACCOUNTS, ids=lambda account: account.key)
    def test_holds_norwegian_abstracts_and_texts(self, account):
        assert leaning(account.abstracts["nb"]) > 3
        assert leaning(account.abstracts["en"]) < -3
        for telling in account.tellings:
            for paragraph in telling.paragraphs:
                assert (leaning(paragraph) > 0) == (telling.language == "nb")

    @pytest.mark.parametrize("entry", CONTEXT, ids=lambda entry: entry.code)
    def test_holds_norwegian_context(self, entry):
        said = {text.language: " ".join([text.title, *text.body, text.doubt]) for text in entry.texts}

        assert {"en", "nb"} <= set(said)
        assert leaning(said["en"]) <= 0 <= leaning(said["nb"])

    def test_differs_from_the_english_one_in_every_label(self):
        pairs = [(facet.en, facet.nb) for facet in FACETS]
        pairs += [(value.en, value.nb) for facet in FACETS for value in facet.values]
        pairs += [(value.en, value.nb) for value in (*WARNINGS, *ALTERATIONS, *SOURCE_KINDS)]
        pairs += [(theme.labels["en"], theme.labels["nb"]) for theme in read_themes()]
        same = {english for english, norwegian in pairs if english == norwegian}

        assert {word for word in same if not re.fullmatch(r"[\d–-]+", word)} <= {"under 20", "under 30"}

    def test_gives_every_decision_the_same_treatment_in_both_languages(self):
        for account in ACCOUNTS:
            marked = [{mark.decision for mark in telling.marks} for telling in account.tellings]
            assert all(keys == marked[0] for keys in marked)
            for decision in account.decisions.values():
                assert not decision.replacements or set(decision.replacements) == {"en", "nb"}


class TestTheThesaurus:
    def test_has_labels_in_four_languages_and_notes_in_two(self):
        for theme in read_themes():
            assert set(theme.labels) == {"en", "nb", "ru", "uk"}
            assert set(theme.scope) == {"en", "nb"}
            assert re.search("[а-яіїєґ]", theme.labels["ru"] + theme.labels["uk"])

    def test_puts_every_theme_under_a_heading_that_is_not_assigned(self):
        themes = {theme.code: theme for theme in read_themes()}

        assert all(theme.broader is None or not themes[theme.broader].assignable for theme in themes.values())
        assert sum(theme.assignable for theme in themes.values()) == 34


class TestTheContext:
    def test_says_of_every_figure_when_and_by_whom_it_was_counted(self):
        for entry in CONTEXT:
            if entry.kind == "figure":
                assert all(text.as_of and text.origin for text in entry.texts)

    def test_shows_disagreement_from_both_sides_or_says_what_to_doubt(self):
        entries = {entry.code: entry for entry in CONTEXT}
        for entry in CONTEXT:
            for code in entry.related:
                other = entries[code]
                assert entry.code in other.related or any(text.doubt for text in entry.texts) or entry.kind == "law"

    def test_has_the_cases_figures_law_and_terms(self):
        kinds = [entry.kind for entry in CONTEXT]

        assert {kind: kinds.count(kind) for kind in ("case", "term")} == {"case": 8, "term": 33}
        assert kinds.count("figure") >= 36
        assert kinds.count("law") >= 16

    def test_prints_no_link(self):
        for entry in CONTEXT:
            for text in entry.texts:
                assert not re.search(
                    r"https?:|www\.|t\.me", " ".join([text.title, *text.body, text.origin, text.doubt])
                )
