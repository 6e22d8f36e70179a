"""The folding that search uses, and the characters that nobody sees."""

import unicodedata

import pytest

from archive.language.folding import fold
from archive.language.matching import NamedPerson, NameMatcher


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Flukt", "flukt"),
        ("ＦＵＬＬ", "full"),
        ("sol\u00addat", "soldat"),
        ("Café", "cafe"),
        ("Bjørn", "bjørn"),
        ("SÆR", "sær"),
        ("Ålesund", "ålesund"),
        ("a\u030alesund", "ålesund"),
        ("Ёлка", "елка"),
        ("Ґанок", "ганок"),
        ("Йод", "йод"),
        ("Їжак", "їжак"),
        ("и\u0306од", "йод"),
        ("Сло\u0301во", "слово"),
        ("Straße", "strasse"),
        ("ﬁn", "fin"),
        ("İzmir", "izmir"),
        ("Guðrún", "gudrun"),
        ("Þór", "thor"),
        ("Łódź", "lodz"),
        ("Đorđe", "dorde"),
        ("Diyarbakır", "diyarbakir"),
        ("cœur", "coeur"),
        ("п’ять", "п'ять"),
        ("пʼять", "п'ять"),
        ("e\u0301", "e"),
        ("\u0301", ""),
        ("sol\u200bdat", "soldat"),
    ],
)
def test_folds_what_readers_type_alike(text: str, folded: str) -> None:
    assert fold(text) == folded


@pytest.mark.parametrize(("one", "two"), [("ål", "al"), ("sør", "sor"), ("её", "ею"), ("мий", "мии"), ("lær", "lar")])
def test_keeps_what_is_a_letter_of_its_own(one: str, two: str) -> None:
    assert fold(one) != fold(two)


UNSEEN = """
soft hyphen, combining grapheme joiner, arabic letter mark, hangul choseong filler, hangul jungseong filler,
hangul filler, halfwidth hangul filler, khmer vowel inherent aq, khmer vowel inherent aa,
mongolian free variation selector one, mongolian free variation selector two, mongolian free variation selector three,
mongolian free variation selector four, mongolian vowel separator, zero width space, zero width non-joiner,
zero width joiner, left-to-right mark, right-to-left mark, left-to-right embedding, right-to-left embedding,
pop directional formatting, left-to-right override, right-to-left override, word joiner, function application,
invisible times, invisible separator, invisible plus, left-to-right isolate, right-to-left isolate,
first strong isolate, pop directional isolate, inhibit symmetric swapping, activate symmetric swapping,
inhibit arabic form shaping, activate arabic form shaping, national digit shapes, nominal digit shapes,
variation selector-1, variation selector-9, variation selector-16, zero width no-break space,
interlinear annotation anchor, interlinear annotation separator,
interlinear annotation terminator, shorthand format letter overlap, shorthand format up step,
musical symbol begin beam, musical symbol end phrase, language tag, tag latin small letter a, cancel tag,
variation selector-17, variation selector-256
"""
UNNAMED = "\x80\x84\x86\x9f\u2065\ufff0\U000e0000\U000e0fff"
INVISIBLE = (*(unicodedata.lookup(" ".join(name.split())) for name in UNSEEN.split(",")), *UNNAMED)
WITHIN_A_NAME = {one: f"Щеголь{one}ков" for one in INVISIBLE}
WITHIN_A_NAME["\u202e"] = "Щеголь\u202eвок\u202c"  # what follows is shown the other way round


@pytest.mark.parametrize("unseen", INVISIBLE, ids=[unicodedata.name(one, f"U+{ord(one):04X}") for one in INVISIBLE])
class TestACharacterThatNobodySees:
    MATCHER = NameMatcher([NamedPerson("p", ("Родион Щегольков",))])

    def test_is_nothing_to_search(self, unseen: str) -> None:
        assert fold(f"sol{unseen}dat") == "soldat"

    def test_hides_no_name_it_stands_in(self, unseen: str) -> None:
        name = WITHIN_A_NAME[unseen]

        found = self.MATCHER.find(f"Там {name} был")

        assert {(match.start, match.end, match.tier) for match in found} == {(4, 4 + len(name), "block")}


def test_the_end_of_a_line_parts_words_whichever_sign_it_is() -> None:
    assert fold("Щегольков\x85был") == "щегольков\x85был"
