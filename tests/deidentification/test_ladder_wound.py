"""Wounds and illnesses: kind and part of the body, injury or illness, health."""

from __future__ import annotations

import pytest

from archive.deidentification.ladders.wound import generalise_wound
from tests.deidentification.sentences import told

A_WOUND = [
    (
        "en",
        "I got <shrapnel in the left buttock>.",
        {
            "L1": "I got [a torso wound].",
            "L2": "I got [an injury].",
            "L3": "I got [health problems].",
        },
    ),
    (
        "en",
        "He has <a compression fracture, L2>.",
        {
            "L1": "He has [a torso fracture].",
            "L2": "He has [an injury].",
            "L3": "He has [health problems].",
        },
    ),
    (
        "en",
        "He came back with a <concussion>.",
        {
            "L1": "He came back with [a head injury].",
            "L2": "He came back with [an injury].",
            "L3": "He came back with [health problems].",
        },
    ),
    (
        "en",
        "My mother has <type 2 diabetes>.",
        {
            "L1": "My mother has [a chronic illness].",
            "L2": "My mother has [an illness].",
            "L3": "My mother has [health problems].",
        },
    ),
    (
        "en",
        "<Two toes were amputated>.",
        {
            "L1": "[A leg amputation].",
            "L2": "[A serious injury].",
            "L3": "[Health problems].",
        },
    ),
    (
        "nb",
        "Han fikk en <hjernerystelse>.",
        {
            "L1": "Han fikk [en hodeskade].",
            "L2": "Han fikk [en skade].",
            "L3": "Han fikk [helseproblemer].",
        },
    ),
    (
        "nb",
        "Jeg har <diabetes, type 2>.",
        {
            "L1": "Jeg har [en kronisk sykdom].",
            "L2": "Jeg har [en sykdom].",
            "L3": "Jeg har [helseproblemer].",
        },
    ),
    (
        "nb",
        "Han fikk <en splint i vristen>.",
        {
            "L1": "Han fikk [et sår i beinet].",
            "L2": "Han fikk [en skade].",
            "L3": "Han fikk [helseproblemer].",
        },
    ),
    (
        "ru",
        "После <контузии> я лежал.",
        {
            "L1": "После [травмы головы] я лежал.",
            "L2": "После [ранения] я лежал.",
            "L3": "После [проблем со здоровьем] я лежал.",
        },
    ),
    (
        "ru",
        "Он получил <осколочное ранение ноги>.",
        {
            "L1": "Он получил [ранение в области ноги].",
            "L2": "Он получил [ранение].",
            "L3": "Он получил [проблемы со здоровьем].",
        },
    ),
    (
        "ru",
        "У мамы <инсульт, рука не ходит>.",
        {
            "L1": "У мамы [заболевание сердца и сосудов].",
            "L2": "У мамы [заболевание].",
            "L3": "У мамы [проблемы со здоровьем].",
        },
    ),
    (
        "ru",
        "Он ходит с <сломанной рукой>.",
        {
            "L1": "Он ходит с [переломом в области руки].",
            "L2": "Он ходит с [ранением].",
            "L3": "Он ходит с [проблемами со здоровьем].",
        },
    ),
    (
        "ru",
        "У меня <перелом челюсти>.",
        {
            "L1": "У меня [перелом в области головы].",
            "L2": "У меня [ранение].",
            "L3": "У меня [проблемы со здоровьем].",
        },
    ),
    (
        "uk",
        "Після <контузії> я лежав.",
        {
            "L1": "Після [травми голови] я лежав.",
            "L2": "Після [поранення] я лежав.",
            "L3": "Після [проблем зі здоров'ям] я лежав.",
        },
    ),
    (
        "uk",
        "У мами <онкологія, третя стадія>.",
        {
            "L1": "У мами [важке захворювання].",
            "L2": "У мами [захворювання].",
            "L3": "У мами [проблеми зі здоров'ям].",
        },
    ),
    (
        "uk",
        "Він має <осколкове поранення коліна>.",
        {
            "L1": "Він має [поранення в ділянці ноги].",
            "L2": "Він має [поранення].",
            "L3": "Він має [проблеми зі здоров'ям].",
        },
    ),
]


class TestAWound:
    @pytest.mark.parametrize(("language", "sentence", "expected"), A_WOUND)
    def test_becomes_coarser_rung_by_rung(self, language: str, sentence: str, expected: dict[str, str]) -> None:
        assert told(generalise_wound, sentence, language=language) == expected
