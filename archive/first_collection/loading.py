"""Takes the first collection through the whole walk, by the same functions as everybody else's testimony.

Two service identities do it that cannot sign in: one decides, the other reviews and publishes. So the trail says of
each act that it came with the collection. Each step asks the database whether it is done: a second run does nothing,
an interrupted one is taken up where it stopped.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Final
from uuid import UUID

from django.views.decorators.debug import sensitive_variables

from archive.first_collection.context import collection_entry, read_context
from archive.first_collection.deciding import CollectionRefused, accept_exposures, decide_account
from archive.first_collection.texts import Account, FirstCollection, SourceEntry, read_collection
from archive.first_collection.thesaurus import read_themes
from archive.first_collection.true_facts import read_true_facts
from archive.publication.background import record_background
from archive.publication.release import publish
from archive.publication.stones import begin_tombstones
from archive.publication.sweep import sweep_newcomers
from archive.redaction.models import IdentifyingSpan
from archive.redaction.rendering import render_redacted
from archive.redaction.spans import propose_spans
from archive.review.models import Outcome
from archive.review.rounds import record_verdict, submit_for_review
from archive.testimonies.accession import (
    PersonDraft,
    SourceDraft,
    TellingDraft,
    TestimonyDraft,
    accession_source,
    open_collection,
)
from archive.testimonies.description import DescriptionDraft, assign_themes, record_description
from archive.testimonies.models import Edition, Part, Source, State, Testimony
from archive.testimonies.same_person import SAME, answer_of, record_comparison
from archive.themes.models import Concept
from archive.themes.thesaurus import ConceptDraft, import_concepts
from archive.users.models import User
from archive.users.roles import Role
from archive.users.staff import add_user
from archive.vault.custody import digest_of_received
from archive.vault.models import NamingKind, Person
from archive.vault.naming import NameDraft

DECIDING: Final = ("collection-editor", "Came with the collection (decisions)")
REVIEWING: Final = ("collection-reviewer", "Came with the collection (review)")
ONE_PERSON_HERE: Final = "The collection came with the assessment that the two accounts are one person's."
STEPS: Final = ("detected", "decided", "described", "in review", "approved", "published")
Progress = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True)
class LoadedCollection:
    """What is there after loading: how many testimonies, how many of them published, how many background entries."""

    testimonies: int
    published: int
    entries: int
    changed: bool


@dataclass(frozen=True, slots=True)
class _Act:
    """Under whose names, when, and towards whom progress is told."""

    deciding: User
    reviewing: User
    at: datetime
    progress: Progress
    total: int
    seen: list[str] = field(default_factory=list)

    def tell(self, what: str) -> None:
        self.seen.append(what)
        self.progress(what, len(self.seen), self.total)


def collection_identities(*, at: datetime) -> tuple[User, User]:
    """Return the two service identities, added if they are new: the one that decides, the one that reviews."""
    return (_identity(*DECIDING, at=at), _identity(*REVIEWING, at=at))


def load_collection(
    directory: Path | None = None, *, at: datetime, progress: Progress | None = None, data: Path | None = None
) -> LoadedCollection:
    """Load the first collection and publish it; with `directory`, true names and facts are sealed, not the stand-ins.

    The next release carries it. `data` names other data files than the project's own. Raises `CollectionRefused`.
    """
    collection = read_collection(data) if data else read_collection()
    annexes: Mapping[str, str] = {}
    one_person: tuple[frozenset[str], ...] = ()
    if directory is not None:
        true = read_true_facts(collection, directory)
        collection, annexes, one_person = true.collection, true.annexes, true.one_person
    deciding, reviewing = collection_identities(at=at)
    act = _Act(deciding, reviewing, at, progress or _silent, total=len(collection.accounts) * len(STEPS))
    begin_tombstones()
    _refuse_other_texts(collection, annexes)
    before = _state()
    load_themes(by=deciding.pk, at=at, data=data)
    editions: dict[str, Edition] = {}
    for source in collection.sources:  # one after the other, as they would have come
        editions |= _custody(collection, source, annexes.get(source.key, ""), act)
        _join(one_person, editions, act)
        for account in collection.of_source(source.key):
            _walk(account, editions[account.key], collection, act)
    entries = _load_background(collection, act, data)
    return LoadedCollection(
        testimonies=len(editions),
        published=Edition.objects.filter(testimony__in=[e.testimony_id for e in editions.values()]).published().count(),
        entries=entries,
        changed=_state() != before,
    )


@sensitive_variables("text")
def received_text(collection: FirstCollection, source: SourceEntry, annex: str = "") -> str:
    """Return what is received of one source: its accounts one after the other, then the annex outside all of them."""
    tellings = [telling.text for account in collection.of_source(source.key) for telling in account.tellings]
    return "\n\n".join([*tellings, *([annex] if annex else [])]) + "\n"


def _silent(_what: str, _done: int, _total: int) -> None:
    """Tell nobody."""


def _identity(username: str, display_name: str, *, at: datetime) -> User:
    held: User | None = User.objects.filter(username=username).first()
    return held or add_user(username=username, role=Role.SERVICE, by=None, at=at, display_name=display_name).user


def _state() -> tuple[int, int, tuple[str, ...]]:
    states = Edition.objects.order_by("pk").values_list("state", flat=True)
    return (Concept.objects.count(), IdentifyingSpan.objects.count(), tuple(states))


def _refuse_other_texts(collection: FirstCollection, annexes: Mapping[str, str]) -> None:
    ours = {
        digest_of_received(received_text(collection, source, annexes.get(source.key, "")).encode())
        for source in collection.sources
    }
    held = Source.objects.filter(collection__code=collection.code)
    if held.exclude(received__digest__in=ours).exists():
        raise CollectionRefused(
            "This archive holds the collection already, with other texts: stand-ins where true facts were asked for, "
            "or the other way round. Load it into an empty archive; nothing was changed here."
        )


def load_themes(*, by: UUID, at: datetime, data: Path | None = None) -> None:
    """Take the thesaurus in, if it is not there; `data` names other data files than the project's own."""
    entries = read_themes(data) if data else read_themes()
    if Concept.objects.filter(code__in=[entry.code for entry in entries]).count() == len(entries):
        return
    drafts = [
        ConceptDraft(
            code=entry.code,
            slug=entry.slug,
            broader=entry.broader,
            labels=tuple(entry.labels.items()),
            scope_notes=tuple(entry.scope.items()),
            display=entry.display,
            assignable=entry.assignable,
        )
        for entry in entries
    ]
    import_concepts(drafts, by=by, at=at)


