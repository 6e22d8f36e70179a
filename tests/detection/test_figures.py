"""Figures that tell of nobody are left alone: notes' marks, shares, thousands, hours, speakers' labels."""

import pytest

from archive.detection.identifiers import find_identifiers


def shown(text, language):
    return [text[f.start : f.end] for f in find_identifiers(text, language=language) if f.is_candidate]


class TestAFigure:
    @pytest.mark.parametrize(
        ("text", "language"),
        [
            ("They all went home again.13 Nobody knew why.", "en"),
            ("Alle gikk hjem igjen.3 Ingen visste hvorfor.", "nb"),
            ("Then 50,000 soldiers crossed over.", "en"),
            ("Over 18 000 saker er reist der.", "nb"),
            ("Ушло 15 000 человек оттуда.", "ru"),
            ("Пішло 15 000 людей звідти.", "uk"),
            ("About 42 percent of them left.", "en"),
            ("Omtrent 42 prosent gjekk heim.", "nn"),
            ("Около 42 процентов ушло.", "ru"),
            ("Близько 42 відсотків пішло.", "uk"),
            ("I sat there until 03:10 and slept.", "en"),
        ],
    )
    def test_that_tells_of_nobody_is_no_candidate(self, text, language):
        assert shown(text, language) == []

    @pytest.mark.parametrize(
        ("text", "language", "told"),
        [
            ("We were 140 men in the hall.", "en", "140"),
            ("My channel has 40,000 followers now.", "en", "40,000"),
            ("They wrote 61899 on the door.", "en", "61899"),
            ("Нас было 140 человек там.", "ru", "140"),
        ],
    )
    def test_that_may_lead_to_somebody_is_one(self, text, language, told):
        assert any(told in one for one in shown(text, language))


class TestALabel:
    def test_of_turns_is_no_name(self):
        text = "Q1. Who came?\nNobody came.\nQ2. Why?\nIt rained.\nQ3. When?\nAt night."

        assert not any(one.startswith("Q") for one in shown(text, "en"))

    def test_that_is_a_name_stays_a_candidate(self):
        text = "Elling: Ja.\nNei, sa han.\nElling: Nei.\nJa, sa han.\nElling: Jo.\nNei."

        assert "Elling" in shown(text, "nb")
