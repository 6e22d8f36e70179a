"""Where the names of protected persons stand: every form, two tiers, and the ordinary words around them."""

import pickle

import pytest

from archive.language.matching import MOST_CACHED, NamedPerson, NameMatcher

PERSONS = (
    NamedPerson("p1", ("Родион Захарович Щегольков",)),
    NamedPerson("p2", ("Yevheniia Zhuravska",)),
    NamedPerson("p3", ("Александр Чуев", "Сказочник")),
    NamedPerson("p4", ("Вера Мороз",)),
    NamedPerson("p5", ("Will Storm",)),
    NamedPerson("p6", ("Пётр Кравец",)),
    NamedPerson("p7", ("Торбьёрн Хаугерюд", "Torbjørn Haugerud")),
    NamedPerson("p8", ("Дарья Климова-Бек",)),
    NamedPerson("p12", ("Сергій Цимбал",)),
    NamedPerson("p11", ("Устим Грожов",)),
    NamedPerson("p10", ("Тимофей Громов",)),
    NamedPerson("p13", ("Франц Рудых",)),
    NamedPerson("p14", ("Вениамин Рудых",)),
    NamedPerson("p15", ("Рамиз Рудых",)),
    NamedPerson("p16", ("Инна Рудых",)),
    NamedPerson("p17", ("Ван Зидан",)),
    NamedPerson("p18", ("Oleg Gagaryn",)),
    NamedPerson("p9", ("Нугзар Картвелашвили",)),
)
MATCHER = NameMatcher(PERSONS)


def found(text: str) -> dict[str, str]:
    """Return what is found as {text of the span: tier}; a block wins over an ask."""
    tiers: dict[str, str] = {}
    for match in MATCHER.find(text):
        surface = text[match.start : match.end]
        if tiers.get(surface) != "block":
            tiers[surface] = match.tier
    return tiers


