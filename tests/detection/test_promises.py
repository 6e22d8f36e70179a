"""What every detection keeps: total order, no word in a finding, no connection, the measured floor."""

import json
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archive.detection.arbitration import settle
from archive.detection.evaluation import evaluate
from archive.detection.findings import EntityType, Finding, IdentifierClass
from archive.detection.identifiers import RECOGNISERS, WITHOUT_MODEL, DetectionFailed, find_identifiers, order_of
from archive.detection.lines import find_in_line, persons_of
from archive.detection.recognisers.public import beside_shipped, read_public

GOLD_FILE = Path(__file__).parent / "gold.jsonl"
PROJECT = Path(__file__).parents[2]
GOLD = [json.loads(line) for line in GOLD_FILE.read_text(encoding="utf-8").splitlines()]
# Whatever asks the system for a socket, an address or another program is written down.
WATCHED = """
import json, sys
touched = []
def watch(event, arguments):
    programs = {"os.exec", "os.fork", "os.system"}
    if event.split(".")[0] in {"socket", "urllib", "subprocess", "http", "ftplib"} or event in programs:
        touched.append(event)
sys.addaudithook(watch)
from archive.detection.lines import find_in_line
from archive.detection.recognisers.russian_model import load_model
lines = [json.loads(line) for line in open(sys.argv[1], encoding="utf-8")]
for line in lines:
    find_in_line(line, everything=True, full=True)
loaded = load_model.cache_info().currsize == 1
print(json.dumps({"texts": len(lines), "model": loaded, "touched": sorted(set(touched))}))
"""
PIECES = st.sampled_from(
    [
        "Ivan ",
        "Ростове ",
        "12 ",
        "may ",
        "don't write ",
        "sergeant ",
        "№ 4-1/24 ",
        ".",
        "\n",
        "«Ого»",
        "@x_y ",
        "тётя ",
        "’",
        "år ",
        "й",
    ]
)


class TestAnyText:
    @settings(max_examples=60, deadline=None)
    @given(st.lists(PIECES, max_size=25).map("".join))
    def test_gives_findings_inside_it_that_do_not_overlap(self, text):
        found = find_identifiers(text, recognisers=WITHOUT_MODEL)

        assert all(0 <= f.start < f.end <= len(text) for f in found)
        assert all(left.end <= right.start for left, right in pairwise(found))

    @settings(max_examples=30, deadline=None)
    @given(st.text(max_size=60))
    def test_whatever_it_is_made_of_is_examined(self, text):
        find_identifiers(text, recognisers=WITHOUT_MODEL)

    def test_gives_the_same_findings_twice(self):
        text = GOLD[0]["text"]

        assert find_identifiers(text) == find_identifiers(text)


