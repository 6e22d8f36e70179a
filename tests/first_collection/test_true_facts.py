"""True names and facts of a folder outside the project take the place of the stand-ins."""

from dataclasses import replace

import pytest

from archive.first_collection.texts import read_collection
from archive.first_collection.true_facts import UnfitFolder, read_true_facts
from tests.first_collection.invented_folder import write_data, write_true_facts
from tests.first_collection.published import public_name, public_parts


@pytest.fixture
def collection(tmp_path):
    data = tmp_path / "data"
    data.mkdir()
    return read_collection(write_data(data))


@pytest.fixture
def folder(tmp_path):
    true = tmp_path / "true"
    true.mkdir()
    return write_true_facts(true)


class TestAPersonNamedInTheFolder:
    def test_bears_the_true_names_in_the_text_and_on_the_list(self, collection, folder):
        account = read_true_facts(collection, folder).collection.accounts[0]

        assert account.telling("en").text.startswith("Halvdan had been told")
        assert "Torvald" not in account.telling("en").text
        assert account.person("narrator").names == (
            ("Halvdan Fjeldstad", "legal"),
            ("Halvdan", "first"),
            ("Fjeldstad", "surname"),
        )

    def test_keeps_every_mark_on_its_phrase(self, collection, folder):
        account = read_true_facts(collection, folder).collection.accounts[0]
        telling = account.telling("en")

        marked = [telling.text[mark.start : mark.end] for mark in telling.marks]

        assert marked == ["Halvdan", "near Kveldsvik", "Halvdan", "By way of the ferry at Nordhamn"]

    def test_is_told_of_in_public_as_before(self, collection, folder):
        true = read_true_facts(collection, folder).collection

        assert [public_parts(one, "en") for one in true.accounts] == [
            public_parts(one, "en") for one in collection.accounts
        ]


class TestAPersonWhoseNameASourceInvented:
    def test_keeps_the_stand_ins(self, collection, folder):
        account = read_true_facts(collection, folder).collection.accounts[1]

        assert account == collection.accounts[1]


class TestAPublicNameThatIsSomebodysTrueName:
    def test_gives_way_to_the_reserve(self, collection, folder):
        reserved = _with_public_name(collection, "Halvdan", reserve="Ketil")

        account = read_true_facts(reserved, folder).collection.accounts[1]

        assert public_name(account, "en") == "Ketil"
        assert account.person("narrator").naming == "changed_by_archive"

    def test_is_refused_without_one(self, collection, folder):
        with pytest.raises(UnfitFolder, match="reserve"):
            read_true_facts(_with_public_name(collection, "Halvdan", reserve=""), folder)


def _with_public_name(collection, name, *, reserve):
    first, second = collection.accounts
    person = replace(second.person("narrator"), pseudonyms={"en": name, "nb": name}, reserve=reserve)
    return replace(collection, accounts=(first, replace(second, persons=(person,))))


class TestWhatElseTheFolderHolds:
    def test_facts_become_an_annex_of_their_source(self, collection, folder):
        assert read_true_facts(collection, folder).annexes == {
            "S1": "A01.1: He crossed at the mill. — Storelva — 3 May\n\nA02.1: She hid in a loft."
        }

    def test_accounts_that_may_be_one_persons_are_told(self, collection, folder):
        assert read_true_facts(collection, folder).one_person == (frozenset({"a01", "a02"}),)

    def test_is_never_shown(self, collection, folder):
        shown = repr(read_true_facts(collection, folder))

        assert "Halvdan" not in shown
        assert "mill" not in shown


class TestAnUnfitFolder:
    @pytest.mark.parametrize("missing", ["cast.json", "accounts.json"])
    def test_is_refused_by_what_it_lacks(self, collection, folder, missing):
        (folder / missing).unlink()

        with pytest.raises(UnfitFolder, match=missing):
            read_true_facts(collection, folder)

    def test_is_refused_when_it_holds_something_else(self, collection, folder):
        (folder / "cast.json").write_text("[]")

        with pytest.raises(UnfitFolder, match=r"cast\.json"):
            read_true_facts(collection, folder)
