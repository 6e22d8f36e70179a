"""Suggested pseudonyms are drawn by chance, fit, and are nobody's name."""

import random
from collections import Counter

import pytest

from archive.language.matching import NamedPerson, NameMatcher
from archive.language.pseudonyms import NoPseudonymLeft, fitting_names, is_protected, suggest_pseudonym


def seeded(seed: int) -> random.Random:
    """Return chance that repeats."""
    return random.Random(seed)  # noqa: S311


class TestASuggestion:
    def test_fits_language_gender_and_time(self) -> None:
        young = set(fitting_names("ru", "m", born=2005))

        assert suggest_pseudonym(language="ru", gender="m", born=2005) in young
        assert not young & set(fitting_names("ru", "m", born=1940))

    def test_is_no_form_of_a_protected_name(self) -> None:
        protected = NameMatcher(
            [NamedPerson("p1", ("Sasha",)), NamedPerson("p2", ("Оля",)), NamedPerson("p3", ("Ирину",))]
        )

        drawn = {
            suggest_pseudonym(language="ru", gender="f", protected=protected, chance=seeded(seed))
            for seed in range(200)
        }

        assert not drawn & {"Ольга", "Ирина"}
        assert len(drawn) > 20

    def test_is_not_taken_by_another_narrator_in_any_spelling(self) -> None:
        drawn = {
            suggest_pseudonym(language="ru", gender="m", taken=("Serguei", "Gleb"), chance=seeded(seed))
            for seed in range(200)
        }

        assert not drawn & {"Сергей", "Глеб"}

    def test_shares_initial_and_length_with_the_real_name_no_more_than_chance(self) -> None:
        names = fitting_names("ru", "m")
        chance = seeded(11)
        initials, lengths = Counter(name[0] for name in names), Counter(len(name) for name in names)
        expected_initial = sum(count * count for count in initials.values()) / len(names) ** 2
        expected_length = sum(count * count for count in lengths.values()) / len(names) ** 2

        pairs = [
            (chance.choice(names), suggest_pseudonym(language="ru", gender="m", chance=chance)) for _ in range(2000)
        ]

        assert sum(real[0] == drawn[0] for real, drawn in pairs) / 2000 == pytest.approx(expected_initial, abs=0.03)
        assert sum(len(real) == len(drawn) for real, drawn in pairs) / 2000 == pytest.approx(expected_length, abs=0.04)

    def test_is_of_the_gender_asked_for(self) -> None:
        for language in ("en", "nb", "ru", "uk"):
            assert fitting_names(language, "m")
            assert not set(fitting_names(language, "m")) & set(fitting_names(language, "f")) - {"Sasha", "Robin", "Kim"}

    def test_is_drawn_by_the_chance_given(self) -> None:
        drawn = [suggest_pseudonym(language="ru", gender="m", chance=seeded(seed)) for seed in (1, 1, 2)]

        assert drawn[0] == drawn[1] != drawn[2]

    def test_is_refused_when_every_name_is_taken(self) -> None:
        with pytest.raises(NoPseudonymLeft):
            suggest_pseudonym(language="nb", gender="m", born=1940, taken=fitting_names("nb", "m", born=1940))

    def test_serves_nynorsk_from_the_norwegian_list(self) -> None:
        assert fitting_names("nn", "f") == fitting_names("nb", "f")

    def test_widens_the_years_when_none_fits(self) -> None:
        assert fitting_names("en", "m", born=1850) == fitting_names("en", "m")


class TestAPseudonymByHand:
    PROTECTED = NameMatcher([NamedPerson("p1", ("Сергей Жмуров",)), NamedPerson("p2", ("Ганна",))])

    @pytest.mark.parametrize("pseudonym", ["Sergej", "Жмурова", "Глеб Жмуров", "Hanna"])
    def test_is_refused_where_it_holds_a_form_of_a_protected_name(self, pseudonym: str) -> None:
        assert is_protected(pseudonym, self.PROTECTED)

    @pytest.mark.parametrize("pseudonym", ["Глеб", "Серёжище"])
    def test_may_be_what_is_no_such_form_for_certain(self, pseudonym: str) -> None:
        assert not is_protected(pseudonym, self.PROTECTED)

    def test_may_be_what_only_the_person_s_own_name_gives(self) -> None:
        assert not is_protected("Hanna", self.PROTECTED, but_of="p2")
        assert is_protected("Hanna", self.PROTECTED, but_of="p1")
