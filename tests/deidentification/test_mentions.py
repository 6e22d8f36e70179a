"""A mention: what stands around it and what the sentence asks of it."""

from __future__ import annotations

import pytest

from archive.deidentification.inflecting import Case
from archive.deidentification.mentions import UnknownLanguage, ladder_language, language_here
from archive.deidentification.prepositions import Direction
from archive.deidentification.sound import article, preposition
from tests.deidentification.sentences import mention_in


class TestASetting:
    @pytest.mark.parametrize(
        ("language", "sentence", "direction", "case"),
        [
            ("en", "We lay in <Robotyne>.", Direction.AT, Case.NOMINATIVE),
            ("en", "We lay on the outskirts of <Robotyne>.", Direction.AT, Case.NOMINATIVE),
            ("en", "We walked out of <Robotyne>.", Direction.FROM, Case.NOMINATIVE),
            ("en", "We left. <Robotyne> burnt.", Direction.NONE, Case.NOMINATIVE),
            ("en", "We left, in short, <Robotyne>.", Direction.NONE, Case.NOMINATIVE),
            ("nb", "Vi lå i nærheten av <Robotyne>.", Direction.AT, Case.NOMINATIVE),
            ("nb", "Vi dro til byen <Robotyne>.", Direction.TO, Case.NOMINATIVE),
            ("ru", "Мы в <Токмаке>.", Direction.AT, Case.LOCATIVE),
            ("ru", "Мы едем в <Токмак>.", Direction.TO, Case.ACCUSATIVE),
            ("ru", "Мы попали в <Алматы>.", Direction.TO, Case.ACCUSATIVE),
            ("ru", "Мы живём в <Алматы>.", Direction.AT, Case.LOCATIVE),
            ("ru", "Мы недалеко от <Токмака>.", Direction.AT, Case.GENITIVE),
            ("ru", "Мы шли с <капитаном>.", Direction.OTHER, Case.INSTRUMENTAL),
            ("ru", "Мы шли с <фронта>.", Direction.FROM, Case.GENITIVE),
            ("ru", "Мы живём в г. <Токмаке>.", Direction.AT, Case.LOCATIVE),
            ("ru", "Покинули <Москву>.", Direction.NONE, Case.ACCUSATIVE),
            ("uk", "Ми з <Токмака>.", Direction.FROM, Case.GENITIVE),
            ("uk", "Ми їдемо до <Токмака>.", Direction.TO, Case.GENITIVE),
            ("uk", "Ми під <Токмаком>.", Direction.AT, Case.INSTRUMENTAL),
        ],
    )
    def test_is_read_from_the_words_before(
        self, language: str, sentence: str, direction: Direction, case: Case
    ) -> None:
        setting = mention_in(sentence, language=language).setting

        assert (setting.direction, setting.case) == (direction, case)

    def test_begins_where_the_preposition_does(self) -> None:
        mention = mention_in("Мы живём в городе <Токмаке>.", language="ru")

        assert mention.text[mention.setting.start : mention.start] == "в городе "

    def test_does_not_reach_into_another_sentence(self) -> None:
        mention = mention_in("He lives in. <Robotyne> burnt.", language="en")

        assert mention.before == ()

    def test_shows_no_words(self) -> None:
        assert "Vorel" not in repr(mention_in("I saw <Vorel> there.", language="en"))
        assert "saw" not in repr(mention_in("I saw <Vorel> there.", language="en").before)


class TestALanguage:
    @pytest.mark.parametrize(("code", "expected"), [("nn", "nb"), ("no", "nb"), ("en-GB", "en"), ("UK", "uk")])
    def test_has_ladders(self, code: str, expected: str) -> None:
        assert ladder_language(code) == expected

    @pytest.mark.parametrize("code", [None, "", "ka", "de"])
    def test_may_have_none(self, code: str | None) -> None:
        with pytest.raises(UnknownLanguage):
            ladder_language(code)

    def test_of_a_line_in_another_script_is_that_lines(self) -> None:
        text = "Vi dro.\nМы ушли в лес."

        assert language_here(text, 11, 15, "nb") == "ru"
        assert language_here(text, 0, 2, "nb") == "nb"
        assert language_here("Ми пішли з її села.", 3, 8, "en") == "uk"
        assert language_here("We left the town.", 0, 2, "ru") == "en"
        assert language_here("Vi dro og kom ikke igjen.", 0, 2, "ru") == "nb"


class TestASmallWord:
    @pytest.mark.parametrize(
        ("word", "following", "before", "language", "expected"),
        [
            ("в", "Владимирской области", "", "ru", "во"),
            ("в", "воинской части", "", "ru", "в"),
            ("с", "Ставрополья", "", "ru", "со"),
            ("с", "юга", "", "ru", "с"),
            ("у", "Одеській області", "", "uk", "в"),
            ("у", "Києві", "жила", "uk", "в"),
            ("у", "Києві", "жив", "uk", "у"),
            ("у", "Львові", "жила", "uk", "у"),
            ("з", "заходу", "", "uk", "із"),
            ("з", "Швеції", "", "uk", "зі"),
            ("з", "Києва", "", "uk", "з"),
            ("in", "Oslo", "", "en", "in"),
        ],
    )
    def test_sounds_with_its_neighbours(
        self, word: str, following: str, before: str, language: str, expected: str
    ) -> None:
        assert preposition(word, following, before, language) == expected

    @pytest.mark.parametrize(
        ("noun", "expected"),
        [("officer", "an"), ("university", "a"), ("industrial worker", "an"), ("soldier", "a"), ("18-year-old", "an")],
    )
    def test_is_an_article(self, noun: str, expected: str) -> None:
        assert article(noun) == expected
