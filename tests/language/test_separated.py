"""Names whose letters or syllables are kept apart, and names broken over a line."""

import pytest

from archive.language.matching import NamedPerson, NameMatcher

MATCHER = NameMatcher(
    [
        NamedPerson("p1", ("Родион Щегольков",)),
        NamedPerson("p2", ("Нугзар Картвелашвили",)),
        NamedPerson("p3", ("Will Storm",)),
        NamedPerson("p4", ("Сергій Їжакевич",)),
        NamedPerson("p5", ("Пётр Мороз",)),
        NamedPerson("p6", ("Устим Полевой",)),
        NamedPerson("p7", ("Кежа Журак",)),
        NamedPerson("p8", ("Александр Лук'яненко",)),
        NamedPerson("p9", ("Верхнепритамбовскоградск",)),
        NamedPerson("p10", ("Верхнепритобольскоградска",)),
        NamedPerson("p11", ("Остап Бочаров", "Грибов")),
    ]
)

# text, the stretch that reads as a name, its tier, the rule
APART = {
    "spaced letters": ("Там был Р о д и о н.", "Р о д и о н", "block", "spaced-letters"),
    "spaced letters in small ones": ("там был р о д и о н да", "р о д и о н", "block", "spaced-letters"),
    "spaced capitals": ("Там был Р О Д И О Н да", "Р О Д И О Н", "block", "spaced-letters"),
    "dotted letters": ("Там был Р.о.д.и.о.н да", "Р.о.д.и.о.н", "block", "spaced-letters"),
    "letters three signs apart": ("Там Р - о - д - и - о - н да", "Р - о - д - и - о - н", "block", "spaced-letters"),
    "spaced letters in another script": ("Там R o d i o n да", "R o d i o n", "block", "spaced-letters"),
    "spaced letters, some look alike": ("Там P о д и o н да", "P о д и o н", "block", "spaced-letters"),
    "spaced letters after another letter": ("Там я Р о д и о н да", "я Р о д и о н", "ask", "spaced-letters"),
    "spaced letters in a case": ("Там с Р о д и о н о м да", "Р о д и о н о м", "block", "spaced-letters"),
    "two spaced names": ("Там Р о д и о н Н у г з а р да", "Р о д и о н Н у г з а р", "ask", "spaced-letters"),
    "a hyphen": ("Там был Родион Щеголь-ков.", "Щеголь-ков", "block", "whole-name"),
    "a hyphen alone": ("Там был Щеголь-ков.", "Щеголь-ков", "block", "hyphenated"),
    "a hyphen that is no break": ("Там был Щеголь‑ков.", "Щеголь‑ков", "block", "hyphenated"),
    "a hyphen of its own": ("Там был Щеголь‐ков.", "Щеголь‐ков", "block", "hyphenated"),
    "a sign of hyphenation": ("Там был Щеголь¬ков.", "Щеголь¬ков", "block", "hyphenated"),
    "a hyphen and a line break": ("Там был Щеголь-\nков.", "Щеголь-\nков", "block", "hyphenated"),
    "a hyphen, a line break and spaces": ("Там был Щеголь- \r\n  ков.", "Щеголь- \r\n  ков", "block", "hyphenated"),
    "a hyphen after one letter": ("Там был Р-одион.", "Р-одион", "block", "hyphenated"),
    "a hyphen before one letter": ("Там был Родио-н.", "Родио-н", "block", "hyphenated"),
    "six syllables": ("Там был Кар-тве-ла-ш-ви-ли.", "Кар-тве-ла-ш-ви-ли", "block", "hyphenated"),
    "two hyphens": ("Там был Ще-голь-ков.", "Ще-голь-ков", "block", "hyphenated"),
    "three hyphens": ("Там был Карт-ве-лаш-вили.", "Карт-ве-лаш-вили", "block", "hyphenated"),
    "one of several hyphens": ("Там супер-Щеголь-ков.", "Щеголь-ков", "block", "hyphenated"),
    "seven syllables": ("Там был Ка-рт-ве-ла-ш-ви-ли.", "Ка-рт-ве-ла-ш-ви-ли", "block", "hyphenated"),
    "a hyphen, and an apostrophe before": ("Там Лук'янен-ко да", "Лук'янен-ко", "block", "hyphenated"),
    "a hyphen, and another apostrophe before": ("Там Лук’янен-ко да", "Лук’янен-ко", "block", "hyphenated"),
    "a hyphen, and a third apostrophe before": ("Там Лукʼянен-ко да", "Лукʼянен-ко", "block", "hyphenated"),
    "a hyphen, and an apostrophe after": ("Там Лу-к'яненко да", "Лу-к'яненко", "block", "hyphenated"),
    "a hyphen at the beginning of a line": ("Там Картве\n-лашвили да", "Картве\n-лашвили", "block", "hyphenated"),
    "a hyphen in a word of 24 letters": (
        "Там Верхнепритамбов-скоградск да",
        "Верхнепритамбов-скоградск",
        "block",
        "hyphenated",
    ),
    "24 spaced letters": (
        "Там В е р х н е п р и т а м б о в с к о г р а д с к да",
        "В е р х н е п р и т а м б о в с к о г р а д с к",
        "block",
        "spaced-letters",
    ),
    "a line break, a case form": ("Там с Родио\nном вчера.", "Родио\nном", "ask", "broken-word"),
    "a dash": ("Там был Картве–лашвили.", "Картве–лашвили", "ask", "broken-word"),
    "a point": ("Там был Картве.лашвили да", "Картве.лашвили", "ask", "broken-word"),
    "a slash": ("Там был Картве/лашвили да", "Картве/лашвили", "ask", "broken-word"),
    "an asterisk": ("Там был Картве*лашвили да", "Картве*лашвили", "ask", "broken-word"),
    "a backslash": ("Там был Картве\\лашвили да", "Картве\\лашвили", "ask", "broken-word"),
    "a tilde": ("Там был Картве~лашвили да", "Картве~лашвили", "ask", "broken-word"),
    "a bar": ("Там был Картве|лашвили да", "Картве|лашвили", "ask", "broken-word"),
    "a plus": ("Там был Картве+лашвили да", "Картве+лашвили", "ask", "broken-word"),
    "an equals sign": ("Там был Картве=лашвили да", "Картве=лашвили", "ask", "broken-word"),
    "a circumflex": ("Там был Картве^лашвили да", "Картве^лашвили", "ask", "broken-word"),
    "a colon": ("Там был Картве:лашвили да", "Картве:лашвили", "ask", "broken-word"),
    "a bullet": ("Там был Картве•лашвили да", "Картве•лашвили", "ask", "broken-word"),
    "parentheses": ("Там был Картве(лаш)вили да", "Картве(лаш)вили", "ask", "broken-word"),
    "brackets": ("Там был Картве[лашвили] да", "Картве[лашвили", "ask", "broken-word"),
    "quotation marks": ("Там был Картве«лашвили» да", "Картве«лашвили", "ask", "broken-word"),
    "three points": ("Там был Картве...лашвили да", "Картве...лашвили", "ask", "broken-word"),
    "a picture": ("Там был Картве🙂лашвили да", "Картве🙂лашвили", "ask", "broken-word"),
    "a space": ("Там был Картве лашвили.", "Картве лашвили", "ask", "broken-word"),
    "two spaces": ("Там был Картве  лашвили.", "Картве  лашвили", "ask", "broken-word"),
    "six letters and a space": ("Там был Ро дион да", "Ро дион", "ask", "broken-word"),
    "two letters and a point": ("Там был Ро.дион да", "Ро.дион", "ask", "broken-word"),
    "a sign in one of two words": ("Там SuperRod!on да", "Rod!on", "block", "digits-for-letters"),
    "a space after one letter": ("Там был Щ егольков да", "Щ егольков", "ask", "broken-word"),
    "a space before two signs": ("Там был Картвелашви ли да", "Картвелашви ли", "ask", "broken-word"),
    "a space after a word": ("Там был Карт велашвили да", "Карт велашвили", "ask", "broken-word"),
    "a space before a word": ("Там був Їжаке вич да", "Їжаке вич", "ask", "broken-word"),
    "a slip in a hyphenated name": ("Там был Картве-лашвимли да", "Картве-лашвимли", "ask", "hyphenated"),
    "spaced letters in a possessive": ("There R o d i o n s is", "R o d i o n s", "block", "spaced-letters"),
    "five letters, one of them a punctuation key": ("Nfv ;ehfr nfv", ";ehfr", "ask", "keyboard-layout"),
    "a space, in Latin letters": ("There Kartve lashvili was", "Kartve lashvili", "ask", "broken-word"),
    "a line break": ("Там был Щего\nльков вчера.", "Щего\nльков", "ask", "broken-word"),
    "a hyphen and a line separator": ("Там был Щеголь-\u2028ков.", "Щеголь-\u2028ков", "block", "hyphenated"),
    "a line break and spaces": ("Там был Щего \r\n льков вчера.", "Щего \r\n льков", "ask", "broken-word"),
    "a line break after one letter": ("Там был Щ\nегольков вчера.", "Щ\nегольков", "ask", "broken-word"),
    "Russian typed on Latin keys": ("Nfv Uhj;jd b Otujkmrjd", "Otujkmrjd", "ask", "keyboard-layout"),
    "typed, with punctuation inside": ("Nfv 'Rfhndtkfidbkb", "Rfhndtkfidbkb", "ask", "keyboard-layout"),
    "typed Ukrainian, with punctuation before": ("Nfv };frtdbx nfv", "};frtdbx", "ask", "keyboard-layout"),
    "typed without the shift, and ordinary": ("Nfv ,jxfhjd nfv", ",jxfhjd", "ask", "keyboard-layout"),
    "typed in small letters after another word": ("Nfv tuj;Hjlbjy nfv", "Hjlbjy", "ask", "keyboard-layout"),
    "typed after another word": ("Nfv ;tyfHjlbjy nfv", "Hjlbjy", "ask", "keyboard-layout"),
    "typed, with a full stop after it": ("Nfv };frtdbx. Nfv", "};frtdbx", "ask", "keyboard-layout"),
}


