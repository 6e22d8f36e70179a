"""A line of the command: where a name stands and why, but not what; a name that cannot be looked for is refused."""

from archive.deidentification.leak_lines import leaks_of_line


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
