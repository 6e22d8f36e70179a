"""Takes an invented testimony through the walk, as far as a test needs it."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from django.db import connection

from archive.audit.triggers import install_triggers
from archive.deidentification.treatments import Treatment
from archive.publication.release import publish
from archive.publication.stones import begin_tombstones
from archive.redaction.decisions import decide_span
from archive.redaction.models import IdentifyingSpan
from archive.redaction.rendering import render_redacted
from archive.redaction.spans import SpanMark, mark_span, propose_spans, spans_of, undecided_spans
from archive.review.rounds import record_verdict, submit_for_review
from archive.testimonies.accession import (
    PersonDraft,
    SourceDraft,
    TellingDraft,
    TestimonyDraft,
    accession_source,
    open_collection,
)
from archive.testimonies.description import assign_themes, code_facts, describe_edition, warn_of
from archive.testimonies.models import Edition, Testimony
from archive.themes.thesaurus import ConceptDraft, import_concepts
from archive.users.models import User
from archive.users.roles import Role
from archive.vault.naming import NameDraft

AT = datetime(2026, 3, 14, 9, 30, tzinfo=UTC)

# Everybody and everything in this account is invented.
TEXT = """My name is Torvald Brekkesen. I was a carpenter before they came for me, and I had never held a weapon.

We slept in a school near Kveldsvik. On 14 May they counted us, and there were fewer of us than before. I told my wife \
Solveig Brekkesen that I would come home, and she said nothing for a long time.

