"""Readers find by words in any form, by themes and by coded facts; what is counted is what is shown."""

import re
from dataclasses import replace
from html import unescape
from urllib.parse import quote

import pytest
from django.db import connections
from django.test import Client
from django.utils.text import capfirst

from archive.catalogue.facets import FACETS
from tests.catalogue.invented import invented_records
from tests.catalogue.standing import RoomFolder
from tests.reading_room.crawling import ANTON, MILA

HIT = re.compile(r'<article class="hit">.*?</article>', re.DOTALL)


def hits(reader: Client, address: str) -> list[str]:
    """Return the public ids on the pages of a list, in their order."""
    html = reader.get(address).content.decode()
    return [re.search(r'href="/\w\w/t/(\w+)/', hit)[1] for hit in HIT.findall(html)]  # type: ignore[index]


def marked(reader: Client, address: str) -> list[str]:
    return re.findall(r"<mark>(.*?)</mark>", reader.get(address).content.decode())


class TestAWord:
    @pytest.mark.parametrize(
        ("query", "found"),
        [
            ("lifts", True), ("lift", True), ("LIFTED", True), ("repairing", True), ("heiser", True), ("heisene", True),
            ("døra", True), ("overordnede", True), ("reports", True), ("Anton", True), ("anton's", True),
            ("elevator", False), ("lift elevator", False), ("hei", False), ("lif*", False),
        ],
    )  # fmt: skip
    def test_is_found_in_every_form(self, reader: Client, query: str, found: bool) -> None:
        assert (ANTON in hits(reader, f"/en/testimonies/?q={quote(query)}")) is found

    @pytest.mark.parametrize("query", ["командира", "командиром", "солдат", "боявся", "утекти"])
    def test_is_found_in_ukrainian(self, reader: Client, query: str) -> None:
        assert "taras000000000000000000002" in hits(reader, f"/en/testimonies/?q={quote(query)}")

    @pytest.mark.parametrize("query", ["рапорт", "рапорта", "подготовки", "боялась"])
    def test_is_found_in_russian(self, reader: Client, query: str) -> None:
        assert "r0man000000000000000000003" in hits(reader, f"/en/testimonies/?q={quote(query)}")

    @pytest.mark.parametrize(
        ("query", "marks"), [("fear", ["fear"]), ("helmets", ["helmet"]), ("doors paper", ["paper", "door"])]
    )
    def test_is_marked_as_it_stands(self, reader: Client, query: str, marks: list[str]) -> None:
        found = marked(reader, f"/en/testimonies/?q={quote(query)}&route=mobilised&language=nb")

        assert found == marks

    def test_in_brackets_is_marked_inside_them(self, reader: Client) -> None:
        html = reader.get("/en/testimonies/?q=superior").content.decode()

        assert '<span class="b">[</span>A <mark>superior</mark><span class="b">]</span>' in html

    def test_leads_to_its_paragraph(self, reader: Client) -> None:
        assert f'href="/en/t/{ANTON}/#p4"' in reader.get("/en/testimonies/?q=helmet").content.decode()

    def test_in_another_language_leads_to_the_text_in_that_language(self, reader: Client) -> None:
        assert f'href="/en/t/{ANTON}/nb/#p4"' in reader.get("/en/testimonies/?q=hjelm").content.decode()

    def test_that_names_a_theme_finds_it_in_any_language(self, reader: Client) -> None:
        summoned = set(hits(reader, "/en/testimonies/?theme=summons"))

        assert summoned == {ANTON, "taras000000000000000000002"}
        for word in ("Повестка", "innkallelse", "Повістка"):
            assert set(hits(reader, f"/en/testimonies/?q={quote(word)}")) == summoned

    def test_that_names_a_theme_shows_a_passage_of_it(self, reader: Client) -> None:
        html = reader.get(f"/en/testimonies/?q={quote('innkallelse')}").content.decode()

        assert f'href="/en/t/{ANTON}/#p1"' in html

    def test_that_names_a_theme_marks_it_where_no_word_of_the_passage_answers(self, reader: Client) -> None:
        named = set(marked(reader, f"/en/testimonies/?q={quote('innkallelse')}"))
        said = set(marked(reader, "/en/testimonies/?q=helmet"))

        assert named == {"Summons"}
        assert said == {"helmet"}

    @pytest.mark.parametrize("query", ["the", "og", "и", "the of and"])
    def test_that_stands_everywhere_is_answered_with_a_sentence(self, reader: Client, query: str) -> None:
        html = reader.get(f"/en/testimonies/?q={quote(query)}").content.decode()

        assert "These words stand in every account" in html

    def test_that_is_small_does_not_empty_an_answer(self, reader: Client) -> None:
        assert hits(reader, "/en/testimonies/?q=fear+of+the+og") == hits(reader, "/en/testimonies/?q=fear")