def _load_background(collection: FirstCollection, act: _Act, data: Path | None) -> int:
    records = (collection_entry(collection), *(read_context(data) if data else read_context()))
    return record_background(records, by=act.deciding, at=act.at)


@sensitive_variables("text", "annex")
def _custody(collection: FirstCollection, source: SourceEntry, annex: str, act: _Act) -> dict[str, Edition]:
    """Take a source into custody, if it is not held; return the editions in work or standing, by account."""
    accounts = collection.of_source(source.key)
    text = received_text(collection, source, annex)
    held = Source.objects.filter(received__digest=digest_of_received(text.encode())).first()
    if held is not None:
        testimonies = list(Testimony.objects.filter(source=held).order_by("number"))
    else:
        testimonies = accession_source(
            collection=open_collection(code=collection.code, title=collection.titles["en"], by=act.deciding, at=act.at),
            source=SourceDraft(
                kind=source.kind,
                year=source.year,
                title=source.note or source.key,
                custody_note=collection.custody_note,
                form="plain",
            ),
            received=text.encode(),
            narrators=_drafts(accounts),
            by=act.deciding,
            at=act.at,
        )
        sweep_newcomers(testimonies, by=act.deciding, at=act.at)
    return {
        account.key: testimony.editions.order_by("-number")[0]
        for account, testimony in zip(accounts, testimonies, strict=True)
    }


def _drafts(accounts: tuple[Account, ...]) -> list[TestimonyDraft]:
    drafts = []
    start = 0
    for account in accounts:
        tellings = []
        for telling in account.tellings:
            tellings.append(TellingDraft(telling.language, ((start, start + len(telling.text)),)))
            start += len(telling.text) + len("\n\n")
        drafts.append(TestimonyDraft(tuple(tellings), tuple(_persons(account))))
    return drafts


def _persons(account: Account) -> Iterator[PersonDraft]:
    for person in account.persons:
        yield PersonDraft(
            key=f"{account.key}-{person.ref}",
            part=person.part,
            narrates=person.narrates,
            names=tuple(NameDraft(name, kind) for name, kind in person.names),
            naming=person.naming,
            evidence=person.evidence,
            pseudonyms=() if person.naming == NamingKind.ROLE_ONLY else tuple(person.pseudonyms.items()),
        )


def _join(one_person: tuple[frozenset[str], ...], editions: Mapping[str, Edition], act: _Act) -> None:
    """Let accounts that may be one person's count as one, unless somebody has answered otherwise since."""
    for keys in one_person:
        if not keys <= set(editions):
            continue  # its source has not come yet
        first, *others = (_protagonist(editions[key]) for key in sorted(keys))
        for other in others:
            if answer_of(first, other) is None:
                record_comparison(first, other, answer=SAME, reason=ONE_PERSON_HERE, by=act.deciding, at=act.at)


def _protagonist(edition: Edition) -> Person:
    return edition.testimony.appearances.select_related("person__sealed_under").get(part=Part.PROTAGONIST).person


def _walk(account: Account, edition: Edition, collection: FirstCollection, act: _Act) -> None:
    if edition.state == State.IN_REDACTION:
        propose_spans(edition, by=act.deciding, at=act.at)
        act.tell(f"{account.key} detected")
        decide_account(account, edition, collection, by=act.deciding, at=act.at)
        act.tell(f"{account.key} decided")
        _describe(account, edition, act)
        accept_exposures(account, edition, by=act.deciding, at=act.at)
        act.tell(f"{account.key} described")
        submit_for_review(edition, by=act.deciding, at=act.at)
    act.tell(f"{account.key} in review")
    if edition.state == State.IN_REVIEW:
        shown = render_redacted(edition, by=act.reviewing, at=act.at, purpose="review")
        record_verdict(edition, reviewer=act.reviewing, digest=shown.digest, verdict=Outcome.APPROVE, at=act.at)
    act.tell(f"{account.key} approved")
    if edition.state == State.APPROVED:
        publish(edition, by=act.reviewing, at=act.at)
    act.tell(f"{account.key} published")


def _describe(account: Account, edition: Edition, act: _Act) -> None:
    first, *others = edition.testimony.tellings.order_by("language")
    themes = dict(enumerate(account.themes, start=1))
    draft = DescriptionDraft(
        telling=first,
        abstracts=account.abstracts,
        facts=account.facets,
        warnings=account.warnings,
        themes=themes,
    )
    record_description(edition, draft=draft, by=act.deciding, at=act.at)
    for telling in others:
        assign_themes(edition, telling=telling, themes=themes, by=act.deciding, at=act.at)