When the others went forward I stayed behind. I walked through the forest for two nights, and a man I did not \
know let me sleep in his barn. I will not say how I crossed. I am alive, and I do not sleep well."""

# The same, and somebody of whom the archive knows nothing.
WITH_A_STRANGER = TEXT + "\n\nHalvgrim Tofte came too, and he was old. Nobody asked him why he went with us."


@dataclass(frozen=True)
class Staff:
    """Two editors and two admins."""

    editor: User
    other_editor: User
    admin: User
    other_admin: User


def staff() -> Staff:
    """Add the people of a desk."""
    return Staff(
        *(
            _user(name, role)
            for name, role in (
                ("kari", Role.EDITOR),
                ("ola", Role.EDITOR),
                ("siri", Role.ADMIN),
                ("nils", Role.ADMIN),
            )
        )
    )


def _user(name: str, role: Role) -> User:
    user: User
    user, _ = User.objects.get_or_create(username=name, defaults={"role": role, "password": "!"})
    return user


def themes(by: User) -> None:
    """Take a small thesaurus in."""
    drafts = [
        ConceptDraft("W", "war", None, (("en", "The war"), ("nb", "Krigen")), assignable=False),
        ConceptDraft("W.1", "front", "W", (("en", "At the front"), ("nb", "Ved fronten"))),
        ConceptDraft("W.2", "leaving", "W", (("en", "Leaving"), ("nb", "Å dra"))),
    ]
    import_concepts(drafts, by=by.pk, at=AT)


NARRATOR = PersonDraft(
    key="narrator",
    part="protagonist",
    narrates=True,
    names=(NameDraft("Torvald Brekkesen"),),
    naming="changed_by_source",
    evidence="He asked for another name when he was interviewed.",
    pseudonyms=(("en", "Arne"), ("nb", "Arne")),
)
WIFE = PersonDraft(
    key="wife",
    part="relative",
    names=(NameDraft("Solveig Brekkesen"),),
    naming="role_only",
    evidence="She was not asked.",
)


def take_in(
    people: Staff,
    *,
    text: str = TEXT,
    persons: Iterable[PersonDraft] = (NARRATOR, WIFE),
    tellings: tuple[TellingDraft, ...] = (TellingDraft("en"),),
) -> Edition:
    """Accession one testimony and return its edition."""
    begin_tombstones()
    collection = open_collection(code="trial", title="A trial", by=people.editor, at=AT)
    testimonies: list[Testimony] = accession_source(
        collection=collection,
        source=SourceDraft(kind="interview", year=2025, title="An interview"),
        received=text.encode(),
        narrators=[TestimonyDraft(tellings, tuple(persons))],
        by=people.editor,
        at=AT,
    )
    return testimonies[0].editions.get()


CHANGES = {
    "Torvald Brekkesen": (Treatment.PSEUDONYMISE, "Arne", "PERSON", "DIRECT"),
    "a carpenter": (Treatment.GENERALISE, "a craftsman", "DEM", "QUASI"),
    "near Kveldsvik": (Treatment.GENERALISE, "near the front", "LOC", "QUASI"),
    "On 14 May": (Treatment.GENERALISE, "In spring", "DATE", "LOOKUP"),
    "my wife Solveig Brekkesen": (Treatment.GENERALISE, "a relative", "PERSON", "DIRECT"),
    "a man I did not know let me sleep in his barn": (Treatment.SUMMARISE, "he got help", "MISC", "OPERATIONAL"),
}


def decide(edition: Edition, people: Staff, *, text: str = TEXT) -> Edition:
    """Find what identifies, mark what no recogniser found, and decide all of it."""
    edition = edition_now(edition)
    propose_spans(edition, by=people.editor, at=AT)
    telling = edition.testimony.tellings.get()
    for words, (treatment, replacement, entity_type, identifier_class) in CHANGES.items():
        start = text.find(words)
        if start < 0:
            continue
        mark = SpanMark(start, start + len(words), entity_type, "detail", identifier_class)
        span = mark_span(edition_now(edition), telling, mark=mark, by=people.editor, at=AT)
        decide_span(span, treatment=treatment, replacement=replacement, by=people.editor, at=AT)
    for span in undecided_spans(spans_of(edition)):
        decide_span(
            span,
            treatment=Treatment.RETAIN,
            reason="Ordinary words.",
            identifier_class="PUBLIC",
            by=people.editor,
            at=AT,
        )
    return edition_now(edition)


def describe(edition: Edition, people: Staff) -> Edition:
    """Write the description of an edition."""
    abstract = "A man is taken to the war, stays behind when the others go forward, and leaves."
    nb = "En mann blir tatt til krigen, blir igjen når de andre går fram, og drar."
    themes(people.editor)
    describe_edition(edition, abstracts={"en": abstract, "nb": nb}, by=people.editor, at=AT)
    code_facts(edition, facts={"route": "mobilised", "teller": "self"}, by=people.editor, at=AT)
    warn_of(edition, codes=["fighting"], by=people.editor, at=AT)
    telling = edition.testimony.tellings.get()
    assign_themes(edition, telling=telling, themes={2: ["W.1"], 3: ["W.2"]}, by=people.editor, at=AT)
    return edition


def submit(people: Staff, *, text: str = TEXT) -> Edition:
    """Return an edition in review."""
    edition = describe(decide(take_in(people, text=text), people, text=text), people)
    submit_for_review(edition, by=people.editor, at=AT)
    return edition


def approve(people: Staff, *, text: str = TEXT) -> Edition:
    """Return an edition approved by an admin who had no hand in it."""
    return accept(submit(people, text=text), people)


def hand_over(edition: Edition, people: Staff) -> Edition:
    """Submit an edition that is decided and described, and have it approved."""
    submit_for_review(edition, by=people.editor, at=AT)
    return accept(edition, people)


def accept(edition: Edition, people: Staff) -> Edition:
    """Approve an edition in review as it stands."""
    digest = render_redacted(edition, by=people.admin, at=AT, purpose="review").digest
    record_verdict(edition, reviewer=people.admin, digest=digest, verdict="approve", at=AT)
    return edition


def put_out(people: Staff, *, text: str = TEXT) -> Edition:
    """Return an edition that the gate let through."""
    edition = approve(people, text=text)
    publish(edition, by=people.admin, at=AT)
    return edition


@contextmanager
def without_rules() -> Iterator[None]:
    """Take down the database's rules on editions and decisions, as somebody who owns the database could."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT name FROM sqlite_master WHERE type = 'trigger' AND name NOT LIKE 'audit%'")
        for (name,) in cursor.fetchall():
            cursor.execute(f"DROP TRIGGER {name}")
        cursor.execute("PRAGMA ignore_check_constraints = on")
    try:
        yield
    finally:
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA ignore_check_constraints = off")
    install_triggers("default")


def span_of(edition: Edition, words: str, *, text: str = TEXT) -> IdentifyingSpan:
    """Return the span at the first place where these words stand."""
    start = text.index(words)
    return edition.spans.get(start=start, end=start + len(words))


def edition_now(edition: Edition) -> Edition:
    """Return an edition as the database has it."""
    return Edition.objects.get(pk=edition.pk)


def without_decision(person: PersonDraft) -> PersonDraft:
    """Return a person of whose name nobody has decided."""
    return replace(person, naming="undecided", evidence="", pseudonyms=())
