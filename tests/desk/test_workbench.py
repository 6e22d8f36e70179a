"""Details are decided one after the other; what is refused is shown with what was typed; two editors never collide."""

import re

import pytest
from django.urls import reverse

from archive.desk.words import FINDER_WORDS
from archive.detection.identifiers import RECOGNISERS
from archive.redaction.models import SpanDecision
from archive.redaction.spans import EDITOR, propose_spans, spans_of, undecided_spans
from archive.testimonies.accession import PersonDraft, TellingDraft
from tests import walking

pytestmark = pytest.mark.django_db


def bench(edition):
    return reverse("workbench", args=[edition.testimony.number])


def decide(client, edition, span, **more):
    return client.post(
        reverse("decide", args=[edition.testimony.number, span.pk]),
        {"choice": "generalise|L2|0|0|somewhere", "reason": "It tells too much.", "seen": edition.change, **more},
    )


def open_place(edition):
    return next(span for span in undecided_spans(spans_of(edition)) if span.person is None)


def open_name(edition):
    return next(span for span in undecided_spans(spans_of(edition)) if span.person is not None)


class TestTheWorkbench:
    def test_shows_nothing_undecided_on_the_public_side(self, editor, searched):
        page = editor.get(bench(searched)).content.decode()

        public = " ".join(re.findall(r'<p class="pub".*?</p>', page, re.S))
        assert "not decided" in public
        assert "Brekkesen" not in public
        assert "Kveldsvik" not in public

    def test_preselects_the_name_the_person_bears_here(self, editor, searched):
        page = editor.get(bench(searched)).content.decode()

        assert re.search(r'value="pseudonymise\|\|0\|0\|Arne"[^>]*checked', page)

    def test_shows_a_refused_rung_with_its_reason(self, editor, searched):
        page = editor.get(f"{bench(searched)}?detail={open_name(searched).pk}").content.decode()

        assert re.search(r'value="retain\|[^"]*"[^>]*disabled', page)
        assert "who has no recorded consent to be named" in page

    def test_shows_a_decided_detail_while_others_are_open_however_many(self, editor, searched):
        decided = None
        while still := undecided_spans(spans_of(searched)):
            if decided is not None:
                assert editor.get(f"{bench(searched)}?detail={decided}").status_code == 200
            decided = still[0].pk
            response = decide(editor, walking.edition_now(searched), still[0], choice="suppress||0|0|")
            assert response.status_code == 302

        assert editor.get(f"{bench(searched)}?detail={decided}").status_code == 200

    def test_says_in_words_who_found_a_detail(self, editor, searched):
        page = editor.get(f"{bench(searched)}?detail={open_name(searched).pk}").content.decode()

        assert "Found by: protected names." in page

    def test_has_words_for_every_recogniser(self):
        modules = {recogniser.__name__.rpartition(".")[2] for recogniser in RECOGNISERS}

        assert modules | {EDITOR, "repeats"} <= set(FINDER_WORDS)

    def test_shows_what_a_reviewer_returned_it_with(self, editor, admin, submitted):
        page = admin.get(reverse("review", args=[1])).content.decode()
        digest = re.findall(r'name="digest" value="(\w+)"', page)[0]
        admin.post(
            reverse("review", args=[1]), {"verdict": "return", "digest": digest, "words": "The barn is still there."}
        )

        page = editor.get(bench(submitted)).content.decode()

        assert "siri said in round 1" in page
        assert "The barn is still there." in page

    def test_asks_for_a_search_first(self, editor, people):
        edition = walking.take_in(people)

        page = editor.get(bench(edition)).content.decode()

        assert "Search for details" in page
        public = " ".join(re.findall(r'<p class="pub".*?</p>', page, re.S))
        assert "not searched yet" in public
        assert "Brekkesen" not in public
        assert "people fit what is told" not in page

    def test_preselects_what_is_advised_where_a_recogniser_is_fairly_sure(self, editor, searched):
        date = next(span for span in spans_of(searched) if span.entity_type == "DATE" and 0.25 < span.score < 1)

        page = editor.get(f"{bench(searched)}?detail={date.pk}").content.decode()

        assert re.search(r'value="generalise\|L2\|[^"]*"[^>]*checked', page)

    def test_preselects_nobody_where_a_capital_is_all_that_is_known(self, people, editor):
        edition = walking.take_in(people, text="My name is Torvald Brekkesen. We waited, and then Qvorbix came.")
        propose_spans(edition, by=people.editor, at=walking.AT)
        unknown = next(span for span in spans_of(edition) if span.entity_type == "MISC")

        page = editor.get(f"{bench(edition)}?detail={unknown.pk}").content.decode()

        assert "a person]" in page
        assert not re.search(r'name="choice"[^>]*checked', page)

    def test_preselects_what_stands_where_it_was_decided_otherwise(self, editor, searched):
        span = open_name(searched)
        decide(editor, searched, span, choice="own", treatment="summarise", replacement="somebody he knew")

        page = editor.get(f"{bench(searched)}?detail={span.pk}").content.decode()

        assert re.search(r'value="own"[^>]*checked', page)
        assert 'value="somebody he knew"' in page
        assert "[somebody he knew]</span>" in page

    def test_offers_no_name_that_belongs_to_another_account(self, people, editor):
        walking.take_in(people)
        text = "A man who called himself Torvald Brekkesen slept beside me."
        teller = PersonDraft("A", narrates=True, naming="role_only", evidence="Nobody asked.", part="protagonist")
        second = walking.take_in(people, text=text, persons=(teller,))
        propose_spans(second, by=people.editor, at=walking.AT)

        page = editor.get(bench(second)).content.decode()

        assert "Brekkesen</p>" in page
        assert 'name="choice" value="pseudonymise' not in page
        assert "stands in another account." in page
        assert re.search(r'value="generalise\|[^"]*"[^>]*checked', page)

    def test_leads_to_the_persons_while_somebody_is_undecided(self, people, editor):
        nobody = walking.without_decision(walking.WIFE)
        edition = walking.decide(walking.take_in(people, persons=(walking.NARRATOR, nobody)), people)

        page = editor.get(bench(edition)).content.decode()

        assert "Of 1 person nobody has decided what they are called." in page
        assert f'<a class="button" href="{reverse("submit", args=[1])}"' not in page

    def test_searches_again_and_keeps_decisions(self, editor, searched):
        decide(editor, searched, open_place(searched))

        response = editor.post(reverse("detect", args=[1]))

        assert response.status_code == 302
        assert SpanDecision.objects.filter(superseded_at__isnull=True).exists()


