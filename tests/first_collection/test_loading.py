"""A collection is loaded through the same walk as everything else, once, under names that cannot sign in."""

import pytest
from django.core.management import CommandError, call_command

from archive.audit.models import AuditEvent
from archive.first_collection.deciding import CollectionRefused
from archive.first_collection.loading import collection_identities, load_collection
from archive.publication.models import ContextSheet, PublicationCertificate
from archive.publication.release import issue_release
from archive.redaction.models import SpanDecision
from archive.redaction.rendering import render_redacted
from archive.review.models import Verdict
from archive.testimonies.models import Edition, State, Testimony
from archive.testimonies.same_person import DIFFERENT, answered, record_comparison
from archive.users.models import User
from archive.vault.models import Original, ProtectedName, Received
from tests.first_collection.invented_folder import write_data, write_true_facts
from tests.walking import AT

pytestmark = pytest.mark.django_db


@pytest.fixture
def data(tmp_path):
    folder = tmp_path / "invented"
    folder.mkdir()
    return write_data(folder)


@pytest.fixture
def true(tmp_path):
    folder = tmp_path / "true"
    folder.mkdir()
    return write_true_facts(folder)


class TestLoading:
    def test_publishes_every_account_with_its_background(self, data):
        loaded = load_collection(at=AT, data=data)

        assert (loaded.testimonies, loaded.published, loaded.entries, loaded.changed) == (2, 2, 2, True)
        assert set(Edition.objects.values_list("state", flat=True)) == {State.PUBLISHED}
        assert ContextSheet.objects.count() == 2

    def test_says_what_the_files_say(self, data):
        load_collection(at=AT, data=data)

        reviewer = collection_identities(at=AT)[1]
        record = render_redacted(Edition.objects.order_by("testimony__number")[0], by=reviewer, at=AT).record
        english = record.languages[0]
        text = ["".join(part.text for part in passage.parts) for passage in english.passages]
        assert english.title == "Arne: soldier"
        assert text[0].startswith("Arne had been told to stay on the farm in a valley, where")
        assert text[1].startswith("So Arne left.  it went over the hills")
        assert english.passages[0].themes == ("W.1",)
        assert dict(record.alterations) == {"name": 1, "place": 1, "withheld": 1}

    def test_is_done_by_two_who_cannot_sign_in(self, data):
        load_collection(at=AT, data=data)

        deciding, reviewing = collection_identities(at=AT)
        assert not deciding.can_sign_in
        assert not reviewing.can_sign_in
        assert {decision.decided_by for decision in SpanDecision.objects.all()} == {deciding}
        assert {verdict.reviewer for verdict in Verdict.objects.all()} == {reviewing}
        assert User.objects.people().count() == 0

    def test_goes_out_with_the_next_release(self, data):
        load_collection(at=AT, data=data)

        issued = issue_release(by=collection_identities(at=AT)[1], at=AT)

        assert issued.testimonies == 2
        assert issued.left_out == ()

    def test_keeps_with_a_reason_what_is_flagged_outside_the_marks(self, data):
        load_collection(at=AT, data=data)

        kept = SpanDecision.objects.filter(treatment="retain")
        assert kept.exists()
        assert {decision.reason.reveal() for decision in kept} == {"Invented for a test."}

    def test_tells_how_far_it_is(self, data):
        told = []

        load_collection(at=AT, data=data, progress=lambda what, done, total: told.append((what, done, total)))

        assert told[0] == ("a01 detected", 1, 12)
        assert told[-1] == ("a02 published", 12, 12)


class TestLoadingAgain:
    def test_changes_nothing(self, data):
        load_collection(at=AT, data=data)
        decided, certified = SpanDecision.objects.count(), PublicationCertificate.objects.count()

        again = load_collection(at=AT, data=data)

        assert not again.changed
        assert again.published == 2
        assert SpanDecision.objects.count() == decided
        assert PublicationCertificate.objects.count() == certified
        assert Testimony.objects.count() == 2

    @pytest.mark.parametrize("stop", [1, 3, 5, 8])
    def test_takes_up_where_it_was_interrupted(self, data, stop):
        def interrupt(_what, done, _total):
            if done == stop:
                raise KeyboardInterrupt

        with pytest.raises(KeyboardInterrupt):
            load_collection(at=AT, data=data, progress=interrupt)

        loaded = load_collection(at=AT, data=data)

        assert (loaded.testimonies, loaded.published) == (2, 2)
        assert Received.objects.count() == 1

    def test_leaves_alone_what_was_withdrawn_or_taken_back(self, data):
        load_collection(at=AT, data=data)
        Edition.objects.filter(testimony__number=1).update(state=State.WITHDRAWN)

        loaded = load_collection(at=AT, data=data)

        assert loaded.published == 1
        assert Edition.objects.filter(state=State.WITHDRAWN).count() == 1