BLOCKED = {
    "as recorded": ("Там был Щегольков.", "Щегольков"),
    "in capitals": ("Там был ЩЕГОЛЬКОВ вчера.", "ЩЕГОЛЬКОВ"),
    "in small letters": ("там был щегольков", "щегольков"),
    "Russian case": ("Мы шли со Щегольковым домой.", "Щегольковым"),
    "dative of the first name": ("Мы сказали Родиону всё.", "Родиону"),
    "fleeting vowel": ("Мы видели Кравца там.", "Кравца"),
    "Ukrainian case of a Latin record": ("Ми бачили Журавської вчора.", "Журавської"),
    "Ukrainian instrumental": ("Ми йшли з Журавською.", "Журавською"),
    "wife's surname": ("Позвонила Щеголькова сестра.", "Щеголькова"),
    "English spelling": ("We met Shchegolkov there.", "Shchegolkov"),
    "Norwegian spelling": ("Vi møtte Sjtsjegolkov der.", "Sjtsjegolkov"),
    "German spelling": ("Wir trafen Schtschegolkow dort.", "Schtschegolkow"),
    "French spelling": ("Nous avons vu Chtchegolkov ici.", "Chtchegolkov"),
    "Norwegian genitive": ("Det var Rodions idé.", "Rodions"),
    "English genitive": ("It was Rodion’s idea.", "Rodion’s"),
    "Ukrainian equivalent": ("Ми казали Олександрові тут.", "Олександрові"),
    "Russian equivalent": ("Мы видели Евгению тут.", "Евгению"),
    "Western equivalent": ("We saw Eugenia there.", "Eugenia"),
    "everyday diminutive": ("Мы видели Сашу там.", "Сашу"),
    "diminutive in Norwegian": ("Vi så Sasja der.", "Sasja"),
    "diminutive with suffix": ("Мы видели Сашку там.", "Сашку"),
    "patronymic": ("Мы звали Захаровича домой.", "Захаровича"),
    "patronymic as people say it": ("Мы звали Захарыча домой.", "Захарыча"),
    "Ukrainian patronymic": ("Ми кликали Захаровичем.", "Захаровичем"),
    "nickname": ("Его звали Сказочником в роте.", "Сказочником"),
    "double surname, one half": ("Пришла Климова утром.", "Климова"),
    "Norwegian name": ("Det var Torbjørn som ringte.", "Torbjørn"),
    "Norwegian name, old spelling": ("Det var Torbjoern Haugerud.", "Haugerud"),
    "Georgian name in Latin": ("Then Kartvelashvili came.", "Kartvelashvili"),
    "Georgian script": ("იქ იყო ქართველაშვილი დღეს", "ქართველაშვილი"),
    "soft hyphens": ("Там был Ще\u00adголь\u00adков.", "Ще\u00adголь\u00adков"),
    "zero width": ("Там был Щеголь\u200bков.", "Щеголь\u200bков"),
    "stress mark": ("Там был Щегольков\u0301.", "Щегольков\u0301"),
    "full width": ("Met Ｒｏｄｉｏｎ there.", "Ｒｏｄｉｏｎ"),
    "mathematical letters": ("Met 𝐑𝐨𝐝𝐢𝐨𝐧 there.", "𝐑𝐨𝐝𝐢𝐨𝐧"),
    "circled letters": ("Met Ⓡⓞⓓⓘⓞⓝ there.", "Ⓡⓞⓓⓘⓞⓝ"),
    "Latin letters in a Cyrillic word": ("Там был Щeгoлькoв.", "Щeгoлькoв"),
    "Cyrillic letters in a Latin word": ("We met Rоdiоn there.", "Rоdiоn"),
    "line break with hyphen": ("Там был Щеголь-\nков.", "Щеголь-\nков"),
    "hyphen": ("Там был Щеголь-ков.", "Щеголь-ков"),
    "spaced letters": ("Там был Щ е г о л ь к о в.", "Щ е г о л ь к о в"),
    "dotted letters": ("Met R.o.d.i.o.n there.", "R.o.d.i.o.n"),
    "hashtag": ("see #shchegolkov now", "shchegolkov"),
    "handle": ("write @shchegolkov_91", "shchegolkov"),
    "camel case": ("see RodionShchegolkov", "Shchegolkov"),
    "file name": ("scan_shchegolkov_2.pdf", "shchegolkov"),
    "address": ("https://x.example/shchegolkov/1", "shchegolkov"),
    "initials before": ("Это Р. З. Щегольков.", "Р. З."),
    "initials after": ("Это Щегольков Р. З.", "Р. З."),
    "two parts, one in small letters": ("there is Will storm here", "storm"),
    "a short form that is a word, within a sentence": ("Пришла наша Веня утром.", "Веня"),
    "a name that is a particle elsewhere": ("Это был Ван вчера.", "Ван"),
    "letters parted as one romanisation does": ("Met Z·hurav·ska there.", "Z·hurav·ska"),
    "a surname that is a town, too": ("Мы видели, что Гагарин там.", "Гагарин"),
    "ordinary word within a sentence": ("А наша Вера ушла.", "Вера"),
}
ASKED = {
    "slip of the pen": ("Там был Щегольнов.", "Щегольнов"),
    "rare diminutive": ("Пришёл Шурон утром.", "Шурон"),
    "clipped": ("Then Nugz came.", "Nugz"),
    "ordinary word that opens a sentence": ("Ушли. Вера в победу.", "Вера"),
    "wrong keyboard": ("Nfv ,sk Hjlbjy dxthf.", "Hjlbjy"),
    "wrong keyboard from Latin": ("Там Кщвшщт был.", "Кщвшщт"),
    "wrong keyboard, letters on punctuation keys": ("Nfv Rkbvjd <tr b Uhj;jd", "Uhj;jd"),
    "an ordinary word in a hashtag": ("see #мороз now", "мороз"),
    "a case form that is a first name of its own": ("Пришла Александра утром.", "Александра"),
    "wrong code page": ("уЛБЪПЮОЙЛ", "уЛБЪПЮОЙЛ"),
    "digits for letters": ("see 5hchegolk0v", "5hchegolk0v"),
    "run together in a longer word": ("write @superrodion", "superrodion"),
    "at the beginning of a longer word": ("write @rodionbest", "rodionbest"),
    "amid a longer word": ("write @myshchegolkovfan", "myshchegolkovfan"),
    "in a word twice as long": ("write @shchegolkovkastalot", "shchegolkovkastalot"),
    "two names in a long word": ("write @shchegolkovgladkijvera", "shchegolkovgladkijvera"),
    "a letter too many in the longest name": ("Там был Картвелашавили вчера.", "Картвелашавили"),
    "slip in a short name": ("Там был Родоин вчера.", "Родоин"),
    "slip in a possessive": ("see Shchegolnov's car", "Shchegolnov's"),
    "slip in a part of a word": ("see Shchegolnov_91 there", "Shchegolnov"),
    "Russian ending of a short name in Latin letters": ("met Ramizom there", "Ramizom"),
    "a case form broken by a point": ("Там с Щего.льковым был", "Щего.льковым"),
    "broken by a space in Latin letters": ("There Shche golkov was", "Shche golkov"),
    "Russian ending in Latin letters": ("met Rodionom there", "Rodionom"),
    "first name before another surname": ("Пришёл Родион Верещагин.", "Родион"),
    "unrecorded patronymic": ("Пришла Вера Степановна.", "Степановна"),
    "initials alone": ("Его звали Р. Щ., он молчал.", "Р. Щ."),
    "a name that keys do not tell from this one": ("Пришёл Рамис утром.", "Рамис"),
    "a Western equivalent in Cyrillic letters": ("Там был Искандер вчера.", "Искандер"),
    "one of the words of a headline in an address": ("https://x.example/en/shchegolkov-calls-home-1", "shchegolkov"),
    "broken over a line without a hyphen": ("Там был Щего\nльков вчера.", "Щего\nльков"),
    "a case form broken over a line": ("Там шли с Роди\nоном домой.", "Роди\nоном"),
    "broken by a space": ("Там был Картве лашвили.", "Картве лашвили"),
    "two parts in small letters that are words": ("We saw will storm there.", "will"),
    "small letters where all are small": ("а вера ушла домой", "вера"),
}
PASSING = {
    "ordinary word in small letters": "Он потерял веру и вера ушла, был мороз.",
    "will in English": "I will go out in the storm, you will not.",
    "another name": "Пришли Глеб, Марина и Рустам.",
    "a consonant that only romanisations confuse": "Пришёл Хромов утром.",
    "a word like a name": "Ni går ikke dit, og vi var mange.",
    "Ukrainian never": "Ми ніколи не були там.",
    "part of a word": "Это было верование и морозилка.",
    "public figure in full": "Выступил Александр Лукашенко.",
    "a line that ends in a name of somebody else": "Там был Глеб\nи пел.",
    "a place that a short form runs into": "Мы были в Сирию вчера.",
    "an acronym that reads as a case form": "Спросили ИНН снова.",
    "a country, not a case of a name": "Мы были во Франции и в Дании.",
    "a place that is no short form in Latin letters": "We flew to Vienna then.",
    "place": "He was born in Odesa, Ukraine.",
    "a slip that leaves too few letters": "Пришёл Рдион утром.",
    "a slip in what another keyboard would write": "Nfv <sk Otujkmyjd",
    "another letter in a name in small letters": "там был щегольнов вчера",
    "a short name amid a longer word": "write @myrodionfan",
    "a name in a word more than twice as long": "write @shchegolkovkastalotu",
    "a short name before the beginning of another": "write @verasshchegolk, @darjashchegolk",
    "a slip in a name broken by a point": "They met Shche.golnov there",
    "a Russian ending in Latin letters, broken by a point": "They met Shche.golkovom there",
}


