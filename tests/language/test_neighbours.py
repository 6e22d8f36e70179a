"""What stands beside a name: the rest of the name, initials, a patronymic, another surname, a public figure's."""

import pytest

from archive.language.matching import NamedPerson, NameMatcher
from archive.language.public_figures import public_figure_spans

MATCHER = NameMatcher(
    [
        NamedPerson("p1", ("Родион Захарович Щегольков",)),
        NamedPerson("p2", ("Вера Мороз",)),
        NamedPerson("p3", ("Will Storm",)),
        NamedPerson("p4", ("Александр Чуев",)),
        NamedPerson("p5", ("Yevheniia Zhuravska",)),
        NamedPerson("p6", ("Қайрат Әминов",)),
        NamedPerson("p7", ("Вертиград Кубасов",)),
    ]
)
SINGLE = NameMatcher([NamedPerson("p9", ("Сказочник",))])


def said(text: str, surface: str, matcher: NameMatcher = MATCHER) -> set[str]:
    """Return (person, tier and rule) of the matches whose span is this."""
    start = text.index(surface)
    return {
        f"{match.person} {match.tier} {match.how}"
        for match in matcher.find(text)
        if (match.start, match.end) == (start, start + len(surface))
    }


SAID = {
    # parts of one name side by side
    "both parts": ("Там Родион Щегольков был", "Родион", "p1 block whole-name"),
    "both parts, the other": ("Там Родион Щегольков был", "Щегольков", "p1 block whole-name"),
    "the surname first": ("Там Щегольков Родион был", "Родион", "p1 block whole-name"),
    "parted by a comma": ("Там Щегольков, Родион был", "Родион", "p1 block whole-name"),
    "parted by a line break": ("Там Родион\nЩегольков был", "Родион", "p1 block whole-name"),
    "parted by a hyphen": ("Там Родион-Щегольков был", "Родион", "p1 block whole-name"),
    "parted by a point": ("rodion.shchegolkov", "rodion", "p1 block whole-name"),
    "parted by an underscore": ("rodion_shchegolkov", "rodion", "p1 block whole-name"),
    "parted by a slash": ("rodion/shchegolkov", "rodion", "p1 block whole-name"),
    "parted by a plus": ("rodion+shchegolkov", "rodion", "p1 block whole-name"),
    "in parentheses": ("Там Щегольков (Родион) был", "Родион", "p1 block whole-name"),
    "in quotation marks": ("Там «Родион» ’Щегольков", "Родион", "p1 block as-recorded"),
    "name and patronymic": ("Там Родион Захарович был", "Захарович", "p1 block whole-name"),
    "ordinary words with capitals": ("We saw Will Storm", "Will", "p3 block whole-name"),
    "ordinary words in small letters": ("We saw will storm", "will", "p3 ask whole-name"),
    "ordinary words, one with a capital": ("We saw Will storm", "storm", "p3 block whole-name"),
    "a short form beside the surname": ("Там Саша Чуев был", "Саша", "p4 block whole-name"),
    "what may be a short form beside the surname": ("Там Шурон Чуев был", "Шурон", "p4 block whole-name"),
    "parted by three signs": ("Там Родион – Щегольков был", "Родион", "p1 block whole-name"),
    "parted by a capital alone": ("see RodionShchegolkov", "Rodion", "p1 block whole-name"),
    "a capital before an ordinary word twice": ("We saw Will storm will", "storm", "p3 block whole-name"),
    "a capital after an ordinary word twice": ("We saw will storm Will", "storm", "p3 block whole-name"),
    "what was undone before the rule": ("We met Shchegolkov’s son", "Shchegolkov’s", "p1 block possessive"),
    # initials
    "an initial beside a whole name": ("Это Р. Щегольков Родион", "Р.", "p1 block initials"),
    "initials before": ("Это Р. З. Щегольков", "Р. З.", "p1 block initials"),
    "one initial before": ("Это Р. Щегольков", "Р.", "p1 block initials"),
    "initials before, without space": ("Это Р.З.Щегольков", "Р.З.", "p1 block initials"),
    "initials after": ("Это Щегольков Р. З.", "Р. З.", "p1 block initials"),
    "initials after a comma": ("Это Щегольков, Р. З.", "Р. З.", "p1 block initials"),
    "an initial after, without a point": ("Это Щегольков Р да", "Р", "p1 block initials"),
    "Latin initials": ("This is R. Shchegolkov", "R.", "p1 block initials"),
    "an initial of two letters": ("This is Ye. Zhuravska", "Ye.", "p5 block initials"),
    "an initial in another script": ("Это R. Щегольков", "R.", "p1 block initials"),
    "initials of other alphabets": ("Это Қ. Әминов", "Қ.", "p6 block initials"),
    "initials of other alphabets alone": ("Его звали Қ. Ә., он молчал", "Қ. Ә.", "p6 ask initials"),
    "initials alone": ("Его звали Р. Щ., он молчал", "Р. Щ.", "p1 ask initials"),
    "initials alone, without space": ("Его звали Р.Щ., он молчал", "Р.Щ.", "p1 ask initials"),
    "initials alone, the surname first": ("Его звали Щ. Р., он молчал", "Щ. Р.", "p1 ask initials"),
    "three initials alone": ("Его звали Р. З. Щ., он молчал", "Р. З. Щ.", "p1 ask initials"),
    "initials alone, in Latin letters": ("It was R. Sh. who fell", "R. Sh.", "p1 ask initials"),
    # a patronymic
    "a patronymic nobody recorded": ("Пришла Вера Степановна", "Степановна", "p2 ask patronymic-beside"),
    "a patronymic after a single given name": ("Звали Родиона Степановича", "Степановича", "p1 ask patronymic-beside"),
    "a patronymic amid a sentence": ("Пришла Вера Степановна утром", "Степановна", "p2 ask patronymic-beside"),
    "a patronymic before a digit": ("Пришла Вера Степановна7", "Степановна", "p2 ask patronymic-beside"),
    "a patronymic before a line below": ("Пришла Вера Степановна_7", "Степановна", "p2 ask patronymic-beside"),
    "a patronymic after a whole name": ("Там Родион Щегольков Степанович", "Степанович", "p1 ask patronymic-beside"),
    "a given name before a patronymic is nobody else's": ("Там Родион Степанович", "Родион", "p1 block as-recorded"),
    # another surname
    "a given name before another surname": ("Там Родион Верещагин был", "Родион", "p1 ask as-recorded"),
    "a given name before an initial and another surname": ("Там Родион В. Верещагин", "Родион", "p1 ask as-recorded"),
    "a given name that is the first half of another": ("Там Родион-Глеб был", "Родион", "p1 ask as-recorded"),
    "a given name before a word": ("Там Родион верещагин был", "Родион", "p1 block as-recorded"),
    "a given name before a short word": ("Там Родион Во был", "Родион", "p1 block as-recorded"),
    "a given name in capitals before another surname": ("Там РОДИОН ВЕРЕЩАГИН", "РОДИОН", "p1 block as-recorded"),
    "a surname before another": ("Там Щегольков Верещагин был", "Щегольков", "p1 block as-recorded"),
}  # fmt: skip


