"""What a wide net took for a person is read again by what knows the prose: a tagger, a model, the dictionaries."""

import pytest

from archive.detection.findings import EntityType, Finding, IdentifierClass
from archive.detection.readings import PERSON_READ
from archive.detection.recognisers import russian_model
from archive.detection.second_reading import read_again
from archive.detection.segments import Document

JUDGMENT = (
    "The applicant complained to the Court under Article 6 of the Convention that the proceedings before the "
    "regional court and the prosecutor were unfair. The Government alleged that the applicant had lodged his "
    "appeal with Qvetva in time. "
)


def person(text, word, recogniser, *, score=0.5, losers=()):
    start = text.index(word)
    return Finding(
        start, start + len(word), EntityType.PERSON, "name", IdentifierClass.DIRECT, True, recogniser, "A net.",
        score=score, losers=losers,
    )  # fmt: skip


def read(text, language, finding):
    return read_again(Document(text, language), (finding,))[0]


class TestANameOfTheWideNets:
    @pytest.mark.parametrize(
        ("text", "word", "language", "recogniser", "kept"),
        [
            ("Så kom Kari Nordmann til byen igjen.", "Kari", "nb", "names", True),
            ("Han leste i Bibelen om kvelden der.", "Bibelen", "nb", "capitals", False),
            ("Потом пришла Зинаида домой.", "Зинаида", "ru", "names", False),
            ("Then Qvetva came home to us.", "Qvetva", "en", "capitals", False),
            ("Then Qvetva came home to us.", "Qvetva", "en", "names", True),
        ],
    )
    def test_stays_a_person_where_the_reader_of_its_language_says_so(self, text, word, language, recogniser, kept):
        found = read(text, language, person(text, word, recogniser))

        assert (found.entity_type is EntityType.PERSON) is kept
        assert found.is_candidate

    def test_stays_one_where_the_russian_model_reads_it_too(self):
        text = "Потом пришла Зинаида домой."

        assert (
            read(text, "ru", person(text, "Зинаида", "names", losers=(PERSON_READ,))).entity_type is EntityType.PERSON
        )

    def test_is_a_detail_where_it_has_no_capital(self):
        text = "Then qvetva came home to us."

        assert read(text, "en", person(text, "qvetva", "repeats")).entity_type is EntityType.DEM

    def test_stands_as_it_is_where_a_title_told_it(self):
        text = "Потом пришла тётя Зинаида домой."

        assert read(text, "ru", person(text, "Зинаида", "names", score=0.9)).entity_type is EntityType.PERSON


class TestAPersonOfTheRussianModel:
    @pytest.mark.parametrize(
        ("text", "word", "language", "kind"),
        [
            ("Він служив Українській державі.", "Українській", "uk", EntityType.MISC),
            ("Школа ім. Шевченка стоїть там.", "Шевченка", "uk", EntityType.ORG),
            ("Потім прийшла Одарка додому.", "Одарка", "uk", EntityType.PERSON),
            ("Потім прийшла Оксана Замкова додому.", "Замкова", "uk", EntityType.PERSON),
            ("Потім прийшов Цвєткоруб додому.", "Цвєткоруб", "uk", EntityType.PERSON),
            ("Потом пришёл Замковой домой.", "Замковой", "ru", EntityType.PERSON),
        ],
    )
    def test_is_asked_of_the_dictionaries_in_ukrainian(self, text, word, language, kind):
        assert read(text, language, person(text, word, "russian_model")).entity_type is kind


class TestAJudgment:
    def test_keeps_of_a_finding_what_its_tagger_does_not_rule_out(self):
        ordinary = read(
            JUDGMENT, "en", person(JUDGMENT, "Government alleged that the applicant had lodged", "capitals")
        )

        assert ordinary.identifier_class is IdentifierClass.PUBLIC
        assert "A net." in ordinary.losers

    def test_lets_a_protected_name_stand(self):
        assert read(JUDGMENT, "en", person(JUDGMENT, "Government", "protected")).is_candidate


class TestTheRussianModel:
    @pytest.mark.parametrize(
        ("text", "language", "expected"),
        [
            ("Вчера приехали Ольга Кветова и Пётр Лазов из города.", "ru", ["Ольга Кветова", "Пётр Лазов"]),
            ("Only Latin letters stand here.", "en", []),
            ("Then he said: да.", "en", []),
        ],
    )
    def test_reads_persons_apart_and_cyrillic_only(self, text, language, expected):
        found = russian_model.find(Document(text, language))

        assert [text[f.start : f.end] for f in found if f.entity_type is EntityType.PERSON] == expected

    def test_reads_a_long_text_in_stretches_and_past_other_letters(self):
        lines = ["Потом приехала Ольга Кветова."] + ["Мы шли по дороге и молчали весь день."] * 70
        text = "\n".join([*lines, "Nothing here.", "Потом приехал Пётр Лазов."])

        found = russian_model.find(Document(text, "ru"))

        assert {text[f.start : f.end] for f in found} >= {"Ольга Кветова", "Пётр Лазов"}