@pytest.mark.parametrize("case", BLOCKED)
def test_blocks(case: str) -> None:
    text, surface = BLOCKED[case]

    assert found(text).get(surface) == "block"


@pytest.mark.parametrize("case", ASKED)
def test_asks(case: str) -> None:
    text, surface = ASKED[case]

    assert found(text).get(surface) == "ask"


@pytest.mark.parametrize("case", PASSING)
def test_lets_pass(case: str) -> None:
    assert found(PASSING[case]) == {}


class TestAWholeName:
    def test_blocks_even_where_its_parts_are_ordinary_words(self) -> None:
        assert {(match.tier, match.how) for match in MATCHER.find("We saw Will Storm there")} == {
            ("block", "whole-name")
        }

    def test_of_two_persons_is_nobody(self) -> None:
        assert all(match.how != "whole-name" for match in MATCHER.find("Родион Журавский"))


class TestAnOrdinaryWordThatIsAName:
    def test_is_asked_about_in_small_letters_where_the_text_holds_the_name_too(self) -> None:
        text = "Мы ждали. Пришла наша Вера. Потом, сказала она, вера ушла."

        assert ("вера", "ask") in {(text[m.start : m.end], m.tier) for m in MATCHER.find(text)}

    def test_is_not_asked_about_when_the_text_uses_it_all_the_time(self) -> None:
        text = "There was Mr Will. " + "I think you will go. " * 20

        assert [m for m in MATCHER.find(text) if text[m.start : m.end] == "will"] == []


