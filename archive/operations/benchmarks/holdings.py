"""Fills an empty archive with approved editions, fast: rows written in bulk, not act by act.

What comes out is what the acts would have left (sealed columns, decisions by one person, approval of the exact digest
by another; the database's own rules are on and agree), but no trail of the single acts. Only what is measured
afterwards runs through the real functions.
"""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, TypeVar

from django.db import models, transaction

from archive.deidentification.treatments import Treatment
from archive.operations.benchmarks.accounts import (
    COLLECTION,
    TREATED_AS,
    Account,
    Detail,
    account,
    protected,
    theme_codes,
)
from archive.publication.dossiers import LoadedEdition, load_editions
from archive.redaction.elsewhere import ToldElsewhere
from archive.redaction.exposure import exposure_of
from archive.redaction.models import AcceptedExposure, IdentifyingSpan, SpanDecision
from archive.redaction.rendering import OpenedTelling, render_opened, tellings_of
from archive.redaction.spans import detection_stamp, repeat_digest
from archive.review.models import Outcome, ReviewRound, Verdict
from archive.testimonies.accession import open_collection
from archive.testimonies.models import (
    Appearance,
    CodedFact,
    Collection,
    ContentWarning,
    Contribution,
    Description,
    Edition,
    Part,
    PassageTheme,
    Source,
    State,
    Telling,
    Testimony,
)
from archive.testimonies.passages import passages_of
from archive.themes.models import Concept
from archive.themes.thesaurus import ConceptDraft, import_concepts
from archive.users.models import User
from archive.users.roles import Role
from archive.users.staff import add_user
from archive.vault.custody import digest_of_received
from archive.vault.models import (
    MarkedRange,
    NameKind,
    NamingDecision,
    NamingKind,
    Original,
    Person,
    ProtectedName,
    Received,
)
from archive.vault.naming import digest_of_name
from archive.vault.sealed import DataKey, draw_data_key

if TYPE_CHECKING:
    from uuid import UUID

Row = TypeVar("Row", bound=models.Model)
BATCH = 250
_REASON = "Invented for a benchmark."


@dataclass(frozen=True)
class Staff:
    """Who decides and who reviews."""

    editor: User
    admin: User


def make_staff(*, at: datetime) -> Staff:
    """Add one editor and one admin."""
    return Staff(
        editor=add_user(username="benchmark-editor", role=Role.EDITOR, by=None, at=at).user,
        admin=add_user(username="benchmark-admin", role=Role.ADMIN, by=None, at=at).user,
    )


def import_thesaurus(*, at: datetime) -> None:
    """Import the invented thesaurus by the real function."""
    drafts = [
        ConceptDraft(
            code=code,
            slug=code.lower().replace(".", "-"),
            broader=above,
            labels=(("en", f"Theme {code}"), ("nb", f"Emne {code}")),
            assignable=above is not None,
        )
        for code, above in theme_codes()
    ]
    import_concepts(drafts, by=None, at=at)


def enter_persons(count: int, *, staff: Staff, at: datetime) -> list[Person]:
    """Enter protected persons with their names and naming decisions."""
    persons, names, decisions = [], [], []
    for number in range(count):
        one = protected(number)
        person = Person(sealed_under=draw_data_key(), number=number + 1, note="")
        persons.append(person)
        names += [_name(person, recorded, staff, at) for recorded in one.recorded]
        decisions.append(
            NamingDecision(
                sealed_under=person.sealed_under,
                person=person,
                kind=NamingKind.CHANGED_BY_ARCHIVE,
                evidence=_REASON,
                pseudonyms=json.dumps({"en": one.pseudonym}),
                decided_by=staff.editor,
                decided_at=at,
            )
        )
    with transaction.atomic():
        _insert(DataKey, [person.sealed_under for person in persons])
        _insert(Person, persons)
        _insert(ProtectedName, names)
        _insert(NamingDecision, decisions)
    return persons