class TestALongOddText:
    @pytest.mark.parametrize(
        "piece", ["a", "A", "1", "²", "1 ", "А. ", "a_", "«", "(", "- ", "+1", "Ivan ", "two ", "don't write "]
    )
    def test_takes_no_more_than_its_length_asks(self, piece):
        find_identifiers(piece * (6000 // len(piece)), recognisers=WITHOUT_MODEL, seconds=10)


class TestTheOrder:
    def test_names_every_recogniser_once(self):
        order = order_of(RECOGNISERS)

        assert order[0] == "protected"
        assert len(set(order)) == len(order) == 1 + len(RECOGNISERS)

    def test_keeps_the_loser_as_a_reason_and_its_rest_as_a_piece(self):
        text = "Anna Kvitneva"
        name = Finding(0, 4, EntityType.PERSON, "name", IdentifierClass.DIRECT, False, "protected", "One.")
        run = Finding(0, 13, EntityType.PERSON, "name", IdentifierClass.DIRECT, True, "capitals", "Two.")

        found = settle([run, name], text, order_of(RECOGNISERS))

        assert [(f.start, f.end, f.reason, f.losers) for f in found] == [(0, 4, "One.", ("Two.",)), (5, 13, "Two.", ())]

    def test_lets_an_address_swallow_the_name_in_it(self):
        text = "anna.k@post.example"
        name = Finding(0, 4, EntityType.PERSON, "name", IdentifierClass.DIRECT, False, "protected", "One.", person="p1")
        mail = Finding(0, 19, EntityType.CONTACT, "email", IdentifierClass.DIRECT, False, "contacts", "Two.")

        found = settle([mail, name], text, order_of(RECOGNISERS))

        assert [(f.start, f.end, f.person) for f in found] == [(0, 19, "p1")]


class TestAPublicThing:
    def test_is_kept_with_its_reason(self):
        found = find_identifiers("They live in Russia now.", language="en")

        assert [f.identifier_class for f in found] == [IdentifierClass.PUBLIC]

    def test_is_what_the_archive_lists(self):
        things = read_public('[place]\nreason = "Ours."\nentries = "qwertovo"\n')

        found = find_identifiers("They live in Qwertovo now.", language="en", public_things=things)

        assert [f.reason for f in found] == ["Ours."]

    def test_is_what_is_shipped_too_beside_what_the_archive_lists(self):
        things = beside_shipped(read_public('[place]\nreason = "Ours."\nentries = "qwertovo"\n'))

        found = find_identifiers("They left Qwertovo for Russia.", language="en", public_things=things)

        assert [f.reason for f in found] == ["Ours.", "A country."]

    def test_is_of_a_kind_that_detection_knows(self):
        with pytest.raises(ValueError, match="no kind of public things called 'bird'"):
            read_public('[bird]\nreason = "Ours."\nentries = "kestrel"\n')

    def test_is_no_person_while_nobodys_names_are_known(self):
        found = find_identifiers("Then Putin came.", language="en")

        assert found[0].is_candidate


class Endless:
    __name__ = "archive.detection.recognisers.endless"

    @staticmethod
    def find(document):
        while True:
            yield Finding(0, 1, EntityType.MISC, "detail", IdentifierClass.QUASI, False, "numbers", "One.")


class TestARecogniserWithoutEnd:
    def test_fails_the_detection_when_its_time_is_up(self):
        with pytest.raises(DetectionFailed, match=r"endless \(over its time\)"):
            find_identifiers("Borislav", recognisers=(Endless(),), seconds=0.05)  # type: ignore[arg-type]

    def test_fails_it_for_a_text_without_findings_too(self):
        with pytest.raises(DetectionFailed, match="over its time"):
            find_identifiers("so", recognisers=(), seconds=-1.0)


class TestABrokenRecogniser:
    def test_fails_the_detection_without_telling_the_text(self):
        class Broken:
            __name__ = "archive.detection.recognisers.broken"

            @staticmethod
            def find(document):
                raise ValueError(document.text)

        with pytest.raises(DetectionFailed, match="broken") as failure:
            find_identifiers("Borislav", recognisers=(Broken(),))  # type: ignore[arg-type]

        assert "Borislav" not in str(failure.value)
        assert failure.value.__cause__ is None


class TestDetection:
    def test_opens_no_connection_from_the_first_import_on(self):
        """In a process of its own, so that loading dictionaries, taggers and the Russian model is watched."""
        done = subprocess.run(
            [sys.executable, "-c", WATCHED, str(GOLD_FILE)], cwd=PROJECT, capture_output=True, text=True, check=False
        )

        assert done.returncode == 0, done.stderr
        assert json.loads(done.stdout) == {"texts": len(GOLD), "model": True, "touched": []}

    def test_covers_our_own_gold_set(self):
        scores = evaluate(GOLD)

        assert scores.recall("class", "DIRECT") == 1.0
        assert scores.recall("class", "QUASI") >= 0.95
        assert scores.recall("class", "SENSITIVE") == 1.0
        assert list(scores.lines())

    def test_puts_no_word_of_the_text_into_a_finding(self):
        record = GOLD[0]

        line = json.dumps(find_in_line(record, everything=True, full=True))

        assert "Beldanov" not in line


class TestProtectedNamesOfALine:
    @pytest.mark.parametrize(
        "given_names",
        [
            ["Anna Kvitneva"],
            [["Anna Kvitneva", "Anya"]],
            [{"real_names": ["Anna Kvitneva"], "pseudonym": "Olga"}],
            {"source": {"real_names": ["Anna Kvitneva"]}, "relatives": []},
        ],
    )
    def test_are_read_however_they_are_given(self, given_names):
        persons = persons_of({"protected_names": given_names})

        assert persons[0].names[0] == "Anna Kvitneva"
