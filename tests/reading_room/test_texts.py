"""Whatever stands in a record is shown as text, and every change is bracketed in the text itself."""

import re
from dataclasses import replace
from html import unescape
from html.parser import HTMLParser

import pytest
from django.test import Client

from archive.catalogue import addresses
from archive.catalogue.records import (
    AccessCopyRecord,
    ContextRecord,
    ContextText,
    LanguageRecord,
    Part,
    PartKind,
    PassageRecord,
    ThemeRecord,
)
from archive.catalogue.thesaurus import Concept
from tests.catalogue.invented import THEMES, invented_records
from tests.catalogue.standing import RoomFolder
from tests.reading_room.crawling import ANTON, EXAMPLES

HOSTILE = (
    "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "\"><svg onload=alert(1)>", "' onmouseover='alert(1)",
    "javascript:alert(1)", "</title><script>x</script>", "{{ 7*7 }}{% debug %}", "<!--", "&lt;b&gt;",
    "\u202eevil\u202c",
    "<mark>fear</mark> fear", "]]><x>", "<p id=p1>",
)  # fmt: skip
EVENTS = re.compile(r"^on")


class Scripts(HTMLParser):
    """Collects what would run or load from elsewhere."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in {"script", "img", "iframe", "object", "x"}:
            self.found.append(tag)
        for name, value in attrs:
            if (
                EVENTS.match(name)
                or name == "style"
                or (name in {"href", "src", "action"} and (value or "").startswith("javascript:"))
            ):
                self.found.append(f"{tag} {name}")


def dangers(html: str) -> list[str]:
    parser = Scripts()
    parser.feed(html)
    return parser.found


@pytest.fixture
def hostile_reader(reader: Client, room: RoomFolder) -> Client:
    """A reader of a release in which every word is hostile."""
    word = " ".join(HOSTILE)
    text = LanguageRecord(
        "en", word, word, word,
        tuple(PassageRecord(n, (Part(kind, word),), ("T1.1",)) for n, kind in enumerate(PartKind, start=1)),
    )  # fmt: skip
    theme = ThemeRecord("T1.1", "summons", None, (("en", word), ("nb", word)), (("en", word),), (("en", word),))
    contexts = [
        ContextRecord(
            kind, kind, (ContextText("en", word, (word,), word, word, word),), topic=word, publisher=word, year=2024,
            related=("figure",), themes=("T1.1",),
        )
        for kind in ("collection", "case", "figure", "law", "term")
    ]  # fmt: skip
    record = AccessCopyRecord(ANTON, 2, (text, replace(text, language="nb")), collection="collection")
    room.issue([record], serial=8, themes=(theme,), contexts=contexts)
    return reader


class TestHostileWords:
    @pytest.mark.parametrize("address", [*EXAMPLES.values(), "/en/testimonies/?q=%3Cscript%3Efear%3C/script%3E"])
    def test_stay_words(self, hostile_reader: Client, address: str) -> None:
        html = hostile_reader.get(address.replace("/flight/", "/summons/")).content.decode()

        assert not dangers(html)
        assert "49" not in re.sub(r"[0-9a-f]{4,}", "", html)

    def test_are_shown_as_they_are(self, hostile_reader: Client) -> None:
        html = hostile_reader.get(f"/en/t/{ANTON}/").content.decode()

        for word in HOSTILE:
            assert word in unescape(html)

    def test_of_a_reader_stay_words(self, reader: Client) -> None:
        for word in HOSTILE:
            for address in ("/en/testimonies/", "/nb/testimonies/"):
                html = reader.get(address, {"q": word}).content.decode()
                refused = reader.get(address, {"q": word, word: word}).content.decode()

                assert not dangers(html)
                assert not dangers(refused)

    @pytest.mark.parametrize("word", [*HOSTILE, "..", "%00", "%0d%0aSet-Cookie:x=1"])
    def test_in_an_address_are_not_there(self, reader: Client, word: str) -> None:
        response = reader.get(f"/en/t/{word}/")

        assert response.status_code in {400, 404}
        assert not dangers(response.content.decode())
        assert "Set-Cookie" not in response.headers


class TestBrackets:
    def test_stand_in_the_text_itself(self, reader: Client) -> None:
        html = reader.get(f"/en/t/{ANTON}/").content.decode()

        article = html[html.index("<article") : html.index("</article>")]
        article = re.sub(r'<span class="(?:vh|side)">.*?</span>', "", article)
        words = unescape(re.sub(r"<[^>]+>", "", article))
        assert "1 [Anton] repairs lifts in [a city in the west of the country] when" in words
        assert "[One passage left out: how he left.]" in words

    def test_are_told_to_those_who_hear_the_page(self, reader: Client) -> None:
        html = reader.get(f"/en/t/{ANTON}/").content.decode()

        assert '<span class="vh"> (changed name)</span>' in html
        assert '<span class="vh"> (made coarser)</span>' in html

    def test_stand_round_a_name_only_if_it_was_changed(self, reader: Client, room: RoomFolder) -> None:
        text = LanguageRecord("en", "Vera", "Vera", "", (PassageRecord(1, (Part(PartKind.PLAIN, "I am Vera."),), ()),))
        room.issue([AccessCopyRecord(ANTON, 1, (text,), name_changed=False)], serial=8)

        html = reader.get(f"/en/t/{ANTON}/").content.decode()

        assert '<p class="byline">Vera' in html
        assert "Nothing was changed in this account." in html

    def test_of_something_left_out_without_a_word_stand_in_the_line(self, reader: Client, room: RoomFolder) -> None:
        parts = (Part(PartKind.PLAIN, "Room "), Part(PartKind.WITHHELD, ""), Part(PartKind.PLAIN, "."))
        text = LanguageRecord("en", "A", "A", "", (PassageRecord(1, parts, ()),))
        room.issue([AccessCopyRecord(ANTON, 1, (text,))], serial=8)

        html = reader.get(f"/en/t/{ANTON}/").content.decode()

        assert 'Room <span class="alt alt-cut"><span class="b">[</span>left out<span class="b">]</span></span>.' in html


class TestTheStatement:
    def test_stands_before_the_text_and_counts_the_decisions(self, reader: Client) -> None:
        html = reader.get(f"/en/t/{ANTON}/").content.decode()

        words = re.sub(r"<[^>]+>", "", html)
        statement = "1 name changed, 1 place, 1 time and 2 details made coarser, 1 passage left out. Nothing was added."
        assert statement in words
        assert words.index(statement) < words.index("repairs lifts")

    def test_explains_only_what_occurs(self, reader: Client) -> None:
        html = reader.get(f"/en/t/{ANTON}/").content.decode()

        assert "less exact than it was told" in html
        assert "own words for a passage" not in html

    def test_stands_in_norwegian(self, reader: Client) -> None:
        words = re.sub(r"<[^>]+>", "", reader.get(f"/nb/t/{ANTON}/").content.decode())

        assert (
            "1 navn er endret, 1 sted, 1 tidspunkt og 2 opplysninger er gjort grovere, 1 avsnitt er utelatt." in words
        )


class TestLanguages:
    def test_of_the_text_are_marked(self, reader: Client) -> None:
        html = reader.get("/en/t/taras000000000000000000002/").content.decode()

        assert '<article class="account" id="text" lang="uk">' in html
        assert '<h1 class="title" lang="en">Taras' in html

    def test_of_the_text_can_be_chosen(self, reader: Client) -> None:
        html = reader.get(f"/en/t/{ANTON}/nb/").content.decode()

        assert "reparerer heiser" in html
        assert "Cite this account" in html
        assert '<html lang="en">' in html

    def test_that_the_testimony_does_not_have_are_not_there(self, reader: Client) -> None:
        assert reader.get(f"/en/t/{ANTON}/ru/").status_code == 404
        assert reader.get(f"/en/t/{ANTON}/xx/").status_code == 404

    @pytest.mark.parametrize("address", [address for address in EXAMPLES.values() if address.startswith("/en/")])
    def test_of_the_interface_lead_to_the_same_page(self, reader: Client, address: str) -> None:
        html = reader.get(address).content.decode()

        other = re.search(r'<a href="([^"]+)" lang="nb" hreflang="nb">Norsk</a>', html)
        assert other is not None
        norwegian = reader.get(unescape(other[1]))
        assert norwegian.status_code == 200
        assert b'<html lang="nb">' in norwegian.content

    def test_of_norwegian_pages_are_norwegian(self, reader: Client) -> None:
        for address in EXAMPLES.values():
            html = reader.get(address.replace("/en/", "/nb/")).content.decode()
            words = set(
                re.findall(r"[A-Za-zæøå]+", re.sub(r"(?s)<blockquote.*?</blockquote>|<h2>.*?</h2>|<[^>]+>", " ", html))
            )
            assert not words & {"the", "Search", "Read", "Themes", "accounts", "Testimonies", "Release"}, address


class TestEditions:
    def test_are_cited_by_number(self, reader: Client) -> None:
        html = reader.get(f"/en/t/{ANTON}/").content.decode()

        assert (
            f"edition 2 (published 2026-02), <i>People who would not go</i>, Testimony Archive. /en/t/{ANTON}" in html
        )

    def test_that_do_not_stand_are_not_there(self, reader: Client) -> None:
        assert reader.get(f"/en/t/{ANTON}/edition/1/").status_code == 404
        assert reader.get(f"/en/t/{ANTON}/edition/3/").status_code == 404


class TestAddresses:
    def test_are_those_the_catalogue_builds(self, reader: Client) -> None:
        built = (
            addresses.home("nb"), addresses.testimonies("en", ("q", "fear")), addresses.testimony("en", ANTON),
            addresses.testimony("en", ANTON, "nb"), addresses.edition("en", ANTON, 2), addresses.themes("en"),
            addresses.edition("en", ANTON, 2, "nb"), addresses.theme("en", "flight"), addresses.background("en"),
            addresses.background("nb", "law"), addresses.names("en"), addresses.about("en"),
        )  # fmt: skip

        assert [reader.get(address).status_code for address in built] == [200] * len(built)

    def test_of_unknown_kinds_are_not_there(self, reader: Client) -> None:
        for address in ("/en/background/places/", "/en/themes/none/", "/en/themes/never-carried/", "/en", "/de/"):
            assert reader.get(address).status_code == 404


class TestBackground:
    def test_shows_figures_with_origin_and_doubt_and_who_disagrees(self, reader: Client) -> None:
        html = reader.get("/en/background/figures/").content.decode()

        assert "a lower bound" in html
        assert "An invented institute, 2024" in html
        assert 'href="/en/background/figures/#F2">About 700 cases opened' in html

    def test_names_no_theme_that_too_few_share(self, reader: Client) -> None:
        html = reader.get("/en/background/cases/").content.decode()

        assert "Reasons for refusing" in html
        assert "A rare thing" not in html

    def test_keeps_terms_in_their_languages(self, reader: Client) -> None:
        assert '<span lang="ru">повестка</span>' in reader.get("/nb/background/terms/").content.decode()


class TestAConcept:
    def test_without_a_label_in_a_language_uses_another(self) -> None:
        concept = Concept("T", "t", ("T",), assignable=True, labels={"ru": "Т"}, scope_notes={}, alternatives={})

        assert concept.label("nb") == "Т"
        assert concept.scope_note("nb") == ""
        assert THEMES[0].labels[0] == ("en", "Into the army")


class TestAThemePage:
    def test_counts_each_account_under_one_period_or_as_giving_none(self, reader: Client, room: RoomFolder) -> None:
        first, *others = invented_records()
        silent = replace(first, facets=tuple(one for one in first.facets if one[0] != "refusal"))
        room.issue([silent, *others], serial=8)

        page = reader.get("/en/themes/flight/").content.decode()

        (accounts,) = re.findall(r"Read the (\d+) accounts", page)
        periods = page[page.index('<caption class="vh">When they left') :]
        rows = dict(re.findall(r'<td>([^<]*)</td><td class="num">(\d+)</td>', periods[: periods.index("</table>")]))
        assert list(rows)[-1] == "Not given"
        assert sum(map(int, rows.values())) == int(accounts)
