"""What hides letters is undone, and every place in the text as it reads leads back to the text as it is."""

import pytest

from archive.language.unmasking import unmask

READS = {
    "zero width": ("Ро\u200bдион", "Родион"),
    "soft hyphen": ("Ро\u00adдион", "Родион"),
    "stress": ("Ро\u0301дион", "Родион"),
    "a mark that encloses": ("Р\u20ddодион", "Родион"),
    "a mark that encloses the last letter": ("Родион\u20dd", "Родион"),
    "a titlo over the last letter": ("Родион\u0483", "Родион"),
    "a mark of another script": ("Ро\u0e47дион", "Родион"),
    "a mark with a place of its own": ("Ро\u302eдион", "Родион"),
    "a middle dot": ("Ро\u00b7дион", "Родион"),
    "full width": ("Ｒｏｄｉｏｎ", "Rodion"),
    "mathematical": ("𝐑𝐨𝐝𝐢𝐨𝐧", "Rodion"),
    "circled": ("Ⓡⓞⓓⓘⓞⓝ", "Rodion"),
    "in parentheses": ("⒭⒪⒟⒤⒪⒩", "rodion"),
    "flags": ("🇷🇴🇩🇮🇴🇳", "RODION"),
    "black circles": ("🅡🅞🅓🅘🅞🅝", "RODION"),
    "black squares": ("🆁🅾🅳🅸🅾🅽", "RODION"),
    "Greek": ("Rοdιοn", "Rodion"),
    "Cherokee": ("ᎡᎪ", "RA"),
    "Georgian": ("ნოდარ", "Nodar"),
    "Georgian capitals": ("ᲜᲝᲓᲐᲠ", "Nodar"),
    "one Georgian letter among Latin ones": ("Nოdar", "Nodar"),
    "Greek with an accent": ("Rόdion", "Rodion"),
    "full-width parentheses": ("Ｒｏｄ（ｉ）ｏｎ", "Rod(i)on"),
    "full width, beside what is shown from right to left": ("Ｒｏｄ \u202enoi\u202c", "Rod ion"),
    "from right to left": ("\u202enოidoR\u202c", "Rodion"),
    "Armenian": ("Հրաչյա", "Hrachya"),
    "Armenian ev": ("Սևան", "Sevan"),
    "one Armenian ev among Latin letters": ("Sևan", "Sevan"),
    "Armenian u": ("Սուրեն", "Suren"),
    "Armenian U": ("Ուրեն", "Uren"),
    "Armenian capitals": ("ՈՒՐԵՆ", "UREN"),
    "one Armenian letter among Latin ones": ("Rսslan", "Ruslan"),
    "й in two characters": ("Серге\u0438\u0306", "Сергей"),
    "Norwegian å in two characters": ("Ha\u030akon", "Håkon"),
}


@pytest.mark.parametrize("kind", READS)
def test_reads_as(kind: str) -> None:
    hidden, read = READS[kind]
    unmasked = unmask(f"a {hidden} b")

    assert unmasked is not None
    assert unmasked.text == f"a {read} b"
    assert unmasked.span(2, 2 + len(read)) == (2, 2 + len(hidden))


@pytest.mark.parametrize("text", ["", "Rodion", "Родион, Їжак – «да» № 7 €", "Bjørn Åge é", "→ ☎ 漢字"])
def test_leaves_an_ordinary_text_alone(text: str) -> None:
    assert unmask(text) is None


def test_reads_from_right_to_left_as_far_as_the_line_goes() -> None:
    unmasked = unmask("Met \u202enoidoR\nthere")

    assert unmasked is not None
    assert unmasked.text == "Met Rodion\nthere"
    assert unmasked.span(4, 10) == (4, 11)


def test_leads_back_from_every_letter() -> None:
    unmasked = unmask("Ро\u200bди\u0301он ﬁn")

    assert unmasked is not None
    assert unmasked.text == "Родион fin"
    assert [unmasked.span(at, at + 1) for at in range(len(unmasked.text))] == [
        (0, 1), (1, 2), (3, 4), (4, 6), (6, 7), (7, 8), (8, 9), (9, 10), (9, 10), (10, 11),
    ]  # fmt: skip
