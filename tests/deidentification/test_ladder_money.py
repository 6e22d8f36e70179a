"""Money: the sum to one figure, its order of magnitude in dollars, large or small."""

from __future__ import annotations

import pytest

from archive.deidentification.ladders.money import generalise_money, generalise_payment
from tests.deidentification.sentences import told

A_SUM = [
    (
        "en",
        "It cost <$3,000>.",
        {
            "L1": "It cost [about $3,000].",
            "L2": "It cost [several thousand dollars].",
            "L3": "It cost [a large sum].",
        },
    ),
    (
        "en",
        "They took $<700> each.",
        {
            "L1": "They took $[about 700] each.",
            "L2": "They took [several hundred dollars] each.",
            "L3": "They took [a sum of money] each.",
        },
    ),
    (
        "en",
        "We paid <forty thousand>.",
        {
            "L1": "We paid [about 40,000].",
            "L2": "We paid [several hundred dollars].",
            "L3": "We paid [a sum of money].",
        },
    ),
    (
        "en",
        "First forty thousand, later <seventy>.",
        {
            "L2": "First forty thousand, later [a sum of money].",
        },
    ),
    (
        "en",
        "The debt is <1,240,000 RUB>.",
        {
            "L1": "The debt is [about 1,000,000 RUB].",
            "L2": "The debt is [tens of thousands of dollars].",
            "L3": "The debt is [a large sum].",
        },
    ),
    (
        "nb",
        "Han betalte <500 000 rubler> for det.",
        {
            "L1": "Han betalte [omtrent 500 000 rubler] for det.",
            "L2": "Han betalte [flere tusen dollar] for det.",
            "L3": "Han betalte [en stor sum] for det.",
        },
    ),
    (
        "nb",
        "Det kostet <31 400> rubler.",
        {
            "L1": "Det kostet [omtrent 30 000] rubler.",
            "L2": "Det kostet [flere hundre dollar].",
            "L3": "Det kostet [en sum penger].",
        },
    ),
    (
        "nb",
        "Hun ga <2500 euro>.",
        {
            "L1": "Hun ga [omtrent 2 000 euro].",
            "L2": "Hun ga [flere tusen dollar].",
            "L3": "Hun ga [en stor sum].",
        },
    ),
    (
        "ru",
        "Это было за <500 000 рублей>.",
        {
            "L1": "Это было за [примерно 500 000 рублей].",
            "L2": "Это было за [несколько тысяч долларов].",
            "L3": "Это было за [крупную сумму].",
        },
    ),
    (
        "ru",
        "Он пришёл с <пятьюстами тысячами рублей>.",
        {
            "L1": "Он пришёл с [примерно 500 000 рублей].",
            "L2": "Он пришёл с [несколькими тысячами долларов].",
            "L3": "Он пришёл с [крупной суммой].",
        },
    ),
    (
        "ru",
        "Я заплатил <сорок тысяч>.",
        {
            "L1": "Я заплатил [примерно 40 000].",
            "L2": "Я заплатил [сотни долларов].",
            "L3": "Я заплатил [некоторую сумму].",
        },
    ),
    (
        "ru",
        "Долг дошёл до <40 000 рублей>.",
        {
            "L1": "Долг дошёл до [примерно 40 000 рублей].",
            "L2": "Долг дошёл до [сотен долларов].",
            "L3": "Долг дошёл до [некоторой суммы].",
        },
    ),
    (
        "uk",
        "Я вийшов з <сімома тисячами рублів>.",
        {
            "L1": "Я вийшов з [приблизно 7 000 рублів].",
            "L2": "Я вийшов з [десятками доларів].",
            "L3": "Я вийшов з [невеликою сумою].",
        },
    ),
    (
        "uk",
        "Вона віддала <2500 євро>.",
        {
            "L1": "Вона віддала [приблизно 2 000 євро].",
            "L2": "Вона віддала [кілька тисяч доларів].",
            "L3": "Вона віддала [велику суму].",
        },
    ),
    (
        "uk",
        "Це було за <сто тисяч гривень>.",
        {
            "L1": "Це було за [приблизно 100 000 гривень].",
            "L2": "Це було за [кілька тисяч доларів].",
            "L3": "Це було за [велику суму].",
        },
    ),
]


class TestASum:
    @pytest.mark.parametrize(("language", "sentence", "expected"), A_SUM)
    def test_becomes_coarser_rung_by_rung(self, language: str, sentence: str, expected: dict[str, str]) -> None:
        assert told(generalise_money, sentence, language=language) == expected


class TestAPayment:
    @pytest.mark.parametrize(
        ("language", "sentence", "expected"),
        [
            ("en", "He took <forty thousand roubles> for it.", "He took [several hundred dollars] for it."),
            ("en", "He took <a bribe> for it.", "He took [a payment] for it."),
            ("nb", "Han tok <bestikkelsen>.", "Han tok [betalingen]."),
            ("ru", "Он взял <взятку>.", "Он взял [плату]."),
            ("uk", "Він узяв <взятку>.", "Він узяв [плату]."),
        ],
    )
    def test_is_told_without_the_payee(self, language: str, sentence: str, expected: str) -> None:
        assert told(generalise_payment, sentence, language=language)["L2"] == expected
