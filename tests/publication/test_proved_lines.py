"""Lines proved on one page are not searched on the next, and no name gets by because of it."""

import re

from archive.publication.proved_lines import STRETCH, ProvedLines

SHELL = "\n".join(f"label {number}" for number in range(40))


class Search:
    """Finds one word, also where a line break parts it; and notes what it was asked to look through."""

    def __init__(self, word: str) -> None:
        self.word = word
        self.texts: list[str] = []

    def __call__(self, text: str) -> bool:
        self.texts.append(text)
        return re.search(r"(?:-?\n)?".join(self.word), text) is None


def page(*own: str) -> str:
    head, foot = SHELL.split("\n")[:20], SHELL.split("\n")[20:]
    return "\n".join([*head, *own, *foot])


class TestAPageLikeTheOneBefore:
    def test_is_not_searched_at_all(self) -> None:
        proved, search = ProvedLines(), Search("Halvgrim")
        proved.hold(page("He came too."), is_clean=search)
        search.texts.clear()

        assert proved.hold(page("He came too."), is_clean=search)
        assert search.texts == []

    def test_is_searched_where_it_differs_and_a_stretch_around(self) -> None:
        proved, search = ProvedLines(), Search("Halvgrim")
        proved.hold(page("He came too."), is_clean=search)
        search.texts.clear()

        assert proved.hold(page("She stayed."), is_clean=search)
        (text,) = search.texts
        lines = text.split("\n")
        assert lines.index("She stayed.") == STRETCH - 1
        assert len(lines) == 2 * STRETCH - 1

    def test_is_searched_in_two_places_where_it_differs_in_two(self) -> None:
        proved, search = ProvedLines(), Search("Halvgrim")
        proved.hold("\n".join(["He", SHELL, "came."]), is_clean=search)
        search.texts.clear()

        assert proved.hold("\n".join(["She", SHELL, "went."]), is_clean=search)
        assert [text.split("\n")[:: STRETCH - 1] for text in search.texts] == [
            ["She", "label 3"],
            ["label 36", "went."],
        ]


class TestANameOnALaterPage:
    def test_is_found_in_a_line_of_its_own(self) -> None:
        proved, search = ProvedLines(), Search("Halvgrim")
        proved.hold(page("He came too."), is_clean=search)

        assert not proved.hold(page("Halvgrim came too."), is_clean=search)

    def test_is_found_where_lines_seen_before_stand_side_by_side_for_the_first_time(self) -> None:
        proved, search = ProvedLines(), Search("Halvgrim")
        assert proved.hold(page("He said Halv-", "and no more."), is_clean=search)
        assert proved.hold(page("It was", "grim there."), is_clean=search)

        assert not proved.hold(page("He said Halv-", "grim there."), is_clean=search)

    def test_is_found_on_every_page_it_stands_on(self) -> None:
        proved, search = ProvedLines(), Search("Halvgrim")

        assert not any(proved.hold(page("Halvgrim came too."), is_clean=search) for _ in range(3))


class TestAShortPage:
    def test_is_searched_whole(self) -> None:
        proved, search = ProvedLines(), Search("Halvgrim")

        assert not proved.hold("Halvgrim", is_clean=search)
        assert proved.hold("He", is_clean=search)
        assert search.texts == ["Halvgrim", "He"]