class TestADecision:
    def test_is_recorded_and_leads_to_the_next_open_detail(self, editor, searched):
        span = open_place(searched)

        response = decide(editor, searched, span)

        assert response.url == f"{bench(searched)}#decide"
        assert span.decisions.get().replacement.reveal() == "somewhere"
        assert span.decisions.get().rung == "L2"

    def test_can_be_in_words_of_ones_own(self, editor, searched):
        span = open_place(searched)

        decide(editor, searched, span, choice="own", treatment="summarise", replacement="it is told otherwise")

        assert span.decisions.get().treatment == "summarise"

    def test_takes_the_small_words_around_it_along(self, editor, people):
        edition = walking.take_in(people)
        editor.post(reverse("detect", args=[1]))
        edition = walking.edition_now(edition)
        span = next(one for one in spans_of(edition) if "Kveldsvik" in walking.TEXT[one.start : one.end])

        decide(editor, edition, span, choice="generalise|L2|5|0|near the front")

        wider = SpanDecision.objects.get().span
        assert walking.TEXT[wider.start : wider.end].startswith("near ")
        assert span.pk not in {one.pk for one in undecided_spans(spans_of(edition))}

    @pytest.mark.parametrize(
        ("typed", "reason"),
        [
            ({"choice": "retain||0|0|"}, "no recorded consent"),
            ({"choice": "generalise||0|0|Solveig"}, "a name that the archive protects"),
            ({"choice": "generalise||0|0|[a person]"}, "without square brackets"),
            ({"choice": "own", "treatment": "generalise", "replacement": ""}, "Nothing stands in its place yet"),
            ({"choice": "pseudonymise||0|0|Birger"}, "this is not a form of it"),
            ({"choice": ""}, "Choose what shall stand there"),
            ({"choice": "anonymise||0|0|x"}, "Choose one of the rungs"),
        ],
    )
    def test_that_breaks_a_promise_is_refused_and_what_was_typed_stays(self, editor, searched, typed, reason):
        response = decide(editor, searched, open_name(searched), **typed)

        page = response.content.decode()
        assert response.status_code == 422
        assert reason in page
        assert "It tells too much." in page
        assert not SpanDecision.objects.exists()

    def test_is_taken_back_from_the_next_page_too(self, editor, searched):
        span = open_place(searched)
        decide(editor, searched, span)

        page = editor.get(bench(searched)).content.decode()

        assert re.search(rf'action="{reverse("reopen", args=[1, span.pk])}".*?data-undo', page, re.S)

    def test_can_be_taken_back(self, editor, searched):
        span = open_place(searched)
        decide(editor, searched, span)
        now = walking.edition_now(searched)

        editor.post(reverse("reopen", args=[1, span.pk]), {"seen": now.change})

        assert span.pk in {one.pk for one in undecided_spans(spans_of(now))}