def approve_accounts(
    count: int, *, persons: list[Person], staff: Staff, at: datetime, progress: Callable[[int], None]
) -> None:
    """Write testimonies whose editions are approved; `progress` is told how many there are so far."""
    frame = _Frame(
        collection=open_collection(code=COLLECTION, title="Benchmark", by=staff.editor, at=at),
        persons=persons,
        concepts={concept.code: concept for concept in Concept.objects.all()},
        staff=staff,
        at=at,
        stamp=detection_stamp(),
    )
    for first in range(0, count, BATCH):
        numbers = range(first, min(first + BATCH, count))
        batch = _Batch(frame)
        for number in numbers:
            batch.add(account(number, persons=len(persons)))
        batch.save()
        progress(numbers.stop)


@dataclass(frozen=True)
class _Frame:
    """What every testimony of the benchmark shares."""

    collection: Collection
    persons: list[Person]
    concepts: dict[str, Concept]
    staff: Staff
    at: datetime
    stamp: str


class _Batch:
    """Rows of some hundred testimonies, in the order in which they can be inserted."""

    def __init__(self, frame: _Frame) -> None:
        self.frame = frame
        self.rows: dict[type[models.Model], list[models.Model]] = {}
        self.texts: dict[UUID, str] = {}  # of each edition, in the order of their rows

    def add(self, account: Account) -> None:
        """Add the rows of one account."""
        narrator = self.frame.persons[account.persons[0]]
        source = self._source(account)
        testimony = self._row(Testimony(source=source, number=account.number + 1))
        for place, number in enumerate(account.persons):
            part = Part.COMRADE if place else Part.PROTAGONIST
            person = self.frame.persons[number]
            self._row(Appearance(testimony=testimony, person=person, part=part, narrates=not place))
        original = self._row(
            Original(
                sealed_under=narrator.sealed_under,
                received=source.received,
                language=account.language,
                text=account.text,
            )
        )
        self._row(MarkedRange(original=original, place=1, start=0, end=len(account.text)))
        passages = passages_of(account.text)
        telling = self._row(
            Telling(testimony=testimony, language=account.language, original=original, passages=len(passages))
        )
        edition = self._row(Edition(testimony=testimony, detection_stamp=self.frame.stamp, created_at=self.frame.at))
        self._row(Contribution(edition=edition, user=self.frame.staff.editor))
        for detail in account.details:
            passage = next(one.number for one in passages if one.start <= detail.start < one.end)
            self._decide(detail, account, edition, telling, passage)
        self._describe(account, edition, telling)
        self.texts[edition.pk] = account.text

    def save(self) -> None:
        """Insert everything, accept what it gives away, submit it and approve it, in one transaction."""
        with transaction.atomic():
            for model, rows in self.rows.items():
                _insert(model, rows)
            keys = list(self.texts)
            loaded = load_editions(keys)
            opened = [_opened(one.edition, self.texts[one.edition.pk]) for one in loaded]
            pairs = list(zip(loaded, opened, strict=True))
            _insert(AcceptedExposure, [row for pair in pairs for row in self._accepted(*pair)])
            rounds = [self._round(*pair) for pair in pairs]
            _insert(ReviewRound, rounds)
            Edition.objects.filter(pk__in=keys).update(state=State.IN_REVIEW)
            _insert(Verdict, [self._verdict(*one) for one in zip(rounds, opened, strict=True)])
            Edition.objects.filter(pk__in=keys).update(state=State.APPROVED)

    def _source(self, account: Account) -> Source:
        key = self._row(draw_data_key())
        content = account.text.encode()
        received = self._row(
            Received(
                sealed_under=key,
                digest=digest_of_received(content),
                length=len(content),
                file_name="",
                content="",  # the working text is all that is read again
                deposited_by=self.frame.staff.editor,
                deposited_at=self.frame.at,
            )
        )
        return self._row(
            Source(
                sealed_under=key,
                collection=self.frame.collection,
                received=received,
                number=account.number + 1,
                kind="interview",
                year=2024,
                title="",
                custody_note=_REASON,
                accessioned_by=self.frame.staff.editor,
                accessioned_at=self.frame.at,
            )
        )

    def _decide(self, detail: Detail, account: Account, edition: Edition, telling: Telling, passage: int) -> None:
        entity_type, identifier_class, treatment = TREATED_AS[detail.kind]
        key = telling.original.sealed_under
        span = self._row(
            IdentifyingSpan(
                sealed_under=key,
                edition=edition,
                telling=telling,
                start=detail.start,
                end=detail.end,
                passage=passage,
                entity_type=entity_type,
                detail=detail.kind,
                identifier_class=identifier_class,
                recogniser="benchmark",
                person=self.frame.persons[detail.person] if detail.person is not None else None,
                repeat=repeat_digest(account.text, detail.start, detail.end),
                reason=_REASON,
            )
        )
        self._row(
            SpanDecision(
                sealed_under=key,
                span=span,
                treatment=treatment,
                identifier_class=identifier_class,
                replacement=detail.replacement if treatment != Treatment.RETAIN else "",
                reason=_REASON,
                decided_by=self.frame.staff.editor,
                decided_at=self.frame.at,
            )
        )

    def _describe(self, account: Account, edition: Edition, telling: Telling) -> None:
        key = telling.original.sealed_under
        for language, abstract in account.abstracts:
            self._row(Description(sealed_under=key, edition=edition, language=language, abstract=abstract))
        for facet, value in account.facts:
            self._row(CodedFact(edition=edition, facet=facet, value=value))
        for code in account.warnings:
            self._row(ContentWarning(edition=edition, code=code))
        for passage, codes in account.themes:
            for code in codes:
                concept = self.frame.concepts[code]
                self._row(PassageTheme(edition=edition, telling=telling, passage=passage, concept=concept))

    def _accepted(self, loaded: LoadedEdition, opened: list[OpenedTelling]) -> list[AcceptedExposure]:
        """Decide, as an editor would, that what an account tells together may stand."""
        elsewhere = ToldElsewhere().than(loaded.edition.testimony)
        exposure = exposure_of(loaded.edition, opened, loaded.spans, elsewhere=elsewhere)
        return [
            AcceptedExposure(
                sealed_under=opened[0].telling.original.sealed_under,
                edition=loaded.edition,
                rule=rule,
                digest=exposure.digest,
                fewest=exposure.crowd.fewest,
                reason=_REASON,
                accepted_by=self.frame.staff.editor,
                accepted_at=self.frame.at,
            )
            for rule in exposure.asks
        ]

    def _round(self, loaded: LoadedEdition, opened: list[OpenedTelling]) -> ReviewRound:
        return ReviewRound(
            edition=loaded.edition,
            number=1,
            digest=render_opened(loaded.edition, opened, loaded.spans).digest,
            submitted_by=self.frame.staff.editor,
            submitted_at=self.frame.at,
        )

    def _verdict(self, submitted: ReviewRound, opened: list[OpenedTelling]) -> Verdict:
        return Verdict(
            sealed_under=opened[0].telling.original.sealed_under,
            round=submitted,
            outcome=Outcome.APPROVE,
            digest=submitted.digest,
            words="",
            reviewer=self.frame.staff.admin,
            recorded_at=self.frame.at,
        )

    def _row(self, row: Row) -> Row:
        self.rows.setdefault(type(row), []).append(row)
        return row


def _name(person: Person, recorded: str, staff: Staff, at: datetime) -> ProtectedName:
    return ProtectedName(
        sealed_under=person.sealed_under,
        person=person,
        kind=NameKind.LEGAL,
        name=recorded,
        digest=digest_of_name(person, recorded),
        recorded_by=staff.editor,
        recorded_at=at,
    )


def _opened(edition: Edition, text: str) -> list[OpenedTelling]:
    return [OpenedTelling(telling, text) for telling in tellings_of(edition)]


def _insert(model: type[models.Model], rows: Sequence[models.Model]) -> None:
    model._default_manager.bulk_create(rows, batch_size=500)
