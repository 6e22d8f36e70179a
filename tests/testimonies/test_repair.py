"""What is received becomes a text, or is refused with a reason; nothing of it is lost on the way."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.testimonies.passages import MarkRefused, marked_ranges, passages_of, text_of_ranges
from archive.testimonies.repair import NotText, read_received, repair

LIMIT = 20 * 1024 * 1024
NORWEGIAN = "Jeg gikk hjem på kvelden. Det var kaldt, og ingen sa noe.\n\nSå ble det stille."
RUSSIAN = "Я вернулся домой вечером. Было холодно, и никто ничего не говорил.\n\nПотом стало тихо."


class TestWhatIsNoText:
    @pytest.mark.parametrize(
        ("content", "words"),
        [
            (b"", "is empty"),
            (b"  \n\t ", "is empty"),
            (b"\x89PNG\r\n\x1a\n" + bytes(range(32)) * 40, "binary file"),
            (b"PK\x03\x04" + b"\x00\x01\x02" * 400, "binary file"),
            (b"a " * (11 * 1024 * 1024), "takes texts up to 20 MB"),
            (b"12345 --- 678", "no words"),
            (b"\xff\xfe\x00\xd8a\x00", "encoding of this text"),
        ],
    )
    def test_is_refused_with_what_to_do(self, content: bytes, words: str) -> None:
        with pytest.raises(NotText, match=words) as refusal:
            read_received(content, limit=LIMIT)

        assert "othing was kept" in str(refusal.value)


class TestAnEncoding:
    @pytest.mark.parametrize(
        ("text", "encoding", "seen"),
        [
            (NORWEGIAN, "utf-8", "utf-8-sig"),
            (NORWEGIAN, "utf-8-sig", "utf-8-sig"),
            (NORWEGIAN, "utf-16", "utf-16"),
            (NORWEGIAN, "cp1252", "cp1252"),
            (RUSSIAN, "cp1251", "cp1251"),
            (RUSSIAN, "utf-8", "utf-8-sig"),
            (RUSSIAN, "utf-16", "utf-16"),
        ],
    )
    def test_is_recognised(self, text: str, encoding: str, seen: str) -> None:
        read = read_received(text.encode(encoding), limit=LIMIT)

        assert read.text == text + "\n"
        assert read.encoding == seen


class TestDamage:
    @pytest.mark.parametrize(
        ("received", "expected", "name"),
        [
            ("Han gikk hjem pÃ¥ kvelden.", "Han gikk hjem på kvelden.", "wrongly decoded letters"),
            ("at\u00a0least\u202f500", "at least 500", "no-break and odd spaces"),
            ("Bre\u200bkke\u00adsen", "Brekkesen", "invisible characters"),
            ("\u202eneslekkerB\u202c var der", "neslekkerB var der", "invisible characters"),
            ("one\r\ntwo\rthree", "one\ntwo\nthree", "line ends"),
            ("A\u030angstro\u0308m", "Ångström", "composed letters"),
            ("bell\x07 rings", "bell rings", "control characters"),
        ],
    )
    def test_is_repaired_and_named(self, received: str, expected: str, name: str) -> None:
        text, repairs = repair(received)

        assert text == expected + "\n"
        assert name in repairs

    @given(st.text(max_size=300))
    def test_is_repaired_once_and_for_all(self, received: str) -> None:
        once, _ = repair(received)
        twice, _ = repair(once)

        assert twice == once


class TestMarkup:
    def test_goes_from_what_is_html_and_is_shown(self) -> None:
        page = (
            b"<html><body><p>He said <b>no</b>.</p><script>alert('x')</script>"
            b"<p>Then &lt;Ivan&gt; left.</p></body></html>"
        )

        read = read_received(page, limit=LIMIT)

        assert read.form == "html"
        assert "He said no." in read.text
        assert "alert" not in read.text
        assert any("alert" in piece for piece in read.removed_markup)
        assert "<Ivan>" in read.text

    def test_is_left_alone_in_plain_text(self) -> None:
        text = "The interviewer <Ivan> asked me, and I wrote to <someone@example.org>."

        read = read_received(text.encode(), limit=LIMIT)

        assert read.form == "plain"
        assert read.text == text + "\n"

    def test_goes_where_it_is_declared(self) -> None:
        read = read_received(b"Only <i>one</i> tag.", declared="html", limit=LIMIT)

        assert read.text == "Only one tag.\n"


class TestPassages:
    def test_are_paragraphs_numbered_from_one(self) -> None:
        passages = passages_of("One.\n\n  \n\nTwo, and\nstill two.\n\nThree.\n")

        assert [(one.number, one.start, one.end) for one in passages] == [(1, 0, 4), (2, 10, 29), (3, 31, 37)]

    @given(st.text(alphabet="ab \n", max_size=80))
    def test_hold_every_word_of_a_text_in_order(self, text: str) -> None:
        passages = passages_of(text)

        words = [word for one in passages for word in text[one.start : one.end].split()]
        assert words == text.split()
        assert all(text[one.start : one.end] == text[one.start : one.end].strip() for one in passages)


class TestNumbersOfPassages:
    TEXT = "One.\n\nTwo.\n\nThree.\n\nFour.\n\nFive."

    def read(self, written: str) -> str:
        return text_of_ranges(self.TEXT, marked_ranges(written, passages_of(self.TEXT)))

    @pytest.mark.parametrize(
        ("written", "told"),
        [
            ("1-5", TEXT),
            ("2", "Two."),
            ("1-2, 4", "One.\n\nTwo.\n\nFour."),
            (" 1 – 2 ;4 ", "One.\n\nTwo.\n\nFour."),
            ("4-", "Four.\n\nFive."),
            ("5, 1", "Five.\n\nOne."),
            ("1,2,", "One.\n\nTwo."),
        ],
    )
    def test_mark_what_they_say_in_the_order_written(self, written: str, told: str) -> None:
        assert self.read(written) == told

    @pytest.mark.parametrize(
        ("written", "why"),
        [
            ("", "Write the numbers"),
            (",", "Write the numbers"),
            ("one", "Write the numbers"),
            ("1 2", "Write the numbers"),
            ("-3", "Write the numbers"),
            ("1-2-3", "Write the numbers"),
            ("9999999", "Write the numbers"),
            ("0", "0 to 0 are not in the text, which has 5"),
            ("1-6", "1 to 6 are not in the text, which has 5"),
            ("6-", "6 to 5 are not in the text, which has 5"),
            ("3-2", "ends before it begins"),
            ("1-3, 3", "marked twice"),
        ],
    )
    def test_are_refused_with_what_to_write_where_they_mark_nothing(self, written: str, why: str) -> None:
        with pytest.raises(MarkRefused, match=why):
            self.read(written)
