"""Each recogniser with its table of examples: what it finds, and the near-misses it leaves alone."""

import pytest

from archive.detection.recognisers import (
    amounts,
    called,
    capitals,
    codes,
    contacts,
    dates,
    events,
    family,
    keep_out,
    law,
    names,
    naming,
    numbers,
    organisations,
    places,
    pseudonym,
    public,
    references,
    service,
    topics,
    travel,
    work,
)
from archive.detection.segments import Document

TABLES = {
    contacts: [
        ("Write to ola.b+x@post.example today.", "en", ["ola.b+x@post.example"]),
        ("See https://host.example/a?b=1.", "en", ["https://host.example/a?b=1"]),
        ("Мой ник @vasya_93, пишите.", "ru", ["@vasya_93"]),
        ("nick zyablik_nn there", "en", ["zyablik_nn"]),
        ("Ring +47 900 00 417 etter ni.", "nb", ["+47 900 00 417"]),
        ("тел. 8 950 000 73 32", "ru", ["8 950 000 73 32"]),
        ("from 10.1.22.7 at night", "en", ["10.1.22.7"]),
        ("we met at 10.30 and left", "en", []),
    ],
    codes: [
        ("SNILS 041-773-320 99", "en", ["041-773-320 99"]),
        ("паспорт 51 17 041762, выдан", "ru", ["51 17 041762"]),
        ("plate E 417 XA 152 on it", "en", ["E 417 XA 152"]),
        ("case 1-41/2024 in court", "en", ["1-41/2024"]),
        ("DE89 3704 0044 0532 0130 00", "en", ["DE89 3704 0044 0532 0130 00"]),
        ("card 2200 0000 0000 0004", "en", ["2200 0000 0000 0004"]),
        ("at 53.0417 N, 61.2733 E we", "en", ["53.0417 N, 61.2733 E"]),
        ("37U DQ 1234 5678 er punktet", "nb", ["37U DQ 1234 5678"]),
        ("photo scan_03.pdf sent", "en", ["scan_03.pdf"]),
        ("spell it O, S, I, double P", "en", ["O, S, I, double P"]),
        ("in the year 2024 we left", "en", []),
    ],
    dates: [
        ("On 14 March 1991 I", "en", ["14 March 1991"]),
        ("the 27th of September 2022", "en", ["27th of September 2022"]),
        ("den 3. oktober 2022 kom", "nb", ["3. oktober 2022"]),
        ("двадцать восьмого сентября забрали", "ru", ["двадцать восьмого сентября"]),
        ("у лютому двадцять другого", "uk", ["лютому двадцять другого"]),
        ("30.08.1998 i byen", "nb", ["30.08.1998"]),
        ("до Николы зимнего", "ru", ["Николы"]),
        ("Senest 20. \noktober 2025 kom", "nb", ["20. \noktober 2025"]),
        ("You may march on", "en", []),
        ("She will come", "en", []),
    ],
    amounts: [
        ("I paid 500 000 rubles there", "en", ["500 000 rubles"]),
        ("за двести тысяч рублей", "ru", ["двести тысяч рублей"]),
        ("he was nineteen, then", "en", ["nineteen"]),
        ("Han er 34 år gammel", "nb", ["34 år"]),
        ("ей одиннадцать.", "ru", ["одиннадцать"]),
        ("46-летний мужчина", "ru", ["46-летний"]),
        ("one of them came", "en", []),
        ("Osip Kvitko, 34 år, bur her", "nn", ["34 år"]),
        ("How old is she? — Seven months.", "en", ["Seven months"]),
        ("Скільки йому років? Сім.", "uk", []),
        ("Eleven years. It was long.", "en", []),
        ("Два года. Потом ушёл.", "ru", []),
    ],
    service: [
        ("sent to unit 97203 there", "en", ["unit 97203"]),
        ("в/ч 96021 стояла", "ru", ["в/ч 96021"]),
        ("den 200. brigaden kom", "nb", ["200. brigaden"]),
        ("the 417th tank regiment left", "en", ["417th tank regiment"]),
        ("младший сержант", "ru", ["младший сержант"]),
        ("our unit was tired", "en", []),
        ("the sergeant shouted", "en", []),
        ("Комбат сказав: ні.", "uk", []),
        ("he became a sergeant", "en", ["sergeant"]),
        ("in general it went well", "en", []),
    ],
    work: [
        ("I was a tram driver", "en", ["tram driver"]),
        ("jobba som sveiser der", "nb", ["sveiser"]),
        ("работал плавильщиком", "ru", ["плавильщиком"]),
        ("приймальник металобрухту", "uk", ["приймальник металобрухту"]),
        ("I went to School No. 8 then", "en", ["School No. 8"]),
        ("the school was far", "en", []),
        ("the nurse came in", "en", []),
        ("Da kom legen inn", "nb", []),
        ("Вошла медсестра, и всё", "ru", []),
        ("(Osip, a diver) came", "en", ["diver"]),
        ("работал тренером по вольной борьбе", "ru", ["тренером по вольной борьбе"]),
        ("учился в колледже связи", "ru", ["колледже связи"]),
    ],
    topics: [
        ("I have asthma.", "en", ["asthma"]),
        ("Han fikk hjernerystelse.", "nb", ["hjernerystelse"]),
        ("У меня контузия.", "ru", ["контузия"]),
        ("Jeg er basjkir.", "nb", ["basjkir"]),
        ("мы меннониты", "ru", ["меннониты"]),
        ("I lost two fingers there", "en", ["lost two fingers there"]),
        ("Han har en kule i leggen.", "nb", ["en kule i leggen"]),
        ("у меня осколок в спине", "ru", ["осколок в спине"]),
        ("мені відірвало два пальці", "uk", ["відірвало два пальці"]),
        ("my father is Greek", "en", ["Greek"]),
        ("he shook my hand", "en", []),
        ("han ga meg hånda", "nb", []),
        ("он махнул рукой", "ru", []),
        ("він махнув рукою", "uk", []),
        ("the Greek army", "en", []),
        ("we walked home", "en", []),
    ],
    family: [
        ("They have two boys at home.", "en", ["have two boys at home"]),
        ("My wife waits.", "en", []),
    ],
    events: [
        ("Of the 19 men two are alive.", "en", ["Of the 19 men two are alive"]),
        ("The men went home.", "en", []),
    ],
    law: [
        ("under article 337 part 5 now", "en", ["article 337 part 5"]),
        ("ст. 337 ч. 5 УК", "ru", ["ст. 337 ч. 5"]),
        ("an article about birds", "en", []),
    ],
    travel: [
        ("рейс PC 317 в ночь", "ru", ["рейс PC 317"]),
        ("train no. 68 to the border", "en", ["train no. 68"]),
        ("the train was late", "en", []),
    ],
    places: [
        ("We left from Syzran by night", "en", ["Syzran"]),
        ("стояли в Ростове долго", "ru", ["Ростове"]),
        ("bor i landsbyen Staraja Kvitka nå", "nb", ["landsbyen Staraja Kvitka"]),
        ("we left by night", "en", []),
        ("went from shadrinsk by bus", "en", ["shadrinsk"]),
        ("сидел в саратове тогда", "ru", ["саратове"]),
        ("Remarks. 1 is the first", "en", []),
    ],
    names: [
        ("Then Ivan Petrovich spoke", "en", ["Ivan Petrovich"]),
        ("my aunt Roza came", "en", ["my aunt Roza"]),
        ("his sister-in-law, some Inessa, said", "en", ["his sister-in-law, some Inessa"]),
        ("then Osip K. took the call", "en", ["K."]),
        ("B. Tamanov came", "en", ["B. Tamanov"]),
        ("Then Boris the Armenian came", "en", ["Boris the Armenian"]),
        ("Joy told us about it.", "en", ["Joy"]),
        ("тётя Зоя пришла", "ru", ["тётя Зоя"]),
        ("Then they spoke", "en", []),
    ],
    naming: [
        ("his call sign was Moryak then", "en", ["Moryak"]),
        ("позывной «Кедр» был", "ru", ["Кедр"]),
        ("a sign on the wall", "en", []),
    ],
    called: [
        ("they called him badger, always", "en", ["badger"]),
        ("a driver named Osip came", "en", ["Osip"]),
        ("then uncle kostik came", "en", ["uncle kostik"]),
        ("Street: Kvitova", "en", ["Kvitova"]),
        ("De kalte ham bamse.", "nb", ["bamse"]),
        ("han ble kalt Ugla der", "nb", ["Ugla"]),
        ("Gata: Solbakken", "nb", ["Solbakken"]),
        ("dei kalla han ugla.", "nn", ["ugla"]),
        ("по прозвищу Кедр", "ru", ["Кедр"]),
        ("его звали медведем, помню", "ru", ["медведем"]),
        ("дядя колян помог", "ru", ["дядя колян"]),
        ("мене кликали «Явір»", "uk", ["Явір"]),
        ("на прізвисько Кедр", "uk", ["Кедр"]),
        ("they called him back at once", "en", []),
        ("De kalte ham inn igjen", "nb", []),
        ("позвали его домой", "ru", []),
    ],
    references: [
        (
            "Text.\n1 https://a.example/x\n2 https://b.example/y\nMore.",
            "en",
            ["1 https://a.example/x\n2 https://b.example/y"],
        ),
        (
            "– Norge: https://a.example/x\n– Minsk: www.b.example\n",
            "nb",
            ["– Norge: https://a.example/x\n– Minsk: www.b.example"],
        ),
        ("см. https://a.example/x и потом\nhttps://b.example/y", "ru", []),
    ],
    organisations: [
        ("на базе «Фуд-Юг» работал", "ru", ["Фуд-Юг"]),
        ("He said: «No.»", "en", []),
    ],
    capitals: [
        ("we saw Qwertovo again", "en", ["Qwertovo"]),
        ("Walking is hard.", "en", []),
        ("by the child, sAvElOv wrote", "en", ["sAvElOv"]),
        ("my iPhone broke", "en", []),
    ],
    numbers: [("about 17 of them", "en", ["17"]), ("about them", "en", [])],
    keep_out: [
        ("Don't write about the goat. I bought a goat.", "en", ["goat", "goat"]),
        ("I bought a goat.", "en", []),
        ("Ikke bruk brua. Vi gikk over brua.", "nb", ["brua", "brua"]),
        ("Хай знають. Але без гаража. Він жив у гаражі.", "uk", ["гаража", "гаражі"]),
        ("Поэтому: не маяк, не остров. Маяк закрыли.", "ru", ["маяк", "остров", "Маяк"]),
    ],
    public: [
        ("Putin said so", "en", ["Putin"]),
        ("в Казахстане тепло", "ru", ["Казахстане"]),
        ("Ираклий пришёл", "ru", []),
        ("Captain Putin said so", "en", []),
        ("my cousin Georgia said so", "en", []),
        ("We moved to Pushkino later", "en", []),
        ("under the Constitution, article 59", "en", ["Constitution, article 59"]),
        ("стаття 51 Женевської конвенції", "uk", ["стаття 51 Женевської конвенції"]),
        ("Georgia is warm", "en", ["Georgia"]),
        ("then Boris the Armenian came", "en", []),
        ("fra De\nforente arabiske emirater", "nb", ["De\nforente arabiske emirater"]),
        ("из Танзании в Кению", "ru", ["Танзании", "Кению"]),
        ("з Камеруну на північний Кавказ", "uk", ["Кавказ"]),
    ],
}
ROWS = [
    pytest.param(recogniser, text, language, expected, id=f"{recogniser.__name__.rpartition('.')[2]}-{number}")
    for recogniser, rows in TABLES.items()
    for number, (text, language, expected) in enumerate(rows)
]


class TestARecogniser:
    @pytest.mark.parametrize(("recogniser", "text", "language", "expected"), ROWS)
    def test_finds_what_its_table_says(self, recogniser, text, language, expected):
        found = {text[f.start : f.end] for f in recogniser.find(Document(text, language, names_known=True))}

        if expected:
            assert set(expected) <= found
        else:
            assert found == set()


class TestAPseudonym:
    def test_given_by_the_archive_is_kept(self):
        document = Document("Viktor came home.", "en", pseudonyms=("Viktor",))

        assert [f.identifier_class.value for f in pseudonym.find(document)] == ["PUBLIC"]

    def test_asked_for_in_the_text_counts_only_when_the_real_names_are_known(self):
        text = "Pseudonym: Viktor."

        assert list(pseudonym.find(Document(text, "en"))) == []
        assert len(list(pseudonym.find(Document(text, "en", names_known=True)))) == 1
