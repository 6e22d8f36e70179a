"""The parts under the recognisers: check digits, languages of paragraphs, lexicon, taggers."""

import re

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archive.detection.checks import passes_check
from archive.detection.clues import classes_of
from archive.detection.features import contexts_of, gap_class, shape_of
from archive.detection.lexicon import PLACE, Flag, flags_of
from archive.detection.ordinary import is_ordinary
from archive.detection.readings import is_court_prose, reading_of
from archive.detection.segments import Document
from archive.detection.tagging import Tagger, load_tagger, read_places
from archive.language.remembering import forget_words


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


def spans_of(matches):
    return [match.span() for match in matches]


class TestAPattern:
    @settings(max_examples=80, deadline=None)
    @given(st.lists(st.sampled_from(["x", "ab", " ", "\n", "xx ", "long word ", "İ", "12 "]), max_size=60).map("".join))
    def test_finds_near_its_needle_what_it_finds_in_the_whole_text(self, text):
        pattern = re.compile(r"\w*x\w*")

        near = spans_of(Document(text).near(pattern, "x", margin=1))

        assert near == spans_of(pattern.finditer(text))

    def test_is_not_tried_far_from_its_needle(self):
        text = "one two " + "and so on " * 50 + "three needle four"

        found = [match.group() for match in Document(text).near(re.compile(r"\w+"), "needle", margin=4)]

        assert found == ["three", "needle", "four"]

    def test_is_tried_where_there_are_digits_enough(self):
        text = "In 12 days. " + "So it went on. " * 20 + "Then 1234 came."
        pattern = re.compile(r"\d+")

        assert [match.group() for match in Document(text).search(pattern)] == ["12", "1234"]
        assert [match.group() for match in Document(text).search(pattern, digits=4)] == ["1234"]


class TestATaggerOfALongSentence:
    def test_gives_each_token_chances_that_add_up(self):
        document = Document("Da reiste Torbjørn og vi " * 400, "nb")

        reading = reading_of(document)

        assert reading is not None
        assert np.allclose(reading.chances.sum(axis=1), 1.0, atol=1e-4)

    def test_weighs_the_places_the_trainer_names(self):
        document = Document("Da ringte Ola Berg 12 ganger, til Oslo. Han kom hjem\nMen Kari (45) sov.", "nb")
        contexts = contexts_of(document)
        named = sorted({feature for features in contexts for feature in features})
        weights = np.array([[0, row % 7 / 4] for row in range(len(named))] + [[0, 0]], dtype=np.float32)
        none = np.zeros((1, 5, 2), dtype=np.float32)
        tagger = Tagger(
            ("O", "PERSON"), {"b": 0}, read_places(named), none, weights, np.zeros((2, 2), dtype=np.float32)
        )

        chances = tagger.chances(document)

        told = [sum(weights[named.index(feature)][1] for feature in features) for features in contexts]
        assert np.log(chances[:, 1] / chances[:, 0]) == pytest.approx(told, abs=1e-4)

    def test_forgets_the_words_it_has_met(self):
        tagger = load_tagger("names-no")
        tagger.chances(Document("Da ringte Torbjørn.", "nb"))

        forget_words()

        assert "Torbjørn" not in str(vars(tagger))

    def test_reads_places_as_the_trainer_writes_them(self):
        contexts = list(contexts_of(Document("Vi ringte Ola. Han kom.", "nb")))

        assert contexts[1] == ["g=s", "h=s", "i=Falsex", "v=vi|ringte", "vs=vi|x", "us=x|ola"]
        assert contexts[3] == ["g=B", "h=s", "i=TrueX", "us=X|kom"]


class TestTheShapeOfAToken:
    @pytest.mark.parametrize(
        ("word", "shape"),
        [
            ("hus", "x"), ("Hus", "X"), ("A", "I"), ("HUS", "XX"), ("iPhone", "xX"), ("417", "d3"), ("123456789", "d7"),
            ("A4", "m"), ("don't", "x"), ("Don't", "X"), ("O'Hara", "XX"),
        ],
    )  # fmt: skip
    def test_tells_digits_and_the_case_of_letters(self, word, shape):
        assert shape_of(word) == shape

    @pytest.mark.parametrize(
        ("gap", "kind"), [(" ", "s"), (", ", "c"), (". ", "p"), ("?! ", "p"), (".\n", "n"), (" «", "q"), (" = ", "o")]
    )
    def test_has_before_it_an_edge_of_few_kinds(self, gap, kind):
        assert gap_class(gap) == kind