# recorded, written, tier
SIGNED = {
    "a for @": ("Pavel Zzyzx", "P@vel", "block"),
    "s for $": ("Ruslan Zzyzx", "Ru$lan", "block"),
    "s for $ at the beginning": ("Sergej Zzyzx", "$ergej", "ask"),
    "e for €": ("Sergej Zzyzx", "S€rg€j", "block"),
    "i for !": ("Rodion Zzyzx", "Rod!on", "block"),
    "l for !": ("Ruslan Zzyzx", "Rus!an", "block"),
    "in Cyrillic": ("Сергей Рудых", "С€ргей", "block"),
    "s and @": ("Ruslan Zzyzx", "Ru$l@n", "block"),
    "a and $": ("Maksim Zzyzx", "M@k$im", "block"),
    "a and !": ("Maksim Zzyzx", "M@ks!m", "block"),
    "beside digits": ("Rodion Zzyzx", "R0d!0n", "block"),
}


@pytest.mark.parametrize("kind", SIGNED)
def test_a_sign_stands_for_a_letter(kind: str) -> None:
    recorded, written, tier = SIGNED[kind]
    text = f"Met {written} there"
    places = [match for match in NameMatcher([NamedPerson("p", (recorded,))]).find(text) if match.start == 4]

    assert {(match.end, match.tier, match.how) for match in places} == {(4 + len(written), tier, "digits-for-letters")}


