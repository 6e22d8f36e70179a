"""What can be read or copied from a page: a name closes up where markup cuts it, and a block ends a line."""

import pytest

from archive.publication.page_text import visible_text

BLOCKS = [
    *("p", "div", "li", "h1", "h2", "h3", "h4", "td", "th", "dt", "dd", "section", "article", "title", "option", "br"),
    *("ul", "ol", "dl", "table", "tr"),
]
WITHIN = ["a", "b", "i", "span", "mark", "em", "strong", "cite", "abbr", "svg", "path"]
SAID = ["title", "alt", "content", "aria-label", "placeholder", "value"]
PAGES = {
    "a name that inline markup cuts": ("<p>Brek<em>kes</em>en</p>", "\nBrekkesen\n"),
    "a link": ('<a class="c" href="/x" id="y">Brekke</a>sen', "Brekkesen"),
    "a mark in another language": ('Brek<span lang="nb" hreflang="nb">kes</span>en', "Brekkesen"),
    "the brackets of what was changed": ('Brek<span class="b">[</span>kes<span class="b">]</span>en', "Brekkesen"),
    "other brackets": ('Brek<span class="c">[</span>kes', "Brek[kes"),
    "a comment": ("Brek<!-- <p> \n -->kesen", "Brekkesen"),
    "two comments": ("Brek<!-- one -->kes<!-- two -->en", "Brekkesen"),
    "lines of nothing": ("<p>Brekke</p>\n  \n <p>sen</p>", "\nBrekke\nsen\n"),
    "escaped letters": ("Brekk&#101;sen &amp; s&#248;nn", "Brekkesen & sønn"),
    "an element in capitals": ("Brekke<BR>sen", "Brekke\nsen"),
    "an element with attributes": ('Brekke<div class="x">sen', "Brekke\nsen"),
    "an attribute that no one hears": ('Brekke<img src="sen" data-title="y">n', "Brekken"),
    "one that is heard after one that is not": ('<a class="x" title="Brekkesen">y</a>', "\nBrekkesen\ny"),
    "two that are heard": ('<i title="Brekke" aria-label="sen">x', "\nBrekke\nsen\nx"),
}


@pytest.mark.parametrize("case", PAGES)
def test_a_page_says(case: str) -> None:
    page, text = PAGES[case]

    assert visible_text(page) == text


@pytest.mark.parametrize("element", BLOCKS)
def test_a_block_ends_a_line(element: str) -> None:
    assert visible_text(f"Brekke<{element}>sen") == visible_text(f"Brekke</{element}>sen") == "Brekke\nsen"


@pytest.mark.parametrize("element", WITHIN)
def test_what_stands_within_a_line_ends_none(element: str) -> None:
    assert visible_text(f"Brek<{element}>kes</{element}>en") == "Brekkesen"
    assert visible_text(f'Brek<{element} class="x">kes</{element}>en') == "Brekkesen"


@pytest.mark.parametrize("attribute", SAID)
def test_what_an_attribute_says_stands_on_a_line_of_its_own(attribute: str) -> None:
    assert visible_text(f'One <i {attribute}="Brekkesen">two') == "One \nBrekkesen\ntwo"
