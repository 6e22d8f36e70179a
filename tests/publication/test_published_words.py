"""The list of published words stays true to the release, and leads to every copy in which a name stands."""

import json
import os
import sqlite3
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from archive.catalogue.opening import file_key
from archive.catalogue.records import Part, PartKind
from archive.language.matching import NamedPerson, NameMatcher
from archive.operations.benchmarks.accounts import account, protected
from archive.operations.benchmarks.room import published
from archive.operations.benchmarks.sweep import PLANTED, records_with_names
from archive.publication.hits import find_hits
from archive.publication.lookup import copies_to_read, copies_to_read_for_all, copies_with
from archive.publication.wordlist import digest_of, is_current, rebuild, rules_digest, wordlist_path
from tests.publication.in_place import put_records_in_place

pytestmark = pytest.mark.django_db


def put_in_place(numbers: range, folder: Path) -> None:
    put_records_in_place([published(account(number, persons=50)) for number in numbers], folder)


def put_told(folder: Path, *told: str) -> dict[str, str]:
    """Put copies in place of which each tells one thing; return what they tell by their public ids."""
    records = {}
    for number, words in enumerate(told):
        record = published(account(number, persons=50))
        text = next(text for text in record.languages if text.passages)
        passage = replace(text.passages[0], parts=(Part(PartKind.PLAIN, words),))
        text = replace(text, title="Told", abstract="It was told.", passages=(passage,))
        records[words] = replace(record, languages=(text,))
    put_records_in_place(list(records.values()), folder)
    return {record.public_id: words for words, record in records.items()}


def listed() -> dict[str, str]:
    """Return the words of each copy as the list has them, one to a line."""
    with sqlite3.connect(wordlist_path()) as connection:
        words = dict(connection.execute("SELECT id, word FROM word"))
        return {
            public_id: "\n".join(sorted(words[number] for number in memoryview(numbers).cast("I")))
            for public_id, numbers in connection.execute("SELECT public_id, words FROM copy")
        }


def reached(name: str) -> frozenset[str]:
    person = NamedPerson("p", (name,))
    return frozenset(copies_with(person, NameMatcher([person])))


class TestTheListOfWords:
    def test_is_made_with_the_release_and_told_by_its_file(self, public_id: str, settings: Any) -> None:
        assert is_current()
        assert listed().keys() == {public_id}

        os.utime(settings.RELEASE_FILE, ns=(1, 1))
        assert is_current()  # another file by its time, the same by its bytes; noted
        assert _made_from()["file"] == json.dumps(file_key(settings.RELEASE_FILE))

    def test_counts_for_nothing_beside_another_release(self, public_id: str, settings: Any) -> None:
        settings.RELEASE_FILE.chmod(0o644)
        with settings.RELEASE_FILE.open("ab") as file:
            file.write(b"\0")

        assert not is_current()

    @pytest.mark.parametrize("column", ["rules", "digest"])
    def test_counts_for_nothing_when_made_otherwise(self, public_id: str, column: str, settings: Any) -> None:
        os.utime(settings.RELEASE_FILE, ns=(1, 1))
        with sqlite3.connect(wordlist_path()) as connection:
            connection.execute(f"UPDATE made_from SET {column} = 'other'")  # noqa: S608

        assert not is_current()

    def test_counts_for_nothing_without_a_release(self, public_id: str, settings: Any) -> None:
        settings.RELEASE_FILE.unlink()

        assert not is_current()

    def test_is_made_past_what_a_making_that_broke_off_left(self, public_id: str) -> None:
        wordlist_path().with_suffix(".building").write_bytes(wordlist_path().read_bytes())
        wordlist_path().unlink()

        rebuild()

        assert is_current()

    def test_is_not_begun_by_asking_for_it(self, public_id: str) -> None:
        wordlist_path().unlink()

        assert not is_current()
        assert not wordlist_path().exists()

    def test_counts_for_nothing_when_broken(self, public_id: str) -> None:
        wordlist_path().write_bytes(b"no list")

        assert not is_current()

    def test_takes_nothing_over_from_one_that_was_made_otherwise(self, public_id: str) -> None:
        before = listed()
        with sqlite3.connect(wordlist_path()) as connection:
            connection.execute("UPDATE made_from SET rules = 'other'")
            connection.execute("UPDATE copy SET words = x''")

        rebuild()

        assert any(before.values())
        assert listed() == before

    def test_is_the_same_whether_made_anew_or_from_the_one_before(self, data_folder: Path) -> None:
        put_told(data_folder, "There Halvgrim was alone.", "There Kvernmo was alone.", "R. T. was alone.")
        rebuild()
        before = listed()
        put_told(data_folder, "There Halvgrim was alone.", "There Tofte was alone.", "R. T. was alone.", "K. B. came.")
        rebuild()
        from_before, traces = listed(), _traces()

        wordlist_path().unlink()
        rebuild()

        assert (listed(), _traces()) == (from_before, traces)
        assert len(before) == 3
        assert len(before.items() & from_before.items()) == 2
        assert "Kvernmo" in "".join(before.values())
        assert "Kvernmo" not in {word for _, word in traces}

    def test_is_read_anew_only_where_a_copy_has_changed(self, data_folder: Path) -> None:
        copies = put_told(data_folder, "There Halvgrim was alone.", "There Kvernmo was alone.")
        rebuild()
        with sqlite3.connect(wordlist_path()) as connection:
            connection.execute("UPDATE copy SET words = x''")

        copies = put_told(data_folder, "There Halvgrim was alone.", "There Tofte was alone.")
        rebuild()

        assert {copies[public_id]: bool(words) for public_id, words in listed().items()} == {
            "There Halvgrim was alone.": False,
            "There Tofte was alone.": True,
        }


