"""Takes a thesaurus in and gives it out."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction

from archive.audit.acts import Act, SubjectKind
from archive.audit.recording import record_event
from archive.themes.models import Concept, ConceptLabel, Display


@dataclass(frozen=True, slots=True)
class ConceptDraft:
    """A concept to be taken in; labels and scope notes are (language, words) pairs."""

    code: str
    slug: str
    broader: str | None
    labels: tuple[tuple[str, str], ...]
    scope_notes: tuple[tuple[str, str], ...] = ()
    display: str = Display.OPEN
    assignable: bool = True


class UnknownBroader(ValueError):
    """A concept names a broader concept that is neither held nor part of the import."""


def import_concepts(drafts: Sequence[ConceptDraft], *, by: UUID | None, at: datetime) -> int:
    """Add or amend the concepts in `drafts`, in the order given; return how many there are then.

    Raises `UnknownBroader` before anything is written when a parent is missing.
    """
    known = {draft.code for draft in drafts} | set(Concept.objects.values_list("code", flat=True))
    for draft in drafts:
        if draft.broader is not None and draft.broader not in known:
            message = (
                f"{draft.code} stands under {draft.broader}, which is not in the thesaurus. Add {draft.broader} first."
            )
            raise UnknownBroader(message)
    with transaction.atomic():
        for position, draft in enumerate(_parents_first(drafts)):
            _write(draft, position=position)
        count = Concept.objects.count()
        record_event(Act.CONCEPTS_IMPORTED, subject_kind=SubjectKind.THESAURUS, by=by, at=at, facts={"concepts": count})
    return count


def export_concepts() -> tuple[ConceptDraft, ...]:
    """Return the thesaurus as it stands, in its order."""
    concepts = Concept.objects.in_order().prefetch_related("labels")
    return tuple(
        ConceptDraft(
            code=concept.code,
            slug=concept.slug,
            broader=concept.broader_id,
            labels=tuple(sorted((label.language, label.pref_label) for label in concept.labels.all())),
            scope_notes=tuple(
                sorted((label.language, label.scope_note) for label in concept.labels.all() if label.scope_note)
            ),
            display=concept.display,
            assignable=concept.assignable,
        )
        for concept in concepts
    )


def _parents_first(drafts: Iterable[ConceptDraft]) -> list[ConceptDraft]:
    placed: dict[str, ConceptDraft] = {}
    waiting = list(drafts)
    codes = {draft.code for draft in waiting}
    while waiting:
        ready = [draft for draft in waiting if draft.broader not in codes or draft.broader in placed]
        if not ready:
            raise UnknownBroader(
                "Some concepts stand under each other in a circle. Give one of them no broader concept."
            )
        placed.update((draft.code, draft) for draft in ready)
        waiting = [draft for draft in waiting if draft.code not in placed]
    return list(placed.values())


def _write(draft: ConceptDraft, *, position: int) -> None:
    concept, _ = Concept.objects.update_or_create(
        code=draft.code,
        defaults={
            "slug": draft.slug,
            "broader_id": draft.broader,
            "display": draft.display,
            "assignable": draft.assignable,
            "position": position,
        },
    )
    notes = dict(draft.scope_notes)
    for language, label in draft.labels:
        ConceptLabel.objects.update_or_create(
            concept=concept, language=language, defaults={"pref_label": label, "scope_note": notes.get(language, "")}
        )
