"""The parts under the recognisers: check digits, languages of paragraphs, lexicon, taggers."""

import pytest

from archive.detection.checks import passes_check
from archive.detection.clues import classes_of
from archive.detection.lexicon import PLACE, Flag, flags_of
from archive.detection.ordinary import is_ordinary
from archive.detection.readings import is_court_prose, reading_of
from archive.detection.segments import Document


class TestCheckDigits:
    @pytest.mark.parametrize(
        "value", ["GB82 WEST 1234 5698 7654 32", "4111 1111 1111 1111", "112-233-445 95", "500100732259", "7707083893"]
    )
    def test_that_hold_are_recognised(self, value):
        assert passes_check(value)

    @pytest.mark.parametrize("value", ["GB82 WEST 1234 5698 7654 33", "4111 1111 1111 1112", "112-233-445 96", "1234"])
    def test_that_fail_are_not(self, value):
        assert not passes_check(value)


class TestAMixedText:
    def test_has_a_language_for_each_paragraph(self):
        lines = (
            "We left the town and he said nothing.",
            "Я не знаю, что это было.",
            "І ми пішли до міста.",
            "Vi gikk og jeg var redd.",
        )
        document = Document("\n".join(lines))

        first_words = [document.languages[start] for start, _ in document.paragraphs]

        assert first_words == ["en", "ru", "uk", "nb"]


class TestTheLexicon:
    @pytest.mark.parametrize(
        ("form", "language"),
        [("seinere", "nb"), ("hendinga", "nb"), ("ikkje", "nn"), ("walking", "en"), ("дорога", "ru"), ("дорога", "uk")],
    )
    def test_proves_ordinary_words(self, form, language):
        assert is_ordinary(form, language)

    def test_knows_places_in_every_case_with_their_size(self):
        assert flags_of("сызрани") & PLACE
        assert flags_of("moscow") & Flag.PLACE_LARGE

    def test_lends_russian_words_to_ukrainian_text(self):
        assert "rank" in classes_of("подполковник", "uk")


class TestTheTaggers:
    def test_read_norwegian_names(self):
        document = Document("Da ringte Torbjørn Haugkvern til dem, og de reiste.", "nb")

        reading = reading_of(document)

        assert reading is not None
        assert reading.of("PERSON")[document.lower.index("torbjørn")] > 0.5

    def test_read_court_prose(self):
        text = "The applicant lodged an application with the Court. The Government said the applicant was born in 1964."

        assert is_court_prose(Document(text, "en"))

    def test_leave_english_testimony_to_the_rules(self):
        assert reading_of(Document("I walked home and nobody saw me.", "en")) is None