class TestTheDigestOfTheRules:
    @pytest.mark.parametrize(
        "change",
        [
            lambda folder: (folder / "a.py").write_text("two"),
            lambda folder: (folder / "a.py").rename(folder / "c.py"),
            lambda folder: (folder / "c.py").write_text(""),
            lambda folder: (folder / "b.tsv").unlink(),
        ],
        ids=["other bytes", "another name", "one more", "one less"],
    )
    def test_is_another_when_a_file_is(self, change: Callable[[Path], object], tmp_path: Path) -> None:
        (tmp_path / "a.py").write_text("one")
        (tmp_path / "b.tsv").write_text("")
        (tmp_path / "folder").mkdir()
        before = digest_of(tmp_path.iterdir()), digest_of(reversed(list(tmp_path.iterdir())))

        change(tmp_path)

        assert before[0] == before[1] != digest_of(tmp_path.iterdir())

    def test_is_the_same_when_files_are_compiled_and_another_when_packages_are_newer(self, tmp_path: Path) -> None:
        (tmp_path / "a.py").write_text("one")
        before = digest_of(tmp_path.iterdir(), others=["1.0", "2.0"])

        (tmp_path / "a.pyc").write_bytes(b"one")

        assert digest_of(tmp_path.iterdir(), others=["1.0", "2.0"]) == before
        assert digest_of(tmp_path.iterdir(), others=["1.0", "2.1"]) != before

    @pytest.mark.parametrize("package", ["pymorphy3", "pymorphy3-dicts-ru", "pymorphy3-dicts-uk"])
    def test_is_another_when_a_dictionary_is_newer(
        self, package: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        before = rules_digest()
        newer = tmp_path / f"{package.replace('-', '_')}-99.dist-info"
        newer.mkdir()
        (newer / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {package}\nVersion: 99\n")

        monkeypatch.syspath_prepend(tmp_path)
        rules_digest.cache_clear()
        after = rules_digest()
        monkeypatch.undo()
        rules_digest.cache_clear()

        assert after != before == rules_digest()

    def test_is_of_the_rules_of_names(self) -> None:
        assert rules_digest() != digest_of([])


class TestANameLookedUp:
    @pytest.mark.parametrize(
        "name", ["Halvgrim Tofte", "Халвгрим", "Halvgrimm", "Tofte", "Arne Brekkesen", "Ragnfrid Lundemo"]
    )
    def test_leads_to_every_copy_in_which_reading_finds_it(self, public_id: str, name: str) -> None:
        matcher = NameMatcher([NamedPerson("p", (name,))])

        hits = {hit.public_id for hit in find_hits([public_id], matcher)}

        assert hits <= reached(name)
        assert bool(hits) == (name not in {"Ragnfrid Lundemo", "Arne Brekkesen"})

    def test_leads_everywhere_when_the_list_cannot_be_made(self, public_id: str, settings: Any) -> None:
        wordlist_path().unlink()
        wordlist_path().mkdir()  # nothing can be put in its place
        person = NamedPerson("p", ("Ragnfrid Lundemo",))

        assert copies_to_read(person, NameMatcher([person])) == (public_id,)

    def test_leads_to_copies_of_a_release_that_was_put_in_place_past_the_list(self, data_folder: Path) -> None:
        put_in_place(range(3), data_folder)
        rebuild()
        put_in_place(range(20, 26), data_folder)
        person = NamedPerson("p", (protected(account(22, persons=50).persons[0]).pseudonym,))

        found = copies_to_read(person, NameMatcher([person]))

        assert f"{22:026x}" in found
        assert len(found) < 6
        assert is_current()

    def test_leads_to_the_same_copies_as_reading_all_of_them(self, data_folder: Path) -> None:
        put_in_place(range(40), data_folder)
        rebuild()
        words = sorted({word for words in listed().values() for word in words.split("\n") if word.istitle()})

        for word in words[:: max(1, len(words) // 25)]:
            matcher = NameMatcher([NamedPerson("p", (word, f"{word} Lundemo"))])
            hits = {hit.public_id for hit in find_hits([f"{number:026x}" for number in range(40)], matcher)}
            assert hits <= set(copies_with(NamedPerson("p", (word, f"{word} Lundemo")), matcher))

    def test_leads_first_to_where_more_than_the_letters_of_a_word_speaks_for_it(self, data_folder: Path) -> None:
        told = ["There was a storm that year.", "There Storm was alone.", "there kvernmo was alone."]
        person = NamedPerson("p", ("Kvernmo Storm",))

        for turned in (told, told[::-1]):
            copies = put_told(data_folder, *turned)
            found = [copies[public_id] for public_id in copies_to_read(person, NameMatcher([person]))]
            assert sorted(found) == sorted(told)
            assert found[-1] == told[0]


BROKEN = {
    "the one end a word": ("Rasmus Kvernmo", "There Kve rnmo was."),
    "the other end a word": ("Родион Щегмороз", "Там был Щег мороз."),
    "no end a word": ("Родион Щегольков", "Там был Щег ольков."),
}
INITIALS = {"in Latin letters": "There was one R. T. among us.", "in Cyrillic letters": "Там был Р. Т. с нами."}


class TestAllNamesLookedUp:
    @pytest.mark.parametrize("case", BROKEN)
    def test_lead_to_a_name_that_is_broken_into_two_words(self, case: str, data_folder: Path) -> None:
        name, told = BROKEN[case]
        put_told(data_folder, told, "There was nobody.")
        matcher = NameMatcher([NamedPerson("p", (name,))])

        to_read = copies_to_read_for_all(matcher, lambda _done, _all: None)

        assert [hit.public_id for hit in find_hits(to_read, NameMatcher([NamedPerson("p", (name,))]))] == list(to_read)
        assert len(to_read) == 1

    @pytest.mark.parametrize("case", INITIALS)
    def test_lead_to_initials_as_one_name_does(self, case: str, data_folder: Path) -> None:
        copies = put_told(data_folder, INITIALS[case], "There was nobody.")
        person = NamedPerson("p", ("Rasmus Tofte",))

        for_all = copies_to_read_for_all(NameMatcher([person]), lambda _done, _all: None)
        for_one = copies_to_read(person, NameMatcher([person]))

        assert [copies[hit.public_id] for hit in find_hits(for_all, NameMatcher([person]))] == [INITIALS[case]]
        assert [copies[public_id] for public_id in for_one] == [INITIALS[case]]
        assert INITIALS[case] in {copies[public_id] for public_id in for_all}

    def test_are_told_of_as_they_are_looked_up(self, data_folder: Path) -> None:
        put_told(data_folder, "There was nobody.")
        said: list[tuple[int, int]] = []

        copies_to_read_for_all(NameMatcher([]), lambda *done: said.append(done))

        assert [done == every for done, every in said] == [True]

    def test_lead_to_every_copy_in_which_reading_finds_one(self, data_folder: Path) -> None:
        records = list(records_with_names(120, persons=50))
        put_records_in_place(records, data_folder)
        persons = [NamedPerson(str(number), (name,)) for number, (name, _) in enumerate(PLANTED)]

        to_read = copies_to_read_for_all(matcher := NameMatcher(persons), lambda _done, _all: None)

        every = [record.public_id for record in records]
        anew = find_hits(every, NameMatcher(persons))
        assert {hit.public_id for hit in anew} <= set(to_read)
        assert 96 <= len({hit.public_id for hit in anew}) <= len(to_read) < len(every)
        assert sorted(map(str, find_hits(to_read, matcher))) == sorted(map(str, anew))

    def test_lead_everywhere_when_there_is_no_list(self, public_id: str) -> None:
        wordlist_path().unlink()
        wordlist_path().mkdir()

        assert copies_to_read_for_all(NameMatcher([]), lambda _done, _all: None) == (public_id,)


def _made_from() -> dict[str, str]:
    with sqlite3.connect(wordlist_path()) as connection:
        connection.row_factory = sqlite3.Row
        return dict(connection.execute("SELECT * FROM made_from").fetchone())


def _traces() -> list[tuple[int, str]]:
    with sqlite3.connect(wordlist_path()) as connection:
        words = dict(connection.execute("SELECT id, word FROM word"))
        (packed,) = connection.execute("SELECT packed FROM trace").fetchone()
        return sorted((one >> 32, words[one & 0xFFFFFFFF]) for one in memoryview(packed).cast("Q"))
