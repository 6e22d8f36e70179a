"""A clue in one language is a clue in the others: the lists of all files have the same classes, each with words."""

import tomllib

import pytest

from archive.detection.lexicon import DATA

LISTS = {
    path.stem: {name: words.split() for name, words in tomllib.loads(path.read_text(encoding="utf-8")).items()}
    for path in sorted((DATA / "clues").glob("*.toml"))
}
# Ages in one word ("двадцатилетний") are built by inflection in Russian and Ukrainian; elsewhere they are two.
ONLY_INFLECTED = {"aged"}
LEAST_SHARE = 0.2


class TestTheListsOfClues:
    def test_exist_in_every_language(self):
        assert set(LISTS) == {"en", "no", "ru", "uk"}

    @pytest.mark.parametrize("language", sorted(LISTS))
    def test_have_every_class_another_language_has(self, language):
        wanted = set().union(*LISTS.values()) - ONLY_INFLECTED

        assert wanted - set(LISTS[language]) == set()

    @pytest.mark.parametrize("language", sorted(LISTS))
    def test_have_no_class_that_is_a_token_gesture(self, language):
        thin = [
            name
            for name, words in LISTS[language].items()
            if name not in ONLY_INFLECTED and len(words) < LEAST_SHARE * max(len(LISTS[other][name]) for other in LISTS)
        ]

        assert thin == []

    @pytest.mark.parametrize("language", sorted(LISTS))
    def test_name_each_form_once_in_a_class(self, language):
        assert [name for name, words in LISTS[language].items() if len(words) != len(set(words))] == []