class TestAFormTakenAwayFromAPerson:
    MATCHER = NameMatcher(
        [
            NamedPerson("p1", ("Родион Щегольков",), pruned=frozenset({"родя", "родион"})),
            NamedPerson("p2", ("Родион Жмуров",)),
        ]
    )

    def test_is_not_found_for_that_person(self) -> None:
        assert {match.person for match in self.MATCHER.find("Там был Родя.")} == {"p2"}

    def test_takes_no_other_form_away(self) -> None:
        assert {match.person for match in self.MATCHER.find("Там шли с Родионом.")} == {"p1", "p2"}

    def test_counts_beside_the_rest_of_the_name(self) -> None:
        found = {text.start: text.how for text in self.MATCHER.find("Там Родион Щегольков был") if text.person == "p1"}

        assert found == {4: "whole-name", 11: "whole-name"}

    def test_stays_away_when_a_name_is_added(self) -> None:
        matcher = NameMatcher([NamedPerson("p1", ("Родион Щегольков",), pruned=frozenset({"родя"}))])

        matcher.add(NamedPerson("p1", ("Сказочник",)))

        assert matcher.find("Там был Родя.") == ()

    def test_is_taken_away_from_a_person_added_later(self) -> None:
        matcher = NameMatcher([NamedPerson("p2", ("Родион Жмуров",))])
        assert matcher.find("Там был Родя. Там был Щегольков.") != ()

        matcher.add(NamedPerson("p1", ("Родион Щегольков",), pruned=frozenset({"родя"})))

        persons = {match.person: match.start for match in matcher.find("Там был Родя. Там был Щегольков.")}
        assert persons == {"p2": 8, "p1": 22}


class TestWhatOthersLookedUp:
    def test_is_not_looked_up_again(self) -> None:
        matcher = NameMatcher(PERSONS)
        matcher.take_over(clean=["Щегольков"], heads=[], tails=[])

        assert matcher.find("Там был Щегольков.") == ()
        assert matcher.candidates("Щегольков") == ()

    def test_is_forgotten_with_everything_else_when_it_is_too_much(self) -> None:
        matcher = NameMatcher(PERSONS)
        matcher.take_over(clean=["Щегольков", *map(str, range(MOST_CACHED))], heads=[], tails=[])
        matcher.look_up("Родион")

        assert matcher.find("Там был Щегольков.") != ()

    def test_tells_the_two_ends_of_a_name(self) -> None:
        matcher = NameMatcher(PERSONS)
        matcher.take_over(clean=["Картве", "лашвили"], heads=["Картве"], tails=["лашвили"])

        assert {match.how for match in matcher.find("Там был Картве лашвили.")} == {"broken-word"}

    def test_is_in_memory_once_looked_up(self) -> None:
        matcher = NameMatcher(PERSONS)
        matcher.look_up("Там был Щегольков.")

        assert "Щегольков" not in repr(matcher)
        assert "Щегольков" in matcher._known
        assert matcher.find("Там был Щегольков.") == MATCHER.find("Там был Щегольков.")


