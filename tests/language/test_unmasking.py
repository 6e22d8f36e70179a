"""What hides letters is undone, and every place in the text as it reads leads back to the text as it is."""

import pytest

from archive.language.unmasking import unmask

READS = {
    "zero width": ("Ро\u200bдион", "Родион"),
    "soft hyphen": ("Ро\u00adдион", "Родион"),
    "stress": ("Ро\u0301дион", "Родион"),
    "a mark that encloses": ("Р\u20ddодион", "Родион"),
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
    "from right to left": ("\u202enოidoR\u202c", "Rodion"),
    "Armenian": ("Հրաչյա", "Hrachya"),
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


@pytest.mark.parametrize("text", ["", "Rodion", "Родион, Їжак – «да» № 7 €", "Bjørn Åge é"])
def test_leaves_an_ordinary_text_alone(text: str) -> None:
    assert unmask(text) is None


def test_leads_back_from_every_letter() -> None:
    unmasked = unmask("Ро\u200bди\u0301он ﬁn")

    assert unmasked is not None
    assert unmasked.text == "Родион fin"
    assert [unmasked.span(at, at + 1) for at in range(len(unmasked.text))] == [
        (0, 1), (1, 2), (3, 4), (4, 6), (6, 7), (7, 8), (8, 9), (9, 10), (9, 10), (10, 11),
    ]  # fmt: skip