class TestADetailOfWhichARecogniserIsUnsure:
    @pytest.fixture
    def unsure(self, searched):
        span = next(span for span in undecided_spans(spans_of(searched)) if not span.certain)
        span.score = 0.2
        span.save(update_fields=["score"])
        return span

    def test_has_nothing_chosen_beforehand(self, editor, searched, unsure):
        page = editor.get(f"{bench(searched)}?detail={unsure.pk}").content.decode()

        assert 'name="choice"' in page
        assert not re.search(r'name="choice"[^>]*checked', page)

    def test_is_kept_for_a_reason_that_somebody_wrote(self, editor, searched, unsure):
        page = editor.get(f"{bench(searched)}?detail={unsure.pk}").content.decode()
        because = re.findall(r'name="because" value="([^"]*)"', page)[0]

        response = decide(editor, searched, unsure, choice="retain||0|0|", reason="", advised="", because=because)

        assert response.status_code == 422
        assert "What is kept is kept for a reason." in response.content.decode()


class TestTheReasonThatWasAdvised:
    def test_is_recorded_with_what_was_advised(self, editor, searched):
        span = open_place(searched)
        choice = "generalise|L2|0|0|somewhere"

        decide(editor, searched, span, reason="", advised=choice, because="It leads to a person.")

        assert span.decisions.get().reason.reveal() == "It leads to a person."

    def test_is_not_given_to_words_of_ones_own(self, editor, searched):
        span = open_place(searched)

        decide(
            editor, searched, span, choice="own", treatment="summarise", replacement="it is told otherwise", reason="",
            advised="generalise|L2|0|0|somewhere", because="It leads to a person.",
        )  # fmt: skip

        assert span.decisions.get().reason.reveal() == ""


class TestTwoEditorsOnOneTestimony:
    def test_meet_on_a_page_that_loses_nothing(self, editor, other_editor, searched):
        span = open_place(searched)
        decide(editor, searched, span)

        response = decide(other_editor, searched, span, choice="generalise|L1|0|0|elsewhere")

        page = response.content.decode()
        assert response.status_code == 409
        assert "Nothing was saved: kari changed this meanwhile" in page
        assert "somewhere" in page
        assert "elsewhere" in page
        assert span.decisions.filter(superseded_at__isnull=True).get().replacement.reveal() == "somewhere"

    def test_can_send_theirs_all_the_same(self, editor, other_editor, searched):
        span = open_place(searched)
        decide(editor, searched, span)
        page = decide(other_editor, searched, span, choice="generalise|L1|0|0|elsewhere").content.decode()
        seen = re.findall(r'name="seen" value="(\d+)"', page)[0]

        decide(other_editor, searched, span, choice="generalise|L1|0|0|elsewhere", seen=seen)

        assert span.decisions.filter(superseded_at__isnull=True).get().replacement.reveal() == "elsewhere"


class TestMarkingAFurtherDetail:
    def mark(self, client, edition, **typed):
        return client.post(
            reverse("mark", args=[edition.testimony.number]),
            {
                "telling": edition.testimony.tellings.get().pk,
                "passage": "3",
                "words": "his barn",
                "nth": "1",
                "entity_type": "LOC",
                "identifier_class": "OPERATIONAL",
                "reason": "It burns a helper.",
                "seen": edition.change,
                **typed,
            },
        )

    def test_finds_the_words_in_the_passage(self, editor, searched):
        self.mark(editor, searched)

        span = next(span for span in spans_of(searched) if span.recogniser == "editor")
        assert walking.TEXT[span.start : span.end] == "his barn"

    @pytest.mark.parametrize(
        ("typed", "reason"),
        [
            ({"words": "her house"}, "These words do not stand in passage 3"),
            ({"nth": "4"}, "These words do not stand in passage 3 so many times"),
            ({"passage": "44"}, "The text has 3 passages"),
            ({"words": ""}, "This field is required"),
        ],
    )
    def test_refuses_words_that_do_not_stand_there_and_keeps_the_form(self, editor, searched, typed, reason):
        response = self.mark(editor, searched, **typed)

        page = response.content.decode()
        assert response.status_code == 422
        assert reason in page
        assert "It burns a helper." in page

    def test_on_a_page_that_is_out_of_date_conflicts(self, editor, searched):
        response = self.mark(editor, searched, seen=searched.change + 5)

        assert response.status_code == 409
        assert "his barn" in response.content.decode()


class TestATestimonyToldInTwoLanguages:
    def test_has_each_text_under_the_name_of_its_language(self, editor, people):
        half = walking.TEXT.index("When the others")
        tellings = (TellingDraft("en", ((0, half),)), TellingDraft("nb", ((half, None),)))
        edition = walking.take_in(people, tellings=tellings)

        page = editor.get(bench(edition)).content.decode()

        assert re.findall(r'<h2 class="heading mt-4" lang="(\w+)">([^<]+)</h2>', page) == [
            ("en", "English"),
            ("nb", "Norsk bokmål"),
        ]
