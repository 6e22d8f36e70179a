"""An edition with a form of a protected name in it, and what people say of that place."""

from dataclasses import dataclass
from typing import Any

from archive.publication.examination import find_obstacles
from archive.redaction.lifts import NameLeft, answer_lift, names_left, propose_lift
from archive.redaction.models import LiftVerdict, NameLift
from archive.redaction.rendering import RedactedText, render_redacted
from archive.testimonies.models import Edition
from archive.users.models import User
from archive.vault.models import Person
from archive.vault.naming import NameDraft, register_person
from tests import walking
from tests.walking import AT, Staff

ROAD = "\n\nThe Kvernmo road was closed that spring, and so we went through the fields until it was dark."
IN_FULL = "\n\nThere was one Halvgrim Kvernmo among us, and he was old, and he asked nobody why he had to come."
REFUSED = {"G009", "G010"}


@dataclass(frozen=True)
class Account:
    """An edition with a form of a name in it, and the people who say something of that place."""

    edition: Edition
    people: Staff

    def codes(self) -> set[str]:
        """Return why the gate refuses it."""
        now = walking.edition_now(self.edition)
        return {one.code for one in find_obstacles(now, by=self.people.admin, at=AT)}

    def digest(self) -> str:
        return self._rendered().digest

    def places(self) -> list[NameLeft]:
        return names_left(self.edition, self._rendered())

    def propose(self, *, by: User | None = None, **given: Any) -> list[NameLift]:
        """Say of the first place, or of another, that it is an ordinary word."""
        said: dict[str, Any] = {
            "digest": self.digest(),
            "kind": "ordinary_word",
            "reason": "A road of that name.",
            "at": AT,
        } | given
        where = said.pop("where", None) or self.places()[0].where
        return propose_lift(self.edition, where, by=by or self.people.other_editor, **said)

    def answer(self, *, by: User | None = None, outcome: str = "confirm", **given: Any) -> list[LiftVerdict]:
        where = given.pop("where", None) or self.places()[0].where
        said: dict[str, Any] = {"digest": self.digest(), "at": AT} | given
        return answer_lift(self.edition, where, outcome=outcome, by=by or self.people.other_admin, **said)

    def lift(self) -> None:
        """Have one propose it and another confirm it."""
        self.propose()
        self.answer()

    def _rendered(self) -> RedactedText:
        return render_redacted(self.edition, by=self.people.editor, at=AT, purpose="review")


def approved(people: Staff, *, text: str = walking.TEXT + ROAD) -> Account:
    """Return an approved edition; only afterwards does the archive learn of a person with such a name."""
    return Account(walking.edition_now(walking.approve(people, text=text)), people)


def somebody(people: Staff, name: str = "Halvgrim Kvernmo") -> Person:
    return register_person(names=[NameDraft(name)], by=people.editor, at=AT)


def forge(account: Account, left: NameLeft, *, by: User) -> list[NameLift]:
    """Write into the database, past the function, that a place is no name."""
    forged = []
    for person in Person.objects.filter(pk__in=left.persons):
        lift = NameLift(
            sealed_under=person.sealed_under, edition=account.edition, digest=account.digest(),
            language=left.where.language, passage=left.where.passage, start=left.where.start, end=left.where.end,
            person=person, kind="ordinary_word", tier="block", reason="Forged.", proposed_by=by, proposed_at=AT,
        )  # fmt: skip
        lift.save(force_insert=True)
        forged.append(lift)
    return forged