@pytest.mark.parametrize(
    ("recorded", "text"),
    [
        ("Adam Zzyzx", "write to @dam now"),
        ("Rodion Zzyzx", "write to rodion@home.example"),
        ("Nugzar Zzyzx", "see supernug$ar there"),
    ],
)
def test_a_sign_of_its_own_stands_for_none(recorded: str, text: str) -> None:
    found = NameMatcher([NamedPerson("p", (recorded,))]).find(text)

    assert "digits-for-letters" not in {match.how for match in found}


@pytest.mark.parametrize("kind", APART)
def test_is_put_together(kind: str) -> None:
    text, stretch, tier, how = APART[kind]
    start = text.index(stretch)

    assert {(match.tier, match.how) for match in MATCHER.find(text) if match[:2] == (start, start + len(stretch))} == {
        (tier, how)
    }


TOGETHER_NOTHING = {
    "spaced letters that end another word": "Там был xР о д и о н да",
    "typed in small letters, and ordinary": "Nfv uhb,jd nfv",
    "letters over lines": "Р\nо\nд\nи\nо\nн",
    "a digit among letters": "Там Р о 7 д и о н да",
    "a line below among letters": "Там Р о _ д и о н да",
    "a hyphen in a word of 25 letters": "Там Верхнепритоболь-скоградска да",
    "a whole name after a hyphen": "Там Супер-Щегольков был",
    "a case form broken by a space": "Там с Щего льковым был",
    "an equivalent broken by a space": "Там Олек сандр был",
    "the two ends of a name without its middle": "Там Картвелашв ли был",
    "letters too far apart": "Р – – о – – д – – и – – о – – н",
    "two letters": "У И",
    "letters of another keyboard": "Nfv H j l b j y lf",
    "five letters and a space": "Там Жу рак был",
    "words of which one name could be made, and a slash": "Там Поле/вой был",
    "words of which one name could be made, and a space": "Там Поле вой был",
    "a slip in a word broken by a point": "Там Картве.лашвимли был",
    "a slip in a word broken by a space": "Там Картве лашвимли был",
    "four letters, one of them a punctuation key": "Nfv rt;f nfv",
    "a name between quotation mark and comma": 'and "Rodion, he said',
    "a name inside what is typed": "Nfv ghtdscjrjhjlbjy;bot nfv",
    "a point after one letter": "Там был Р.одион да",
    "five letters, one apart": "Там был М-ороз да",
    "ordinary words and a slash": "Мы там или/он",
    "ordinary words and a space": "They saw him st or him",
    "a space and punctuation": "Картве, лашвили",
    "a line that ends with punctuation": "Там был Щего.\n\nльков вчера.",
    "small letters on two sides of a point": "то.да",
}


@pytest.mark.parametrize("kind", TOGETHER_NOTHING)
def test_is_not_put_together(kind: str) -> None:
    text = TOGETHER_NOTHING[kind]

    assert [
        (match, text[match.start : match.end])
        for match in MATCHER.find(text)
        if match.how in ("spaced-letters", "hyphenated", "broken-word", "keyboard-layout")
    ] == []


def test_words_of_two_chains_are_not_put_together() -> None:
    text = "Там Карт-ве, а да-лашвили был"

    assert [match for match in MATCHER.find(text) if match.start < text.index(",") < match.end] == []