class TestAPhrase:
    @pytest.mark.parametrize(
        ("query", "found"),
        [
            ('"torn up"', True), ('"paper is pushed"', True), ('"lifts paper"', False),
            ('"paper under the door"', True),
            ('"papir blir skjøvet"', True), ('"helmet maps', True), ('""', False), ('"two men" lifts', True),
        ],
    )  # fmt: skip
    def test_stands_in_its_order(self, reader: Client, query: str, found: bool) -> None:
        assert (ANTON in hits(reader, f"/en/testimonies/?q={quote(query)}")) is found


class TestTheLanguageOfTheIndex:
    @pytest.mark.parametrize(
        "query",
        ["NEAR(lift door)", "title:lift", "lift OR", "NOT", "^lift", "lift AND (", '"', "'", "{", "-lift", "lift*",
         "body : fear", "\\", "%", "_", ";--", "\u0000", "a" * 200, "🙂", "\u202elift"],
    )  # fmt: skip
    def test_cannot_be_spoken_by_a_reader(self, reader: Client, query: str) -> None:
        response = reader.get("/en/testimonies/", {"q": query})

        assert response.status_code in {200, 400}


class TestAFilter:
    def test_keeps_exactly_those_whose_pages_show_the_value(self, reader: Client) -> None:
        for facet in FACETS:
            html = reader.get("/en/testimonies/").content.decode()
            for value in set(re.findall(rf'name="{facet.code}" value="([\w-]+)"', html)):
                narrower = {
                    one.code for one in facet.values if value in {step.code for step in facet.with_broader(one.code)}
                }
                labels = {capfirst(facet.value(code).en) for code in narrower}

                found = set(hits(reader, f"/en/testimonies/?{facet.code}={value}"))

                assert found == {copy for copy in every_copy() if fact_on_page(reader, copy, facet.en) in labels}

    def test_offers_counts_that_are_those_of_the_answer(self, reader: Client) -> None:
        for start in ("", "?q=fear", "?teller=self", "?theme=flight&route=contract"):
            html = reader.get(f"/en/testimonies/{start}").content.decode()
            for name, value, count in options(html):
                joined = f"/en/testimonies/{start}{'&' if start else '?'}{name}={value}"
                if f"{name}=" not in start:
                    assert len(hits(reader, joined)) == count, joined

    def test_offers_nothing_that_too_few_share(self, reader: Client) -> None:
        html = reader.get("/en/testimonies/").content.decode()

        assert "northern-europe" not in html
        assert "relative" not in {value for _, value, _ in options(html)}
        assert "rare-thing" not in reader.get("/en/themes/").content.decode()
        assert reader.get("/en/themes/rare-thing/").status_code == 404
        assert reader.get("/en/testimonies/?theme=rare-thing").status_code == 400

    def test_adds_up_within_a_facet_and_narrows_across(self, reader: Client) -> None:
        both = set(hits(reader, "/en/testimonies/?route=mobilised&route=contract"))
        one = set(hits(reader, "/en/testimonies/?route=mobilised"))
        across = set(hits(reader, "/en/testimonies/?route=mobilised&route=contract&language=ru"))

        assert one < both
        assert across == {"r0man000000000000000000003"}

    def test_that_is_on_is_a_chip_that_takes_it_away(self, reader: Client) -> None:
        html = reader.get("/en/testimonies/?q=fear&theme=flight&teller=self").content.decode()

        chips = {
            unescape(address): label for address, label in re.findall(r'<a class="chip" href="(.*?)">(.*?) <svg', html)
        }
        assert chips == {
            "/en/testimonies/?q=fear&teller=self": "Theme: Flight",
            "/en/testimonies/?q=fear&theme=flight": "Told by: the person it is about",
        }

    def test_stays_when_the_words_or_the_order_change(self, reader: Client) -> None:
        html = reader.get("/en/testimonies/?q=fear&theme=flight&sort=release").content.decode()

        assert '<input type="hidden" name="theme" value="flight">' in html
        assert '<input type="hidden" name="sort" value="release">' in html

    def test_opens_the_narrower_themes(self, reader: Client) -> None:
        closed = reader.get("/en/testimonies/").content.decode()
        opened = reader.get("/en/testimonies/?theme=flight").content.decode()

        assert 'value="decision"' not in closed
        assert 'value="decision"' in opened


def every_copy() -> set[str]:
    return {record.public_id for record in invented_records()}