@pytest.mark.parametrize("kind", SAID)
def test_the_neighbourhood_says(kind: str) -> None:
    text, surface, expected = SAID[kind]

    assert expected in said(text, surface)


NOT_SAID = {
    "too far apart": ("Там Родион –   – Щегольков был", "Родион", "whole-name"),
    "a word between": ("Там Родион и Щегольков был", "Родион", "whole-name"),
    "two persons": ("Там Родион Мороз был", "Родион", "whole-name"),
    "twice the same part": ("Там Родион Родион был", "Родион", "whole-name"),
    "twice the same surname": ("Там Щегольков Щегольков был", "Щегольков", "whole-name"),
    "two parts that may be clipped": ("Там Вертигр Кубас был", "Кубас", "whole-name"),
    "an initial beside an ordinary word": ("Там мороз В да", "В", "initials"),
    "a name with a form of itself": ("Там Александр Саша был", "Саша", "whole-name"),
    "other initials": ("Это Б. Г. Щегольков", "Б. Г.", "initials"),
    "initials of other names": ("Его звали Б. Г., он молчал", "Б. Г.", "initials"),
    "an initial before a possessive": ("Это Щегольков Р’s", "Р", "initials"),
    "initials of given names only": ("Его звали Р. Р., он молчал", "Р. Р.", "initials"),
    "initials before another name": ("Его звали Р. Щ. Верещагин", "Р. Щ.", "initials"),
    "initials after another name": ("Это Верещагин Р. Щ.", "Р. Щ.", "initials"),
    "initials that go on": ("Это А.Р. Щ., он", "Р. Щ.", "initials"),
    "a patronymic in small letters": ("Пришла Вера степановна", "степановна", "patronymic-beside"),
    "another word": ("Пришла Вера Степановская", "Степановская", "patronymic-beside"),
    "a short word": ("Пришла Вера Ович", "Ович", "patronymic-beside"),
    "a patronymic after a surname": ("Пришёл Щегольков Степанович", "Степанович", "patronymic-beside"),
}


