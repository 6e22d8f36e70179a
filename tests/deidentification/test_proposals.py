"""Proposals: a treatment, wordings that fit, a reason without the word."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.deidentification.ladder_of import LADDERS, ladder_for
from archive.deidentification.proposals import Proposal, propose
from archive.deidentification.treatments import TreatedSpan, Treatment, apply_treatments
from archive.detection.findings import EntityType, Finding, IdentifierClass

QUASI, LOOKUP, DIRECT = IdentifierClass.QUASI, IdentifierClass.LOOKUP, IdentifierClass.DIRECT
SENSITIVE, OPERATIONAL, PUBLIC = IdentifierClass.SENSITIVE, IdentifierClass.OPERATIONAL, IdentifierClass.PUBLIC
RENDERED = sorted(detail for _, details in LADDERS for detail in details)


def found(
    words: str,
    text: str,
    detail: str,
    identifier_class: IdentifierClass = QUASI,
    *,
    entity_type: EntityType = EntityType.MISC,
    person: str = "",
    score: float = 0.8,
) -> Finding:
    start = text.index(words)
    return Finding(
        start,
        start + len(words),
        entity_type,
        detail,
        identifier_class,
        False,
        "test",
        "Something was seen.",
        person=person,
        score=score,
    )


def proposed(
    words: str, text: str, detail: str, identifier_class: IdentifierClass = QUASI, language: str = "en"
) -> Proposal:
    return propose(found(words, text, detail, identifier_class), text=text, language=language)


def advised_sentence(words: str, text: str, detail: str, language: str) -> str:
    finding = found(words, text, detail)
    proposal = propose(finding, text=text, language=language)
    assert proposal.advised is not None
    rung = proposal.rungs[proposal.advised]
    treated = TreatedSpan(finding.start - rung.before, finding.end + rung.after, Treatment.GENERALISE, rung.text)
    parts = apply_treatments(text, [treated])
    return "".join(part.text for part in parts)


class TestTheAdvisedRung:
    @pytest.mark.parametrize(
        ("words", "text", "detail", "language", "expected"),
        [
            ("30 år gamle", "Soldatene var 30 år gamle.", "age", "nb", "Soldatene var i trettiårene."),
            ("Robotyne", "The attack in Robotyne failed.", "place", "en", "The attack at the southern front failed."),
            ("500 000 rubler", "Han ga 500 000 rubler.", "money", "nb", "Han ga flere tusen dollar."),
            ("Роботине", "Нас штурмовали в Роботине.", "place", "ru", "Нас штурмовали на южном фронте."),
            ("2 квітня", "Він загинув 2 квітня.", "date", "uk", "Він загинув навесні."),
            ("Almaty", "I live in Almaty.", "place", "en", "I live in Central Asia."),
            ("3 March 2024", "I fled on 3 March 2024.", "date", "en", "I fled in the first half of 2024."),
            ("14 March 1991", "I was born on 14 March 1991.", "date", "en", "I was born in the 1990s."),
            ("six days", "He hid for six days.", "date", "en", "He hid for some days."),
            ("Aktobe", "By train via Aktobe at night.", "place", "en", "By train via a third country at night."),
        ],
    )
    def test_reads_as_a_sentence(self, words: str, text: str, detail: str, language: str, expected: str) -> None:
        assert advised_sentence(words, text, detail, language) == expected

    def test_is_the_coarsest_up_to_the_public_default(self) -> None:
        proposal = proposed("Robotyne", "We held Robotyne.", "front_place")

        assert proposal.advised is not None
        assert [rung.level for rung in proposal.rungs] == ["L1", "L2", "L3"]
        assert proposal.rungs[proposal.advised].level == "L2"

    def test_reads_nynorsk_like_bokmal(self) -> None:
        assert advised_sentence("34 år gamal", "Eg er 34 år gamal.", "age", "nn") == "Eg er i trettiårene."


class TestAFinding:
    @pytest.mark.parametrize(
        ("detail", "identifier_class", "treatment"),
        [
            ("country", PUBLIC, Treatment.RETAIN),
            ("id_number", DIRECT, Treatment.GENERALISE),
            ("unit", LOOKUP, Treatment.GENERALISE),
            ("wound", SENSITIVE, Treatment.GENERALISE),
            ("unique_event", QUASI, Treatment.SUMMARISE),
            ("selfharm", SENSITIVE, Treatment.SUMMARISE),
            ("gloss", QUASI, Treatment.SUPPRESS),
            ("nickname_origin", QUASI, Treatment.SUPPRESS),
            ("nothing we know", QUASI, Treatment.SUPPRESS),
        ],
    )
    def test_gets_the_treatment_of_its_class(
        self, detail: str, identifier_class: IdentifierClass, treatment: Treatment
    ) -> None:
        assert proposed("thing", "A thing was there.", detail, identifier_class).treatment is treatment

    def test_of_a_long_passage_without_a_ladder_is_told_anew(self) -> None:
        text = "They tied a rope to the old mill wheel and left."

        proposal = proposed("tied a rope to the old mill wheel", text, "nothing we know")

        assert proposal.treatment is Treatment.SUMMARISE

    def test_of_a_name_is_replaced_by_a_name(self) -> None:
        text = "Vorel came."
        finding = found("Vorel", text, "name", DIRECT, entity_type=EntityType.PERSON, person="p-1")

        proposal = propose(finding, text=text, language="en")

        assert proposal.treatment is Treatment.PSEUDONYMISE

    def test_that_is_hardly_one_is_proposed_as_kept(self) -> None:
        text = "There were 7 of them."
        finding = found("7", text, "number", score=0.2)

        assert propose(finding, text=text, language="en").treatment is Treatment.RETAIN

    def test_of_a_year_of_the_war_is_coarse_enough(self) -> None:
        text = "It was in 2023."
        finding = found("2023", text, "date", entity_type=EntityType.DATE)

        assert propose(finding, text=text, language="en").treatment is Treatment.RETAIN

    def test_that_is_public_has_no_rungs(self) -> None:
        assert proposed("Almaty", "We spoke of Almaty.", "place", PUBLIC).rungs == ()

    def test_in_a_language_without_ladders_is_left_out(self) -> None:
        proposal = proposed("Robotyne", "Robotyne.", "front_place", language="ka")

        assert (proposal.treatment, proposal.rungs) == (Treatment.SUPPRESS, ())


class TestTheReason:
    @pytest.mark.parametrize("identifier_class", list(IdentifierClass))
    @pytest.mark.parametrize("detail", [*RENDERED, "gloss", "event", "phone"])
    def test_is_one_sentence_without_the_word(self, detail: str, identifier_class: IdentifierClass) -> None:
        text = "He was Vorel17 there."

        reason = proposed("Vorel17", text, detail, identifier_class).reason

        assert reason.startswith("Something was seen: ")
        assert reason.endswith(".")
        assert reason.count(".") == 1
        assert not re.search(r"vorel|17", reason, re.IGNORECASE)

    def test_is_not_needed_of_the_recogniser(self) -> None:
        finding = Finding(0, 2, EntityType.MISC, "age", QUASI, False, "test", "")

        assert propose(finding, text="30", language="en").reason.startswith("With other details")


class TestEveryLadder:
    @given(st.sampled_from([*RENDERED, "phone", "helper", "name"]), st.data())
    def test_takes_any_text_and_stays_within_it(self, detail: str, data: st.DataObject) -> None:
        text = data.draw(st.text(alphabet=st.sampled_from("aя бЇ17.,'-№\n«[k$"), min_size=1, max_size=40))
        start = data.draw(st.integers(0, len(text) - 1))
        end = data.draw(st.integers(start + 1, len(text)))
        finding = Finding(start, end, EntityType.MISC, detail, QUASI, False, "test", "Seen.")

        for language in ("en", "nb", "ru", "uk"):
            for rung in propose(finding, text=text, language=language).rungs:
                assert 0 <= start - rung.before <= end + rung.after <= len(text)
                assert rung.before >= 0
                assert rung.after >= 0
                assert rung.text.strip()
                assert not set("[]") & set(rung.text)

    def test_that_the_taxonomy_renders_is_there(self) -> None:
        for detail in (
            "age",
            "birth_date",
            "event_date",
            "desertion_date",
            "period",
            "birthplace",
            "front_place",
            "refuge",
            "region",
            "route_stop",
            "unit",
            "rank",
            "speciality",
            "occupation",
            "education",
            "money",
            "counts",
            "family",
            "wound",
            "route_into_service",
        ):
            assert detail in RENDERED

    def test_is_none_for_what_has_no_wording(self) -> None:
        assert ladder_for("unique_event") is None


class TestATextInTwoLanguages:
    def test_is_told_in_the_language_of_the_sentence(self) -> None:
        text = "Hun bor i Bodø.\n— Мы стояли в Роботине, там был штурм."

        assert advised_sentence("Роботине", text, "place", "nb").endswith("Мы стояли на южном фронте, там был штурм.")

    def test_keeps_its_own_language_around_a_foreign_word(self) -> None:
        text = "Vi lå ved fronten i Роботине lenge, og det var kaldt."

        assert advised_sentence("Роботине", text, "front_place", "nb").startswith("Vi lå ved fronten ved sørfronten")

    def test_tells_ukrainian_from_russian(self) -> None:
        text = "He said: Їй сімнадцять років, і вона чекає."

        assert "менше двадцяти років" in advised_sentence("сімнадцять", text, "age", "en")

    def test_reads_latin_letters_in_a_russian_text(self) -> None:
        text = "Он пишет.\nI am thirty years old and alone here."

        assert "in my thirties" in advised_sentence("thirty years old", text, "age", "ru")


class TestADateTheDetectorLeavesOpen:
    @pytest.mark.parametrize(
        ("words", "language", "treatment"),
        [
            ("22:45", "en", Treatment.RETAIN),
            ("двадцать второго года", "ru", Treatment.RETAIN),
            ("двадцать три года", "ru", Treatment.GENERALISE),
            ("Двадцать первого числа одиннадцатого месяца двадцать второго года", "ru", Treatment.SUMMARISE),
        ],
    )
    def test_is_read_for_what_it_tells(self, words: str, language: str, treatment: Treatment) -> None:
        finding = found(words, words, "date", entity_type=EntityType.DATE)

        assert propose(finding, text=words, language=language).treatment is treatment


class TestAClause:
    @pytest.mark.parametrize(
        ("words", "detail", "language", "treatment"),
        [
            ("they were amputated in a cellar", "wound", "en", Treatment.SUMMARISE),
            ("shrapnel in the left buttock and a burst eardrum", "wound", "en", Treatment.GENERALISE),
            ("han risikerer ti års fengsel", "legal", "nb", Treatment.SUMMARISE),
            ("ti års fengsel", "legal", "nb", Treatment.GENERALISE),
            ("ногу отняли в подвале", "wound", "ru", Treatment.SUMMARISE),
            ("осколок в ноге", "wound", "ru", Treatment.GENERALISE),
        ],
    )
    def test_is_told_in_our_own_words(self, words: str, detail: str, language: str, treatment: Treatment) -> None:
        proposal = proposed(words, words, detail, IdentifierClass.SENSITIVE, language)

        assert proposal.treatment is treatment
        assert (proposal.advised is None) is (treatment is Treatment.SUMMARISE)