def fact_on_page(reader: Client, public_id: str, label: str) -> str:
    html = reader.get(f"/en/t/{public_id}/").content.decode()
    told = re.search(rf"<dt>{label}</dt><dd>(.*?)</dd>", html)
    assert told is not None
    return unescape(told[1])


def options(html: str) -> list[tuple[str, str, int]]:
    found = re.findall(r'type="checkbox" name="(\w+)" value="([\w-]+)".*?class="count">(\d+)<', html, re.DOTALL)
    return [(name, value, int(count)) for name, value, count in found]


class TestTheOrder:
    @pytest.mark.parametrize("sort", ["match", "release", "chance"])
    def test_changes_nothing_in_what_is_found(self, reader: Client, sort: str) -> None:
        assert set(hits(reader, f"/en/testimonies/?q=fear&sort={sort}")) == set(hits(reader, "/en/testimonies/?q=fear"))

    def test_by_release_has_the_newest_first(self, reader: Client) -> None:
        assert hits(reader, "/en/testimonies/")[-1] == invented_records()[-1].public_id  # it came with release 1

    def test_by_chance_is_the_same_all_day(self, reader: Client) -> None:
        first = hits(reader, "/en/testimonies/?sort=chance")

        assert hits(reader, "/en/testimonies/?sort=chance") == first


class TestWhatTheFormDoesNotHave:
    @pytest.mark.parametrize(
        "query",
        [
            "x=1", "public_id=a", "route=unknown", "route__startswith=m", "theme=T4", "theme=never-carried",
            "sort=age", "page=0", "page=2", "page=-1", "page=x", "page=" + "9" * 30, "page=１", "q=" + "a" * 201,
            "age=40s", "order_by=public_id", "texts__title__contains=A", "collection=other", "language=de",
            "q__contains=a", "refuge=northern-europe", "serial=1", "pk=1", "id__gte=0",
        ],
    )  # fmt: skip
    def test_answers_400_with_the_form(self, reader: Client, query: str) -> None:
        response = reader.get(f"/en/testimonies/?{query}")

        assert response.status_code == 400
        assert b'role="search"' in response.content
        assert not HIT.findall(response.content.decode())

    def test_keeps_what_was_typed(self, reader: Client) -> None:
        assert b'value="doors"' in reader.get("/en/testimonies/?q=doors&x=1").content

    def test_answers_in_norwegian(self, reader: Client) -> None:
        assert "Dette søket kan ikke besvares" in reader.get("/nb/testimonies/?x=1").content.decode()


class TestPages:
    def test_hold_twenty_and_lead_on(self, reader: Client, room: RoomFolder) -> None:
        many = [replace(record, public_id=f"{number:026d}") for number, record in enumerate(invented_records() * 5)]
        room.issue(many, serial=8)

        first, second = hits(reader, "/en/testimonies/"), hits(reader, "/en/testimonies/?page=2")
        third = hits(reader, "/en/testimonies/?page=3")

        assert [len(first), len(second), len(third)] == [20, 20, 10]
        assert len({*first, *second, *third}) == 50
        assert reader.get("/en/testimonies/?page=4").status_code == 400
        assert 'href="/en/testimonies/?page=2" rel="next"' in reader.get("/en/testimonies/").content.decode()


class TestQueries:
    @pytest.mark.parametrize("address", ["/en/testimonies/?q=fear&theme=flight&route=mobilised", "/en/testimonies/"])
    def test_do_not_grow_with_the_list(
        self, reader: Client, room: RoomFolder, django_assert_max_num_queries: object, address: str
    ) -> None:
        with django_assert_max_num_queries(11, connection=connections["release"]):  # type: ignore[operator]
            reader.get(address)


class TestMila:
    def test_is_found_by_her_words(self, reader: Client) -> None:
        assert MILA in hits(reader, "/en/testimonies/?q=feared+dying")


class TestTooManyToRank:
    def test_come_newest_first_and_the_page_says_so(self, reader: Client, monkeypatch: pytest.MonkeyPatch) -> None:
        few = reader.get("/en/testimonies/?q=fear").content.decode()

        monkeypatch.setattr("archive.reading_room.views.testimonies.RANK_CAP", 2)

        many = reader.get("/en/testimonies/?q=fear").content.decode()
        assert "the newest come first" not in few
        assert "the newest come first" in many
        assert hits(reader, "/en/testimonies/?q=fear") == hits(reader, "/en/testimonies/?q=fear&sort=release")


class TestAWordThatNobodySaid:
    def test_finds_nothing_and_offers_no_filters(self, reader: Client) -> None:
        page = reader.get("/en/testimonies/?q=elevator").content.decode()

        assert "No account has all of this." in page
        assert "<legend>" not in page
        assert "Apply filters" not in page
