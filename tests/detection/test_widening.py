"""How far a finding reaches: whole words, line breaks inside a name, repeats in other cases."""

import pytest

from archive.detection.identifiers import find_identifiers


def shown(text, language):
    return [text[f.start : f.end] for f in find_identifiers(text, language=language) if f.is_candidate]


class TestAWordWithAHyphen:
    @pytest.mark.parametrize(
        ("text", "language", "whole"),
        [
            ("We asked Sabire-apa about it.", "en", "Sabire-apa"),
            ("Вона сказала, що Сабіра-ханум удома.", "uk", "Сабіра-ханум"),
            ("He waited for Temir-\nbek at the gate.", "en", "Temir-\nbek"),
            ("Han studerte ved KvitAZ-instituttet da.", "nb", "KvitAZ-instituttet"),
        ],
    )
    def test_is_one_finding(self, text, language, whole):
        assert whole in shown(text, language)


class TestADate:
    @pytest.mark.parametrize(
        ("text", "language", "whole"),
        [
            ("It was a week after Easter then.", "en", "a week after Easter"),
            ("Natt til 2. desember gikk han.", "nb", "Natt til 2. desember"),
            ("Записано 21.01.2025, вівторок, вдень.", "uk", "21.01.2025, вівторок"),
            ("Родился 11.11.1986 г. р. в селе.", "ru", "11.11.1986 г. р."),
        ],
    )
    def test_takes_in_what_belongs_to_it(self, text, language, whole):
        assert whole in shown(text, language)


class TestANameInAnotherCase:
    def test_is_found_where_it_begins_a_sentence(self):
        text = "Я жил у друга Вани Волка. Волк дал мне велосипед."

        assert "Волк" in shown(text, "ru")
