"""What can be told coarser is told so in each of the four languages; everything else is told anew or left out."""

import re

import pytest

from archive.deidentification.proposals import propose
from archive.deidentification.treatments import Treatment
from archive.detection.findings import EntityType, Finding, IdentifierClass

KINDS: dict[str, dict[str, str]] = {
    "age": {
        "en": "He was <34 years old> then.",
        "nb": "Han var <34 år gammel> da.",
        "ru": "Ему было <34 года> тогда.",
        "uk": "Йому було <34 роки> тоді.",
    },
    "date": {
        "en": "They fled on <3 March 2024> at night.",
        "nb": "De flykta <3. mars 2024> om natta.",
        "ru": "Они бежали <3 марта 2024 года> ночью.",
        "uk": "Вони втекли <3 березня 2024 року> вночі.",
    },
    "birth_date": {
        "en": "I was born on <14 March 1991>.",
        "nb": "Jeg ble født <14. mars 1991>.",
        "ru": "Я родился <14 марта 1991 года>.",
        "uk": "Я народився <14 березня 1991 року>.",
    },
    "year": {
        "en": "It began in <2019>.",
        "nb": "Det begynte i <2019>.",
        "ru": "Это началось в <2019 году>.",
        "uk": "Це почалося в <2019 році>.",
    },
    "duration": {
        "en": "We sat there for <seventeen days>.",
        "nb": "Vi satt der i <sytten dager>.",
        "ru": "Мы сидели там <семнадцать дней>.",
        "uk": "Ми сиділи там <сімнадцять днів>.",
    },
    "place": {
        "en": "I grew up in <Syzran>.",
        "nb": "Jeg vokste opp i <Syzran>.",
        "ru": "Я вырос в <Сызрани>.",
        "uk": "Я виріс у <Сизрані>.",
    },
    "front_place": {
        "en": "We stood in <Robotyne>.",
        "nb": "Vi lå i <Robotyne>.",
        "ru": "Мы стояли в <Роботине>.",
        "uk": "Ми стояли в <Роботиному>.",
    },
    "region": {
        "en": "He comes from <Samara region>.",
        "nb": "Han kommer fra <Samara-regionen>.",
        "ru": "Он из <Самарской области>.",
        "uk": "Він із <Самарської області>.",
    },
    "refuge": {
        "en": "Now I live in <Almaty>.",
        "nb": "Nå bor jeg i <Almaty>.",
        "ru": "Сейчас я живу в <Алматы>.",
        "uk": "Зараз я живу в <Алмати>.",
    },
    "route_stop": {
        "en": "By train to <Samara>, then on foot.",
        "nb": "Med tog til <Samara>, så til fots.",
        "ru": "Поездом до <Самары>, дальше пешком.",
        "uk": "Потягом до <Самари>, далі пішки.",
    },
    "unit": {
        "en": "I served in the <24th mechanised brigade>.",
        "nb": "Jeg tjenestegjorde i <24. mekaniserte brigade>.",
        "ru": "Я служил в <24-й мотострелковой бригаде>.",
        "uk": "Я служив у <24-й механізованій бригаді>.",
    },
    "rank": {
        "en": "A <senior sergeant> came in.",
        "nb": "En <oversersjant> kom inn.",
        "ru": "Вошёл <старший сержант>.",
        "uk": "Увійшов <старший сержант>.",
    },
    "speciality": {
        "en": "I was a <drone operator>.",
        "nb": "Jeg var <droneoperatør>.",
        "ru": "Я был <оператором дрона>.",
        "uk": "Я був <оператором дрона>.",
    },
    "occupation": {
        "en": "He worked as a <tram driver>.",
        "nb": "Han jobba som <trikkefører>.",
        "ru": "Он работал <водителем трамвая>.",
        "uk": "Він працював <водієм трамвая>.",
    },
    "education": {
        "en": "She studied at the <Kazan Tank School>.",
        "nb": "Hun studerte ved <Kazan universitet>.",
        "ru": "Она училась в <Казанском университете>.",
        "uk": "Вона вчилася в <Казанському університеті>.",
    },
    "money": {
        "en": "I paid <500,000 roubles>.",
        "nb": "Jeg betalte <500 000 rubler>.",
        "ru": "Я заплатил <500 000 рублей>.",
        "uk": "Я заплатив <500 000 рублів>.",
    },
    "counts": {
        "en": "There were <140 men> in the cellar.",
        "nb": "Det var <140 mann> i kjelleren.",
        "ru": "В подвале было <140 человек>.",
        "uk": "У підвалі було <140 людей>.",
    },
    "family": {
        "en": "He has <a wife and two daughters>.",
        "nb": "Han har <kone og to døtre>.",
        "ru": "У него <жена и две дочери>.",
        "uk": "У нього <дружина і дві доньки>.",
    },
    "wound": {
        "en": "He had <a concussion>.",
        "nb": "Han hadde <hjernerystelse>.",
        "ru": "У него была <контузия>.",
        "uk": "У нього була <контузія>.",
    },
    "route_into_service": {
        "en": "I <signed a contract> in the spring.",
        "nb": "Jeg <skrev kontrakt> om våren.",
        "ru": "Я <подписал контракт> весной.",
        "uk": "Я <підписав контракт> навесні.",
    },
}
WITHOUT_A_LADDER = (
    "unique_event", "unique_detail", "nickname_origin", "naming_note", "gloss", "security_phrase", "spelled", "detail",
    "demographic",
)  # fmt: skip
CYRILLIC = re.compile(r"[а-яіїєґ]", re.IGNORECASE)
LATIN = re.compile(r"[a-zæøå]", re.IGNORECASE)


def marked(sentence: str, detail: str) -> tuple[Finding, str]:
    start, end = sentence.index("<"), sentence.index(">") - 1
    return (
        Finding(start, end, EntityType.MISC, detail, IdentifierClass.QUASI, False, "test", "Something was seen."),
        sentence.replace("<", "").replace(">", ""),
    )


class TestAKindThatCanBeToldCoarser:
    @pytest.mark.parametrize(
        ("detail", "language", "sentence"),
        [(detail, language, sentence) for detail, table in KINDS.items() for language, sentence in table.items()],
    )
    def test_has_rungs_in_the_language_of_its_sentence(self, detail, language, sentence):
        finding, text = marked(sentence, detail)

        proposal = propose(finding, text=text, language=language)

        assert proposal.rungs
        wrong = LATIN if language in {"ru", "uk"} else CYRILLIC
        assert not any(wrong.search(rung.text) for rung in proposal.rungs)
        assert text[finding.start : finding.end] not in {rung.text for rung in proposal.rungs}
        assert proposal.treatment in {Treatment.GENERALISE, Treatment.RETAIN}

    @pytest.mark.parametrize("detail", sorted(KINDS))
    def test_is_tabled_in_four_languages(self, detail):
        assert set(KINDS[detail]) == {"en", "nb", "ru", "uk"}


class TestAnyOtherKind:
    @pytest.mark.parametrize("detail", WITHOUT_A_LADDER)
    @pytest.mark.parametrize("words", ["the goat", "the goat that everybody in the street knew by name"])
    def test_is_told_anew_or_left_out(self, detail, words):
        finding, text = marked(f"Then <{words}> came.", detail)

        proposal = propose(finding, text=text, language="en")

        assert proposal.treatment in {Treatment.SUMMARISE, Treatment.SUPPRESS}
        assert proposal.advised is None
