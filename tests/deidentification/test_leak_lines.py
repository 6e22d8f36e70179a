"""A line of the command: where a name stands and why, but not what; a name that cannot be looked for is refused."""

import pytest

from archive.deidentification.leak_lines import NameNotSearchable, leaks_of_line


class TestALineOfTheCommand:
    def test_tells_where_and_why_but_not_what(self) -> None:
        line = {
            "id": "t1",
            "text": "Пришёл Щегольков к Глебу.",
            "protected": [{"person": "p1", "names": ["Rodion Shchegolkov", "Глеб"]}],
            "pseudonyms": ["Глеб"],
        }

        assert leaks_of_line(line) == {
            "id": "t1",
            "leaks": [{"start": 7, "end": 16, "person": "p1", "tier": "block", "how": "transliteration"}],
        }

    @pytest.mark.parametrize("pseudonyms", [{}, {"pseudonyms": None}, {"pseudonyms": []}])
    def test_may_have_no_pseudonyms(self, pseudonyms: dict[str, object]) -> None:
        line = {"id": "t1", "text": "Пришёл Глеб.", "protected": [{"person": "p1", "names": ["Глеб"]}], **pseudonyms}

        assert [leak["start"] for leak in leaks_of_line(line)["leaks"]] == [7]

    @pytest.mark.parametrize("name", ["", "R.", "-", "李明"])
    def test_is_refused_with_a_name_that_cannot_be_looked_for(self, name: str) -> None:
        line = {"id": "t1", "text": "Пришёл Глеб.", "protected": [{"person": "p1", "names": ["Глеб", name]}]}

        with pytest.raises(NameNotSearchable):
            leaks_of_line(line)

    @pytest.mark.parametrize("names", ["Глеб", ("Глеб",), ["Глеб", b"x"], {"Глеб": 1}])
    def test_is_refused_with_names_that_are_no_list_of_words(self, names: object) -> None:
        line = {"id": "t1", "text": "Пришёл Глеб.", "protected": [{"person": "p1", "names": names}]}

        with pytest.raises(TypeError):
            leaks_of_line(line)

    @pytest.mark.parametrize("pseudonyms", ["Глеб", [1], [None]])
    def test_is_refused_with_pseudonyms_that_are_no_list_of_words(self, pseudonyms: object) -> None:
        line = {"id": "t1", "text": "Да.", "protected": [], "pseudonyms": pseudonyms}

        with pytest.raises(TypeError):
            leaks_of_line(line)
