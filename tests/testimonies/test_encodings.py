"""Which Cyrillic encoding a text came in is told by its words; where they cannot tell, one is assumed, and said so."""

import pytest

from archive.testimonies.repair import NotText, read_received

LIMIT = 1_000_000
ENCODINGS = ("cp1251", "koi8-u", "cp866", "mac-cyrillic", "iso8859-5")
# Invented.
RUSSIAN = (
    "Нас привезли вечером в пустую школу. Мы спали на полу и ждали утра, а утром никто не пришёл.",
    "ПИСЬМО ДОМОЙ. Я жив и здоров, работаю на кухне. Снег лежит до окон, хлеба хватает.",
    "— Куда вы идёте? — спросил часовой.\n— Домой, — ответил я и пошёл дальше по дороге.",
)
UKRAINIAN = (
    "Уранці ми вийшли з міста й довго йшли полем. Ніхто не знав, куди веде ця дорога.",
    "Її брат сидів біля вікна і мовчав. Я попросив води, і він приніс мені повну склянку.",
)


def written(text: str, encoding: str) -> bytes:
    """Return a text in an encoding, with what it lacks written as people did: a Latin i, a hyphen."""
    for missing, instead in (("—", "-"), ("і", "i"), ("І", "I")):
        try:
            missing.encode(encoding)
        except UnicodeEncodeError:
            text = text.replace(missing, instead)
    return text.encode(encoding)


class TestATextInAnOldEncoding:
    @pytest.mark.parametrize("encoding", ENCODINGS)
    @pytest.mark.parametrize("text", RUSSIAN + UKRAINIAN)
    def test_is_read_as_it_was_written(self, text: str, encoding: str) -> None:
        content = written(text, encoding)

        read = read_received(content, limit=LIMIT)

        assert read.text.strip() == content.decode(encoding)
        assert not read.is_assumed

    @pytest.mark.parametrize("encoding", ["koi8-r", "koi8-u"])
    def test_of_the_two_that_differ_by_four_letters_is_read_alike(self, encoding: str) -> None:
        assert read_received(RUSSIAN[0].encode(encoding), limit=LIMIT).text.strip() == RUSSIAN[0]


class TestATextWhoseWordsTellNothing:
    def test_is_read_in_the_likeliest_encoding_and_says_so(self) -> None:
        read = read_received("Цюмприк Гжвань Ощерло".encode("cp1251"), limit=LIMIT)

        assert read.is_assumed
        assert read.encoding == "cp1251"


class TestATextThatIsNotCyrillic:
    def test_is_not_taken_for_it(self) -> None:
        text = "Vi gikk hele natten, og så kom vi til en gård der ingen bodde. Det var på høsten."

        assert read_received(text.encode("cp1252"), limit=LIMIT).encoding == "cp1252"


class TestAnEncodingThatSomebodyChose:
    def test_is_taken(self) -> None:
        read = read_received("Цюмприк Гжвань Ощерло".encode("koi8-u"), encoding="koi8-u", limit=LIMIT)

        assert read.text.strip() == "Цюмприк Гжвань Ощерло"
        assert not read.is_assumed

    @pytest.mark.parametrize("encoding", ["utf-8-sig", "rot13"])
    def test_is_refused_where_the_bytes_mean_nothing_in_it(self, encoding: str) -> None:
        with pytest.raises(NotText, match="Choose another encoding"):
            read_received(RUSSIAN[0].encode("cp1251"), encoding=encoding, limit=LIMIT)