class TestTrueFactsFromOutside:
    def test_are_sealed_in_place_of_the_stand_ins(self, data, true):
        load_collection(true, at=AT, data=data)

        names = {name.name.reveal() for name in ProtectedName.objects.all()}
        texts = [original.text.reveal() for original in Original.objects.order_by("ranges__start")]
        assert {"Halvdan Fjeldstad", "Halvdan", "Fjeldstad", "Gudbrand"} <= names
        assert "Torvald" not in names
        assert texts[0].startswith("Halvdan had been told")

    def test_lie_in_the_source_outside_every_testimony(self, data, true):
        load_collection(true, at=AT, data=data)

        assert Received.objects.count() == 1
        assert not any("the mill" in original.text.reveal() for original in Original.objects.all())
        assert (
            Received.objects.get().length > sum(len(original.text.reveal()) for original in Original.objects.all()) + 50
        )

    def test_are_published_no_more_than_the_stand_ins(self, data, true):
        load_collection(true, at=AT, data=data)

        reviewer = collection_identities(at=AT)[1]
        for edition in Edition.objects.all():
            record = repr(render_redacted(edition, by=reviewer, at=AT).record)
            assert not any(word in record for word in ("Halvdan", "Fjeldstad", "Storelva", "Torvald", "Gudbrand"))

    def test_leave_no_word_in_the_trail(self, data, true):
        load_collection(true, at=AT, data=data)

        told = " ".join(str(event.__dict__) for event in AuditEvent.objects.all())
        assert not any(word in told for word in ("Halvdan", "Fjeldstad", "mill"))

    def test_make_two_accounts_of_one_person_count_as_one(self, data, true):
        load_collection(true, at=AT, data=data)

        assert Testimony.objects.values("disclosure_unit").distinct().count() == 1
        (join,) = answered()
        assert join.is_same

    def test_count_two_accounts_apart_again_once_somebody_has_answered_so(self, data, true):
        load_collection(true, at=AT, data=data)
        comparison, editor = answered()[0].comparison, collection_identities(at=AT)[0]
        record_comparison(comparison.first, comparison.second, answer=DIFFERENT, reason="They met.", by=editor, at=AT)

        load_collection(true, at=AT, data=data)

        assert Testimony.objects.values("disclosure_unit").distinct().count() == 2

    def test_are_not_mixed_with_stand_ins(self, data, true):
        load_collection(at=AT, data=data)

        with pytest.raises(CollectionRefused, match="empty archive"):
            load_collection(true, at=AT, data=data)
        assert Testimony.objects.count() == 2


class TestAnAccountThatGivesSomebodyAway:
    def test_is_refused_with_its_place_and_without_the_name(self, data):
        path = data / "a02.toml"
        path.write_text(path.read_text().replace("where everybody waited", "where Gudbrand waited"))

        with pytest.raises(CollectionRefused, match="a02, passage 1") as refused:
            load_collection(at=AT, data=data)

        assert "Gudbrand" not in str(refused.value)

    def test_is_refused_when_nothing_says_why_a_detail_stays(self, data):
        (data / "retained.toml").write_text("")

        with pytest.raises(CollectionRefused, match=r"retained\.toml"):
            load_collection(at=AT, data=data)


class TestTheCommand:
    def test_says_what_a_folder_lacks(self, tmp_path):
        with pytest.raises(CommandError, match=r"cast\.json"):
            call_command("load_collection", str(tmp_path))


class TestTheCollectionOfTheProject:
    def test_passes_the_gate_and_goes_out_whole(self):
        load_collection(at=AT)

        issued = issue_release(by=collection_identities(at=AT)[1], at=AT)

        assert issued.testimonies == 11
        assert issued.left_out == ()
        assert Edition.objects.exclude(state=State.PUBLISHED).count() == 0
