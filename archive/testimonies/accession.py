"""Taking custody: from received bytes to testimonies in redaction."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime

from django.conf import settings
from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_variables

from archive.audit.acts import Act, SubjectKind
from archive.audit.recording import record_event
from archive.catalogue.closed_lists import SOURCE_KIND_CODES
from archive.language.codes import LANGUAGES
from archive.testimonies.models import Appearance, Collection, Edition, Part, Source, Telling, Testimony
from archive.testimonies.passages import passages_of, text_of_ranges
from archive.testimonies.repair import Form, RepairedText, read_received
from archive.users.models import User
from archive.vault.custody import deposit_original, deposit_received
from archive.vault.models import NamingKind, Person
from archive.vault.naming import NameDraft, NameRefused, record_naming_decision, register_person
from archive.vault.sealed import make_data_key


class AccessionRefused(ValueError):
    """The metadata of an accession does not hold together; nothing was kept."""


class UnfitPerson(AccessionRefused):
    """A person of an accession has a name or pseudonym that cannot be recorded; `key` says whose draft it is."""

    def __init__(self, key: str, reason: str) -> None:
        self.key = key
        super().__init__(_("Person %(key)s: %(reason)s") % {"key": key, "reason": reason})
        self.reason = reason


@dataclass(frozen=True, slots=True)
class SourceDraft:
    """What is known of a source: publisher kind and year go public, the rest stays sealed."""

    kind: str
    year: int | None
    title: str = field(default="", repr=False)
    file_name: str = field(default="", repr=False)
    custody_note: str = field(default="", repr=False)
    form: Form | None = None
    encoding: str | None = None


@dataclass(frozen=True, slots=True)
class PersonDraft:
    """Somebody in a testimony. `key` tells persons of one accession apart; `held`: one the archive knows."""

    key: str
    part: str
    narrates: bool = False
    names: tuple[NameDraft, ...] = field(default=(), repr=False)
    naming: str = NamingKind.UNDECIDED
    evidence: str = field(default="", repr=False)
    pseudonyms: tuple[tuple[str, str], ...] = field(default=(), repr=False)
    held: Person | None = None


@dataclass(frozen=True, slots=True)
class TellingDraft:
    """What a testimony tells in one language: ranges of the working text of the source, in the order they are read.

    Ranges are half-open code points; one without an end goes to the end of the text.
    """

    language: str
    ranges: tuple[tuple[int, int | None], ...] = ((0, None),)

    def ranges_in(self, length: int) -> tuple[tuple[int, int], ...]:
        """Return the ranges in a text of this length, each with its end."""
        return tuple((start, length if end is None else end) for start, end in self.ranges)


@dataclass(frozen=True, slots=True)
class TestimonyDraft:
    """One account within a source: its tellings and the persons in it, one of whom narrates."""

    tellings: tuple[TellingDraft, ...]
    persons: tuple[PersonDraft, ...]


@sensitive_variables("title")
def open_collection(*, code: str, title: str, by: User, at: datetime) -> Collection:
    """Return the collection with this code, made if it is new."""
    with transaction.atomic():
        collection: Collection | None = Collection.objects.filter(code=code).first()
        if collection is None:
            collection = Collection(sealed_under=make_data_key(), code=code, title=title)
            collection.save(force_insert=True)
            record_event(
                Act.COLLECTION_OPENED, subject_kind=SubjectKind.COLLECTION, subject=collection.pk, by=by.pk, at=at
            )
    return collection


@sensitive_variables("received", "repaired", "held", "text")
def accession_source(
    *,
    collection: Collection,
    source: SourceDraft,
    received: bytes,
    narrators: Sequence[TestimonyDraft],
    by: User,
    at: datetime,
) -> list[Testimony]:
    """Seal the bytes as received and the working text of each testimony; return the testimonies, in redaction.

    Raises `NotText` for what is no text, `AlreadyHeld` for bytes the archive has, `UnfitPerson` for an unfit name or
    pseudonym and `AccessionRefused` for metadata that do not fit the text. Nothing is kept then.
    """
    repaired = read_received(
        received, declared=source.form, encoding=source.encoding, limit=settings.ACCESSION_LIMIT_BYTES
    )
    _refuse_unfit(source, repaired, narrators)
    with transaction.atomic():
        held = deposit_received(received, file_name=source.file_name, by=by, at=at)
        row = Source(
            sealed_under=held.sealed_under,
            collection=collection,
            received=held,
            number=(Source.objects.aggregate(last=Max("number"))["last"] or 0) + 1,
            kind=source.kind,
            year=source.year,
            title=source.title,
            custody_note=source.custody_note,
            accessioned_by=by,
            accessioned_at=at,
        )
        row.save(force_insert=True)
        facts = {"testimonies": len(narrators), "bytes": len(received)}
        record_event(
            Act.SOURCE_ACCESSIONED, subject_kind=SubjectKind.SOURCE, subject=row.pk, by=by.pk, at=at, facts=facts
        )
        persons = _enter_persons([person for draft in narrators for person in draft.persons], by=by, at=at)
        return [
            _accession_testimony(row, draft, text=repaired.text, persons=persons, by=by, at=at) for draft in narrators
        ]


@sensitive_variables("text", "told", "draft")
def _accession_testimony(
    source: Source, draft: TestimonyDraft, *, text: str, persons: Mapping[str, Person], by: User, at: datetime
) -> Testimony:
    number = (Testimony.objects.aggregate(last=Max("number"))["last"] or 0) + 1
    testimony = Testimony(source=source, number=number)
    testimony.save(force_insert=True)
    for person in draft.persons:
        Appearance.objects.create(
            testimony=testimony, person=persons[person.key], part=person.part, narrates=person.narrates
        )
    narrator = next(persons[person.key] for person in draft.persons if person.narrates)
    for telling in draft.tellings:
        ranges = telling.ranges_in(len(text))
        told = text_of_ranges(text, ranges)
        original = deposit_original(
            source.received,
            language=telling.language,
            ranges=ranges,
            text=told,
            sealed_under=narrator.sealed_under,
        )
        Telling.objects.create(
            testimony=testimony, language=telling.language, original=original, passages=len(passages_of(told))
        )
    edition = Edition.objects.create(testimony=testimony, created_at=at)
    record_event(Act.TESTIMONY_ACCESSIONED, subject_kind=SubjectKind.TESTIMONY, subject=testimony.pk, by=by.pk, at=at)
    edition.touch(by=by, at=at)
    return testimony


@sensitive_variables("drafts", "draft")
def _enter_persons(drafts: Sequence[PersonDraft], *, by: User, at: datetime) -> Mapping[str, Person]:
    """Enter each person once: first all names, so that nobody is then called by a name that protects another."""
    by_key = {draft.key: draft for draft in reversed(drafts)}
    persons: dict[str, Person] = {}
    for key, draft in sorted(by_key.items()):
        with _said_of(key):
            persons[key] = draft.held or register_person(names=draft.names, by=by, at=at)
    for key, draft in sorted(by_key.items()):
        if draft.held is None and draft.naming != NamingKind.UNDECIDED:
            called = dict(draft.pseudonyms)
            with _said_of(key):
                record_naming_decision(
                    persons[key], kind=draft.naming, evidence=draft.evidence, pseudonyms=called, by=by, at=at
                )
    return persons


@contextmanager
def _said_of(key: str) -> Iterator[None]:
    try:
        yield
    except NameRefused as refusal:
        raise UnfitPerson(key, str(refusal)) from None


@sensitive_variables("repaired")
def _refuse_unfit(source: SourceDraft, repaired: RepairedText, narrators: Sequence[TestimonyDraft]) -> None:
    if source.kind not in SOURCE_KIND_CODES:
        known = ", ".join(sorted(SOURCE_KIND_CODES))
        raise AccessionRefused(
            _("There is no kind of source called '%(kind)s'. Choose one of: %(known)s.")
            % {"kind": source.kind, "known": known}
        )
    if not narrators:
        raise AccessionRefused(_("This source has no testimony in it. Mark at least one range and say who tells it."))
    taken: list[tuple[int, int]] = []
    for number, draft in enumerate(narrators, start=1):
        _refuse_unfit_persons(number, draft)
        _refuse_unfit_languages(number, draft)
        _refuse_unfit_ranges(number, draft, length=len(repaired.text), taken=taken)


def _refuse_unfit_persons(number: int, draft: TestimonyDraft) -> None:
    if sum(person.narrates for person in draft.persons) != 1:
        raise AccessionRefused(
            _("Testimony %(number)s needs exactly one narrator. Mark who tells it.") % {"number": number}
        )
    if sum(person.part == Part.PROTAGONIST for person in draft.persons) != 1:
        raise AccessionRefused(
            _("Testimony %(number)s needs exactly one person it is about; that may be the narrator.")
            % {"number": number}
        )
    if unknown := sorted({person.part for person in draft.persons} - set(Part.values)):
        message = _("Testimony %(number)s has an unknown part '%(unknown)s'. Choose one of: %(known)s.") % {
            "number": number,
            "unknown": unknown[0],
            "known": ", ".join(Part.values),
        }
        raise AccessionRefused(message)
    keys = [person.key for person in draft.persons]
    if len(set(keys)) != len(keys):
        raise AccessionRefused(
            _("Testimony %(number)s lists one person twice. Enter each person once.") % {"number": number}
        )


def _refuse_unfit_languages(number: int, draft: TestimonyDraft) -> None:
    languages = {telling.language for telling in draft.tellings}
    if not languages:
        raise AccessionRefused(
            _("Testimony %(number)s has no text. Mark where it begins and ends.") % {"number": number}
        )
    if unknown := sorted(languages.difference(LANGUAGES)):
        message = _("Testimony %(number)s has an unknown language '%(unknown)s'. Choose one of: %(known)s.") % {
            "number": number,
            "unknown": unknown[0],
            "known": ", ".join(LANGUAGES),
        }
        raise AccessionRefused(message)
    if len(languages) != len(draft.tellings):
        raise AccessionRefused(
            _("Testimony %(number)s is told twice in one language. Mark one range for each language.")
            % {"number": number}
        )


def _refuse_unfit_ranges(number: int, draft: TestimonyDraft, *, length: int, taken: list[tuple[int, int]]) -> None:
    if not all(telling.ranges for telling in draft.tellings):
        raise AccessionRefused(
            _("Testimony %(number)s has no text. Mark where it begins and ends.") % {"number": number}
        )
    for start, end in (one for telling in draft.tellings for one in telling.ranges_in(length)):
        if not 0 <= start < end <= length:
            message = _(
                "Testimony %(number)s runs from %(start)s to %(end)s, but the text has %(length)s characters. "
                "Mark the range again in the text as shown."
            ) % {"number": number, "start": start, "end": end, "length": length}
            raise AccessionRefused(message)
        if any(start < other_end and other_start < end for other_start, other_end in taken):
            raise AccessionRefused(
                _("Testimony %(number)s overlaps another one, or itself. Mark each passage once.") % {"number": number}
            )
        taken.append((start, end))
