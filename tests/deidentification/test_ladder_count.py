"""Counts: a band, a lower bound, many; what is counted keeps a form that fits."""

from __future__ import annotations

import pytest

from archive.deidentification.ladders.count import generalise_count
from tests.deidentification.sentences import told

A_COUNT = [
    (
        "en",
        "There were <140> men.",
        {
            "L1": "There were [100–150] men.",
            "L2": "There were [over a hundred] men.",
            "L3": "There were [many] men.",
        },
    ),
    (
        "en",
        "<Two> of us came back.",
        {
            "L1": "[2–5] of us came back.",
            "L3": "[Some] of us came back.",
        },
    ),
    (
        "en",
        "We were <six> at first.",
        {
            "L1": "We were [5–10] at first.",
            "L2": "We were [several] at first.",
            "L3": "We were [some] at first.",
        },
    ),
    (
        "nb",
        "Vi var <140> mann.",
        {
            "L1": "Vi var [100–150] mann.",
            "L2": "Vi var [over hundre] mann.",
            "L3": "Vi var [mange] mann.",
        },
    ),
    (
        "nb",
        "<16 vernepliktige> satt i kjelleren.",
        {
            "L1": "[10–20 vernepliktige] satt i kjelleren.",
            "L2": "[Over ti vernepliktige] satt i kjelleren.",
            "L3": "[Mange vernepliktige] satt i kjelleren.",
        },
    ),
    (
        "ru",
        "Нас было <140 человек>.",
        {
            "L1": "Нас было [100–150 человек].",
            "L2": "Нас было [больше ста человек].",
            "L3": "Нас было [много людей].",
        },
    ),
    (
        "ru",
        "Там было <19> пацанов.",
        {
            "L1": "Там было [10–20] пацанов.",
            "L2": "Там было [больше десяти] пацанов.",
            "L3": "Там было [много] пацанов.",
        },
    ),
    (
        "ru",
        "Осталось <два> солдата.",
        {
            "L1": "Осталось [2–5 солдат].",
            "L3": "Осталось [несколько солдат].",
        },
    ),
    (
        "ru",
        "Я был с <19> пацанами.",
        {
            "L1": "Я был с [10–20] пацанами.",
            "L2": "Я был с [многими] пацанами.",
        },
    ),
    (
        "uk",
        "Нас було <19> хлопців.",
        {
            "L1": "Нас було [10–20] хлопців.",
            "L2": "Нас було [понад десять] хлопців.",
            "L3": "Нас було [багато] хлопців.",
        },
    ),
    (
        "uk",
        "Лишилося <три> солдати.",
        {
            "L1": "Лишилося [2–5 солдатів].",
            "L3": "Лишилося [кілька солдатів].",
        },
    ),
    (
        "uk",
        "Я був з <двадцятьма> хлопцями.",
        {
            "L1": "Я був з [20–30] хлопцями.",
            "L2": "Я був з [багатьма] хлопцями.",
        },
    ),
    (
        "uk",
        "Там <двісті людей>.",
        {
            "L1": "Там [200–300 людей].",
            "L2": "Там [понад сто людей].",
            "L3": "Там [багато людей].",
        },
    ),
]


class TestACount:
    @pytest.mark.parametrize(("language", "sentence", "expected"), A_COUNT)
    def test_becomes_coarser_rung_by_rung(self, language: str, sentence: str, expected: dict[str, str]) -> None:
        assert told(generalise_count, sentence, language=language) == expected
