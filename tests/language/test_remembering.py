"""What is remembered of words is remembered once, and all of it is forgotten together."""

import pytest

from archive.language.remembering import forget_too, forget_words, remembered


@remembered(maxsize=2)
def spelled(word: str) -> list[str]:
    return list(word)


class TestAFunctionThatRemembers:
    def test_answers_as_before_until_words_are_forgotten(self) -> None:
        before = spelled("a")
        assert spelled("a") is before

        forget_words()

        assert spelled("a") is not before

    @pytest.mark.parametrize(("others", "kept"), [(1, True), (2, False)])
    def test_keeps_so_many_answers(self, others: int, kept: bool) -> None:
        before = spelled("a")

        for word in "bc"[:others]:
            spelled(word)

        assert (spelled("a") is before) is kept


def test_what_keeps_its_words_by_itself_forgets_them_too() -> None:
    words = ["a"]
    forget_too(words.clear)

    forget_words()

    assert words == []