@pytest.mark.parametrize("kind", NOT_SAID)
def test_the_neighbourhood_does_not_say(kind: str) -> None:
    text, surface, how = NOT_SAID[kind]

    assert how not in {line.split()[2] for line in said(text, surface)}


class TestTheFullNameOfAPublicFigure:
    def test_passes_in_every_case(self) -> None:
        assert said("Мы видели Александра Лукашенко вчера", "Александра") == set()

    def test_is_no_cover_for_the_given_name_alone(self) -> None:
        assert said("Александр Лукашенко был, и Александр ушёл. Потом сам Александр", "Александр") == set()
        assert any(match.start > 20 for match in MATCHER.find("Александр Лукашенко был, и Александр ушёл"))

    def test_is_no_part_of_a_longer_word(self) -> None:
        assert public_figure_spans("Там 7Александр Лукашенко") == []
        assert public_figure_spans("Александр Лукашенко") == [(0, 19)]

    def test_is_nobody_elses(self) -> None:
        assert public_figure_spans("Там был Родион Щегольков, # а с ним и я") == []

    def test_covers_the_surname_that_a_protected_person_bears(self) -> None:
        matcher = NameMatcher([NamedPerson("p", ("Пётр Лукашенко",))])

        assert said("Мы видели Александра Лукашенко вчера", "Лукашенко", matcher) == set()
        assert said("Мы видели Лукашенко вчера", "Лукашенко", matcher) != set()

    def test_does_not_cover_what_follows(self) -> None:
        text = "Александр Лукашенко и Щегольков"

        assert said(text, "Щегольков") == {"p1 block as-recorded"}


class TestAnOrdinaryWordThatIsAName:
    STANDING = "Мы ждали. Пришла наша Вера. "

    def test_is_asked_about_in_small_letters_after_the_name(self) -> None:
        assert said(self.STANDING + "Потом, сказала она, вера ушла.", "вера") == {"p2 ask ordinary-word"}

    def test_is_not_without_the_name(self) -> None:
        assert said("Мы ждали. Потом, сказала она, вера ушла.", "вера") == set()

    @pytest.mark.parametrize(("times", "asked"), [(12, True), (13, False)])
    def test_is_asked_about_a_dozen_times_at_most(self, times: int, asked: bool) -> None:
        text = self.STANDING + "Потом, сказала она, вера ушла. " * times

        assert bool(said(text, "вера")) is asked

    def test_is_the_recorded_word_only(self) -> None:
        assert said(self.STANDING + "Потом, сказала она, верка ушла.", "верка") != {"p2 ask ordinary-word"}

    def test_is_not_part_of_a_longer_word(self) -> None:
        assert said(self.STANDING + "Потом, сказала она, вераПобеда ушла.", "вера") == set()

    def test_is_not_a_place_that_a_short_form_runs_into(self) -> None:
        matcher = NameMatcher([NamedPerson("p", ("Сергій Цимбал",))])

        assert said("Там був Сергій. Мы были в Сирию вчера.", "Сергій", matcher) == {"p block as-recorded"}
        assert said("Там був Сергій. Мы были в Сирию вчера.", "Сирию", matcher) == set()

    def test_is_not_where_only_a_clipped_form_of_it_stands(self) -> None:
        assert said("Мы ждали, пришла Верос. Потом, сказала она, вера ушла.", "вера") == set()


class TestWhoIsNamed:
    def test_are_sixteen_persons_at_most_wherever_a_name_stands(self) -> None:
        crowd = NameMatcher(NamedPerson(f"p{number:02}", ("Родион Щегольков",)) for number in range(40))

        for text in ("Там Родион был", "Там Родион Щегольков был", "Там Р. Щегольков был"):
            places: dict[tuple[int, int], int] = {}
            for match in crowd.find(text):
                places[match.start, match.end] = places.get((match.start, match.end), 0) + 1
            assert set(places.values()) == {16}

    def test_is_nobody_by_initials_that_fit_seventeen(self) -> None:
        few = NameMatcher(NamedPerson(f"p{number:02}", ("Родион Щегольков",)) for number in range(16))
        many = NameMatcher(NamedPerson(f"p{number:02}", ("Родион Щегольков",)) for number in range(17))

        assert [len(crowd.find("Его звали Р. Щ., да")) for crowd in (few, many)] == [16, 0]

    def test_is_everybody_who_bears_one_part(self) -> None:
        both = NameMatcher([NamedPerson("a", ("Родион Щегольков",)), NamedPerson("b", ("Родион Жмуров",))])

        assert said("Там Родион Щегольков был", "Родион", both) == {"a block whole-name", "b block as-recorded"}
        assert {line[0] for line in said("Там Родион был", "Родион", both)} == {"a", "b"}
