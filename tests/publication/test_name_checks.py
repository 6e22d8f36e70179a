"""What of a page counts as the testimony's, where a form of a protected name can be read from it."""

from dataclasses import replace
from typing import Any

import pytest

from archive.catalogue.records import LanguageRecord
from archive.language.matching import NamedPerson, NameMatcher
from archive.operations.benchmarks.accounts import account
from archive.operations.benchmarks.room import published
from archive.publication.candidates import Showing
from archive.publication.name_checks import check_names_in_pages, check_names_in_text, line_around
from archive.publication.proved_lines import ProvedLines
from archive.redaction.spans import repeat_digest
from archive.redaction.standing_names import StandingLift

PUBLIC_ID = "0kvernmo1kvernmo2kvernmo3k"


def refused(*pages: str, name: str = "Halvgrim Kvernmo") -> list[str]:
    """Return the codes with which pages of a testimony with this public id are refused."""
    return [obstacle.code for obstacle in check_names_in_pages(showing(*pages, name=name))]


def showing(*pages: str, name: str = "Halvgrim Kvernmo") -> Showing:
    record = replace(published(account(1, persons=50)), public_id=PUBLIC_ID, languages=())
    return Showing(
        expected=record,
        written=record,
        pages=pages,
        allowed=(),
        kept=frozenset(),
        matcher=NameMatcher([NamedPerson("p", (name,))]),
        proved=ProvedLines(),
    )


@pytest.mark.parametrize(
    "page",
    ["<p>There Kvernmo was.</p>", '<p title="Kvernmo">There.</p>', "<title>Kvernmo</title>", "<p>Kvern<i>mo</i></p>"],
    ids=["text", "title of an element", "title of the page", "parted by markup"],
)
def test_a_name_is_refused_wherever_it_can_be_read(page: str) -> None:
    assert refused(page) == ["G010"]


def test_a_public_id_is_a_code_and_no_name() -> None:
    assert refused(f'<p>Testimony {PUBLIC_ID}</p><a title="{PUBLIC_ID}">link</a>') == []
    assert refused("<p>Testimony 0kvernmo1kvernmo2</p>") == ["G010", "G010"]


def test_a_label_of_a_closed_list_is_a_name_only_where_other_words_stand_beside_it() -> None:
    assert refused("<ul><li>Eastern Europe</li></ul>", name="Eastern Europe") == []
    both = "<ul><li>Eastern Europe</li></ul><p>There Eastern Europe was.</p>"
    assert refused(both, name="Eastern Europe") == ["G010", "G010"]


def test_an_edition_without_a_page_is_refused() -> None:
    assert refused() == ["G010"]


@pytest.mark.parametrize("named", [{"title": "Kvernmo"}, {"public_name": "Kvernmo"}], ids=["title", "public name"])
def test_a_name_in_the_title_is_refused_whatever_was_said_of_the_text(named: dict[str, Any]) -> None:
    said = StandingLift("en", 0, 0, len("Kvernmo"), "p", is_confirmed=True)
    text = LanguageRecord("en", "Arne", "A title", "Kvernmo is a road.")
    lifted = replace(showing(), lifted=(said,))

    for languages, codes in (((text,), []), ((replace(text, **named),), ["G009"])):
        written = replace(lifted, written=replace(lifted.expected, languages=languages))
        assert [obstacle.code for obstacle in check_names_in_text(written)] == codes


@pytest.mark.parametrize("text", ["Kvernmo", "before\nKvernmo", "Kvernmo\nafter", "before\n  Kvernmo \nafter"])
def test_a_line_is_what_stands_between_two_ends_of_lines(text: str) -> None:
    (leak,) = NameMatcher([NamedPerson("p", ("Halvgrim Kvernmo",))]).find(text)

    assert line_around(text, leak) == "Kvernmo"


def test_what_was_not_written_holds_no_name() -> None:
    assert list(check_names_in_text(replace(showing(), written=None))) == []


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("words", "said"),
    [("Kvernmo was there.", "A form of a protected name"), ("Kvernmok was there.", "What may be a protected name")],
)
def test_what_is_said_of_a_name_tells_whether_it_is_one(words: str, said: str) -> None:
    text = LanguageRecord("en", "Arne", "A title", words)
    written = replace(showing(), written=replace(showing().expected, languages=(text,)))

    (obstacle,) = check_names_in_text(written)

    assert obstacle.message.startswith(said)


@pytest.mark.django_db
def test_what_may_be_a_name_and_was_decided_to_stay_is_none() -> None:
    text = LanguageRecord("en", "Arne", "A title", "There Kvernmok and Kvernmo were.")
    written = replace(showing(), written=replace(showing().expected, languages=(text,)))
    kept = frozenset(
        repeat_digest(text.abstract, text.abstract.index(name), text.abstract.index(name) + len(name))
        for name in ("Kvernmok", "Kvernmo ")
    )

    obstacles = list(check_names_in_text(replace(written, kept=kept)))

    assert [obstacle.message[:6] for obstacle in obstacles] == ["A form"]
