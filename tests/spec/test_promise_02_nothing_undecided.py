"""Nothing is published with an undecided candidate, an undecided person, or a failed check; a check that cannot run
refuses."""

from pathlib import Path
from uuid import UUID

import pytest
from django.db import connection

from archive.audit.triggers import install_triggers, remove_triggers
from archive.publication.examination import find_obstacles
from archive.publication.obstacles import PublicationRefused
from archive.publication.release import issue_release, publish
from archive.redaction.decisions import reopen_span
from archive.redaction.spans import propose_spans
from archive.review.rounds import ReviewRefused, submit_for_review
from archive.sealing.envelopes import Unsealable
from archive.testimonies.models import Edition
from archive.vault.models import ProtectedName
from archive.vault.naming import forget_names
from tests import walking
from tests.walking import AT, NARRATOR, WIFE, without_decision


def swap_two_names() -> None:
    """Put one sealed name in the place of another: it no longer opens, so nobody knows what to look for."""
    (first, _), (_, other) = ProtectedName.objects.order_by("pk").values_list("pk", "name")
    remove_triggers()
    with connection.cursor() as cursor:
        cursor.execute("UPDATE vault_protectedname SET name = %s WHERE id = %s", [other, _key(first)])
    install_triggers()
    forget_names()


def _key(key: UUID) -> str:
    return key.hex if connection.vendor == "sqlite" else str(key)


@pytest.mark.usefixtures("database")
class TestAnUndecidedSpan:
    def test_keeps_an_edition_from_review(self) -> None:
        people = walking.staff()
        edition = walking.describe(walking.decide(walking.take_in(people), people), people)
        reopen_span(walking.span_of(edition, "a carpenter"), by=people.editor, at=AT)

        with pytest.raises(ReviewRefused, match="details are undecided"):
            submit_for_review(walking.edition_now(edition), by=people.editor, at=AT)

    def test_takes_an_approved_edition_back_to_redaction(self) -> None:
        people = walking.staff()
        edition = walking.approve(people)
        reopen_span(walking.span_of(edition, "a carpenter"), by=people.editor, at=AT)

        obstacles = find_obstacles(walking.edition_now(edition), by=people.admin, at=AT)

        assert {"G001", "G005"} <= {obstacle.code for obstacle in obstacles}

    def test_of_a_detection_that_never_ran_keeps_an_edition_from_review(self) -> None:
        people = walking.staff()
        edition = walking.take_in(people)

        with pytest.raises(ReviewRefused, match="Run the detection first"):
            submit_for_review(edition, by=people.editor, at=AT)


@pytest.mark.usefixtures("database")
class TestAnUndecidedPerson:
    def test_keeps_an_edition_from_review(self) -> None:
        people = walking.staff()
        edition = walking.take_in(people, persons=(NARRATOR, without_decision(WIFE)))
        edition = walking.describe(walking.decide(edition, people), people)

        with pytest.raises(ReviewRefused, match="P-0002"):
            submit_for_review(edition, by=people.editor, at=AT)


@pytest.mark.usefixtures("database")
class TestADetectionThatCannotRun:
    def test_saves_nothing_and_moves_nothing(self) -> None:
        people = walking.staff()
        edition = walking.take_in(people)
        swap_two_names()

        with pytest.raises(Unsealable):
            propose_spans(edition, by=people.editor, at=AT)

        standing = walking.edition_now(edition)
        assert standing.spans.count() == 0
        assert standing.detection_stamp == ""
        assert standing.change == edition.change

    def test_refuses_publication_of_what_was_approved_before(self, settings: object) -> None:
        people = walking.staff()
        edition = walking.approve(people)
        swap_two_names()

        with pytest.raises(PublicationRefused) as refusal:
            publish(edition, by=people.admin, at=AT)

        assert [obstacle.code for obstacle in refusal.value.obstacles] == ["G000"]
        assert Edition.objects.published().count() == 0
        with pytest.raises(Unsealable):
            issue_release(by=people.admin, at=AT, including=[edition])
        assert not Path(settings.RELEASE_FILE).exists()  # type: ignore[attr-defined]