# the names of one person, a text, and the only thing that is found
ONCE = {
    "a form of one name, another as it was recorded": (
        ("Александр Чуев", "Шурон"),
        "Там Шурон был.",
        "block as-recorded",
    ),
    "a possessive of one name, another as it is": (("Рой", "Ройс"), "Met Roys there.", "block as-recorded"),
    "two names as sure": (("Родион", "Родионс"), "Met Rodions there.", "block possessive"),
    "two names as unsure": (("Рой", "Ройсамат"), "Met Roys there.", "ask possessive"),
    "a respelling that is a word": (("Øtter",), "Øtter kom hjem.", "block transliteration"),
}


@pytest.mark.parametrize("kind", ONCE)
def test_a_place_is_reported_once_for_each_person_as_the_surest(kind: str) -> None:
    names, text, expected = ONCE[kind]

    assert [f"{match.tier} {match.how}" for match in NameMatcher([NamedPerson("p", names)]).find(text)] == [expected]


@pytest.mark.parametrize("sign", "'’ʼ`′ʹ")
def test_a_name_with_an_apostrophe_is_found_with_any(sign: str) -> None:
    matcher = NameMatcher([NamedPerson("p", ("Клим Лук'яненко",))])

    assert matcher.find(f"Там Лук{sign}яненко був") == ((4, 14, "p", "block", "as-recorded"),)


def test_a_name_within_a_word_like_another_is_asked_about_beside_it() -> None:
    matcher = NameMatcher([NamedPerson("p1", ("Родион Жмуров",)), NamedPerson("p2", ("Родионенко",))])

    assert {match[2:] for match in matcher.find("Там был Родионемко.")} == {
        ("p1", "ask", "inside-word"),
        ("p2", "ask", "one-slip-away"),
    }


def test_a_name_cut_where_it_cannot_be_read_leaves_other_cuts_alone() -> None:
    cut = NameMatcher(PERSONS)

    assert cut.find("Met Shc.hegolkov there") == ()
    assert {match.how for match in cut.find("Met Shche.golkov there")} == {"broken-word"}


class TestAWordOfManyLetters:
    @pytest.mark.parametrize("pairs", [10, 30, 1000], ids=["some", "many", "thousands"])
    def test_holds_a_name_in_two_parts_as_a_short_one_does(self, pairs: int) -> None:
        matcher = NameMatcher([NamedPerson("p", ("Родион Щегольков",))])
        text = f"@rodion{'ba' * pairs}shchegolkov"

        assert [(match.tier, match.how) for match in matcher.find(text)] == [("ask", "inside-word")]


class TestAMatcher:
    def test_reports_spans_of_the_text_as_given(self) -> None:
        text = "ﬁne, Ро\u0301ди\u00adона"

        (match,) = MATCHER.find(text)

        assert text[match.start : match.end] == "Ро\u0301ди\u00adона"

    def test_never_shows_a_name(self) -> None:
        shown = repr(MATCHER) + repr(PERSONS) + repr(MATCHER.find("Щегольков"))

        assert "Щегольков" not in shown

    def test_survives_pickling(self) -> None:
        copy = pickle.loads(pickle.dumps(MATCHER))  # noqa: S301

        assert copy.find("Родиону Щеголькову") == MATCHER.find("Родиону Щеголькову")

    def test_names_at_most_sixteen_persons_for_one_place(self) -> None:
        crowd = NameMatcher(NamedPerson(f"p{number}", ("Родион Щегольков",)) for number in range(40))

        assert len(crowd.find("Пришёл Родион.")) == 16

    def test_of_nobody_finds_nothing(self) -> None:
        assert NameMatcher(()).find("Пришёл Родион.") == ()
