"""Nothing slips out between two acts that come at the same time: what was judged is what goes out, or nothing does."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.db import transaction

from archive.publication.models import PublicationCertificate, Release
from archive.publication.obstacles import PublicationRefused
from archive.publication.release import issue_release, lift_suspension, publish
from archive.publication.stones import current_tombstones, lift_silences
from archive.publication.withdrawal import suspend, withdraw
from archive.redaction.correction import start_correction
from archive.testimonies.models import Edition, State
from archive.vault.keyring import VaultLocked, closing_mark
from archive.vault.locking import unlock_vault
from archive.vault.naming import NameDraft, names_stamp, record_protected_name, register_person
from tests import walking
from tests.meanwhile import Beside, held_up, just_before
from tests.shown import in_the_release
from tests.walking import AT, Staff


def released(people: Staff) -> Edition:
    edition = walking.put_out(people, text=walking.WITH_A_STRANGER)
    issue_release(by=people.admin, at=AT)
    return walking.edition_now(edition)


def corrected(people: Staff) -> Edition:
    """Return the correction of what was suspended; it is shown with the next release."""
    edition = released(people)
    suspend(edition.testimony, by=people.editor, at=AT)
    correction = start_correction(walking.edition_now(edition), by=people.editor, at=AT)
    publish(walking.hand_over(correction, people), by=people.admin, at=AT)
    return walking.edition_now(correction)


def release_lock(data_folder: Path) -> Path:
    return data_folder / "release.lock"


@pytest.mark.usefixtures("database")
class TestANameRecordedWhileASuspensionIsLifted:
    def test_keeps_it_silent(self, data_folder: Path) -> None:
        people = walking.staff()
        edition = released(people)
        stranger = register_person(names=[NameDraft("Gunnvor Myrhaug")], by=people.editor, at=AT)
        suspend(edition.testimony, by=people.editor, at=AT)
        edition = walking.edition_now(edition)

        with held_up(lambda: lift_suspension(edition, by=people.admin, at=AT), at=release_lock(data_folder)) as lifting:
            record_protected_name(stranger, name="Halvgrim Tofte", kind="legal", by=people.editor, at=AT)

        assert isinstance(lifting.raised, PublicationRefused)
        assert [one.code for one in lifting.raised.obstacles] == ["G019"]
        assert walking.edition_now(edition).state == State.SUSPENDED
        assert edition.testimony.public_id in current_tombstones()


@pytest.mark.usefixtures("database")
class TestATextTakenBackWhileAReleaseIsBuilt:
    @pytest.mark.parametrize(
        "take_back",
        [
            lambda edition, people: suspend(edition.testimony, by=people.editor, at=AT),
            lambda edition, people: withdraw(edition.testimony, by=people.editor, at=AT, reason="danger", silent=True),
        ],
        ids=["suspended", "withdrawn"],
    )
    def test_stays_silent_and_is_not_in_it(
        self, take_back: Callable[[Edition, Staff], None], data_folder: Path
    ) -> None:
        people = walking.staff()
        edition = corrected(people)
        public_id = edition.testimony.public_id

        with held_up(lambda: issue_release(by=people.admin, at=AT), at=release_lock(data_folder)) as issuing:
            take_back(edition, people)

        assert isinstance(issuing.raised, PublicationRefused)
        assert [one.code for one in issuing.raised.obstacles] == ["G019"]
        assert Release.objects.count() == 1
        assert public_id in current_tombstones()
        issue_release(by=people.admin, at=AT)
        assert in_the_release() == set()
        assert public_id in current_tombstones()

    def test_is_not_certified_when_it_was_taken_back_to_redaction(self, data_folder: Path) -> None:
        people = walking.staff()
        edition = walking.edition_now(walking.approve(people))

        with (
            held_up(
                lambda: issue_release(by=people.admin, at=AT, including=[edition]), at=release_lock(data_folder)
            ) as issuing,
            transaction.atomic(),
        ):
            walking.edition_now(edition).touch(by=people.editor, at=AT)

        assert isinstance(issuing.raised, PublicationRefused)
        assert not PublicationCertificate.objects.exists()
        assert in_the_release() == set()

    def test_is_not_issued_beside_a_release_that_took_its_number_meanwhile(self, data_folder: Path) -> None:
        people = walking.staff()
        edition = walking.edition_now(walking.put_out(people))

        with held_up(lambda: issue_release(by=people.admin, at=AT), at=release_lock(data_folder)) as issuing:
            Release.objects.create(
                serial=1, month="2026-03", order_seed="x", trail_seq=1, trail_hash="0" * 64, file_digest="0" * 64,
                logical_digest="0" * 64, testimonies=0, issued_by=people.admin, issued_at=AT,
            )  # fmt: skip

        assert isinstance(issuing.raised, PublicationRefused)
        assert [one.code for one in issuing.raised.obstacles] == ["G019"]
        assert in_the_release() == set()
        assert walking.edition_now(edition).state == State.PUBLISHED

    def test_stays_silent_though_its_release_is_recorded_already(self, settings: Any) -> None:
        people = walking.staff()
        edition = corrected(people)
        beside_the_list = Path(settings.TOMBSTONE_FILE).with_suffix(".lock")

        with (
            held_up(lambda: issue_release(by=people.admin, at=AT), at=beside_the_list) as issuing,
            transaction.atomic(),
        ):
            walking.edition_now(edition).move_to(State.SUSPENDED, by=people.editor, at=AT)

        assert issuing.raised is None
        assert Release.objects.count() == 2
        assert edition.testimony.public_id in current_tombstones()


@pytest.mark.usefixtures("database")
class TestATakingBack:
    @pytest.mark.parametrize(
        "take_back",
        [
            lambda edition, people: suspend(edition.testimony, by=people.editor, at=AT),
            lambda edition, people: withdraw(edition.testimony, by=people.editor, at=AT, reason="asked"),
        ],
        ids=["suspension", "withdrawal"],
    )
    def test_is_said_again_where_something_showed_the_text_meanwhile(
        self, take_back: Callable[[Edition, Staff], None]
    ) -> None:
        people = walking.staff()
        edition = walking.edition_now(walking.put_out(people))
        public_id = edition.testimony.public_id
        beside = Beside(lambda: take_back(edition, people))

        with transaction.atomic():
            Edition.objects.select_for_update().get(pk=edition.pk)
            beside.start_until(lambda: public_id in current_tombstones())
            lift_silences(lambda: [public_id])
            between = public_id in current_tombstones()
        beside.end()

        assert beside.raised is None
        assert not between
        assert public_id in current_tombstones()


@pytest.mark.django_db
class TestANameRecordedWhileAnEditionIsExamined:
    def test_has_it_examined_again(self) -> None:
        people = walking.staff()
        edition = walking.approve(people)
        stranger = register_person(names=[NameDraft("Gunnvor Myrhaug")], by=people.editor, at=AT)

        with (
            just_before(
                '"redaction_identifyingspan"',
                lambda: record_protected_name(stranger, name="Ragnfrid", kind="first", by=people.editor, at=AT),
            ),
            pytest.raises(PublicationRefused, match="G019"),
        ):
            publish(edition, by=people.admin, at=AT)

        assert walking.edition_now(edition).state == State.APPROVED
        assert publish(edition, by=people.admin, at=AT).names_stamp == names_stamp()


@pytest.mark.django_db
class TestAVaultClosedWhileAReleaseIsBuilt:
    def test_stops_it_and_suspends_nothing(self) -> None:
        people = walking.staff()
        edition = released(people)

        with (
            just_before('"redaction_identifyingspan"', closing_mark().touch),
            just_before('"vault_prunedform"', lambda: unlock_vault(by=people.admin, at=AT)),
            pytest.raises(VaultLocked),
        ):
            issue_release(by=people.admin, at=AT)

        closing_mark().unlink()
        assert walking.edition_now(edition).state == State.PUBLISHED
        assert edition.testimony.public_id not in current_tombstones()
