"""How the data files of the first collection are read, and refused."""

import pytest

from archive.deidentification.treatments import PartKind
from archive.first_collection.context import read_context
from archive.first_collection.texts import MisreadCollection, parse_marks, read_collection
from tests.first_collection.published import public_parts

HEAD = """
code = "invented"
custody_note = "All of it is invented."
[title]
en = "Invented"
nb = "Oppdiktet"
[description]
en = "One."
nb = "Én."
[[sources]]
key = "S9"
kind = "interview"
year = 2020
"""
ACCOUNT = """
key = "a01"
source = "S9"
warnings = []
themes = [["T1.1"]]
[facets]
[[persons]]
ref = "narrator"
part = "protagonist"
narrates = true
naming = "changed_by_source"
evidence = "Asked for it."
names = [{ name = "Torvald", kind = "first" }]
pseudonym = { en = "Odd", nb = "Odd" }
[abstract]
en = "Short."
nb = "Kort."
[text]
en = "{{town|Near Lillevik}} lived {{narrator|Torvald}}, {{town|near Lillevik}}."
[decisions.narrator]
type = "PERSON"
detail = "name"
class = "DIRECT"
third_person = false
treatment = "pseudonymise"
person = "narrator"
reason = "The name he chose."
[decisions.town]
type = "LOC"
detail = "residence"
class = "QUASI"
third_person = false
treatment = "generalise"
replacement = { en = "in a small place", nb = "på et lite sted" }
reason = "Small."
"""


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "collection.toml").write_text(HEAD)
    (tmp_path / "retained.toml").write_text("")
    (tmp_path / "a01.toml").write_text(ACCOUNT)
    return tmp_path


class TestAnAccountOnDisk:
    def test_becomes_a_vault_text_without_marks_and_a_public_text(self, folder):
        account = read_collection(folder).accounts[0]

        assert account.telling("en").text == "Near Lillevik lived Torvald, near Lillevik."
        assert [part.text for part in public_parts(account, "en")] == [
            "In a small place",
            " lived ",
            "Odd",
            ", ",
            "in a small place",
            ".",
        ]
        assert public_parts(account, "en")[2].kind is PartKind.NAME

    def test_is_refused_with_a_mark_nobody_decided(self, folder):
        (folder / "a01.toml").write_text(ACCOUNT.replace("lived {{narrator", "lived {{farm|at Vik}} {{narrator"))

        with pytest.raises(MisreadCollection, match="farm"):
            read_collection(folder)

    def test_is_refused_with_a_decision_without_a_mark(self, folder):
        (folder / "a01.toml").write_text(ACCOUNT.replace("{{narrator|Torvald}}", "he"))

        with pytest.raises(MisreadCollection, match="narrator"):
            read_collection(folder)

    def test_is_refused_with_fewer_lists_of_themes_than_paragraphs(self, folder):
        (folder / "a01.toml").write_text(ACCOUNT.replace('[["T1.1"]]', "[]"))

        with pytest.raises(MisreadCollection, match="themes"):
            read_collection(folder)

    def test_is_refused_from_a_source_nobody_listed(self, folder):
        (folder / "a01.toml").write_text(ACCOUNT.replace('"S9"', '"S8"'))

        with pytest.raises(MisreadCollection, match="S8"):
            read_collection(folder)

    def test_is_refused_when_it_is_not_toml(self, folder):
        (folder / "a01.toml").write_text("key = ")

        with pytest.raises(MisreadCollection, match=r"a01\.toml"):
            read_collection(folder)


class TestAMark:
    @pytest.mark.parametrize("written", ["{{town|Vik", "{{Town|Vik}}", "{{town}}", "town}}"])
    def test_that_is_not_well_formed_is_refused(self, written):
        with pytest.raises(MisreadCollection, match="mark"):
            parse_marks("en", written)


class TestContextOnDisk:
    ENTRY = '[[entries]]\ncode = "{code}"\nkind = "term"\nrelated = {related}\n[entries.en]\ntitle = "leave"\n'

    def test_is_refused_with_one_code_twice(self, tmp_path):
        (tmp_path / "context_terms.toml").write_text(self.ENTRY.format(code="a", related="[]") * 2)

        with pytest.raises(MisreadCollection, match="same code"):
            read_context(tmp_path)

    def test_is_refused_when_it_points_nowhere(self, tmp_path):
        (tmp_path / "context_terms.toml").write_text(self.ENTRY.format(code="a", related='["b"]'))

        with pytest.raises(MisreadCollection, match="b"):
            read_context(tmp_path)
