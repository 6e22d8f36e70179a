"""The folding that search uses."""

import pytest

from archive.language.folding import fold


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
