"""The route into the service: the way and the half-year, then the way alone."""

from __future__ import annotations

import pytest

from archive.deidentification.ladders.route_into_service import generalise_route_into_service
from tests.deidentification.sentences import told

A_ROUTE_INTO_SERVICE = [
    (
        "en",
        "He came <under contract, Sept 2024, after the divorce>.",
        {
            "L1": "He came [under a contract in the second half of 2024].",
            "L2": "He came [under a contract].",
        },
    ),
    (
        "en",
        "I was <recruited in a prison colony>.",
        {
            "L2": "I was [recruited in prison].",
        },
    ),
    (
        "en",
        "He serves <as a conscript since May 2023>.",
        {
            "L1": "He serves [as a conscript in the first half of 2023].",
            "L2": "He serves [as a conscript].",
        },
    ),
    (
        "nb",
        "Han kom <på kontrakt i september 2024>.",
        {
            "L1": "Han kom [på kontrakt i andre halvår 2024].",
            "L2": "Han kom [på kontrakt].",
        },
    ),
    (
        "nb",
        "Jeg ble tatt, <mobilisert i september 2022>.",
        {
            "L1": "Jeg ble tatt, [gjennom mobilisering i andre halvår 2022].",
            "L2": "Jeg ble tatt, [gjennom mobilisering].",
        },
    ),
    (
        "ru",
        "Я пришёл <по контракту осенью 2024 года>.",
        {
            "L1": "Я пришёл [по контракту во второй половине 2024 года].",
            "L2": "Я пришёл [по контракту].",
        },
    ),
    (
        "ru",
        "Он попал туда, <завербован в колонии>.",
        {
            "L2": "Он попал туда, [через вербовку в заключении].",
        },
    ),
    (
        "ru",
        "Его взяли <по повестке в октябре 2022 года>.",
        {
            "L1": "Его взяли [по мобилизации во второй половине 2022 года].",
            "L2": "Его взяли [по мобилизации].",
        },
    ),
    (
        "uk",
        "Він потрапив, <мобілізований у 2022>.",
        {
            "L1": "Він потрапив, [за мобілізацією у 2022 році].",
            "L2": "Він потрапив, [за мобілізацією].",
        },
    ),
]


class TestARouteIntoService:
    @pytest.mark.parametrize(("language", "sentence", "expected"), A_ROUTE_INTO_SERVICE)
    def test_becomes_coarser_rung_by_rung(self, language: str, sentence: str, expected: dict[str, str]) -> None:
        assert told(generalise_route_into_service, sentence, language=language) == expected
