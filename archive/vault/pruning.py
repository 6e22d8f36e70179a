"""Forms of a name that somebody took away from a person, with a reason, since they are other words; and put back.

A pruned form is one spelling, in any capitals. The recorded name itself is never pruned, nor is a whole name.
"""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_variables

from archive.audit.acts import Act, SubjectKind
from archive.audit.recording import record_event
from archive.language.expansion import name_parts
from archive.language.keys import plain
from archive.language.matching import NamedPerson, NameMatcher
from archive.users.models import User
from archive.vault.keyring import current_ring
from archive.vault.models import Person, PrunedForm, UnsweptName
from archive.vault.naming import NameRefused, names_of_person


@sensitive_variables("form", "folded", "reason")
def prune_form(person: Person, *, form: str, reason: str, by: User, at: datetime) -> PrunedForm:
    """Take one form away from a person; raises `NameRefused` for a recorded name and for what is no form of one."""
    folded = plain(" ".join(form.split()))
    _refuse_unfit(person, folded)
    if not reason.strip():
        raise NameRefused(_("Say in a few words what this form is instead; it stays sealed."))
    digest = current_ring().keyed_digest("pruned", f"{person.pk}|{folded}".encode())
    with transaction.atomic():
        held: PrunedForm | None = PrunedForm.objects.standing().filter(person=person, digest=digest).first()
        if held is not None:
            return held
        pruned = PrunedForm(
            sealed_under=person.sealed_under,
            person=person,
            form=folded,
            digest=digest,
            reason=reason.strip(),
            pruned_by=by,
            pruned_at=at,
        )
        pruned.save(force_insert=True)
        record_event(Act.FORM_PRUNED, subject_kind=SubjectKind.PERSON, subject=person.pk, by=by.pk, at=at)
    return pruned


def restore_form(pruned: PrunedForm, *, by: User, at: datetime) -> None:
    """Put a pruned form back: from now on it is refused for this person again; doing it twice does no harm."""
    with transaction.atomic():
        standing = PrunedForm.objects.standing().filter(pk=pruned.pk)
        if standing.update(restored_at=at, restored_by=by):
            UnsweptName.objects.create(person=pruned.person)
            record_event(Act.FORM_RESTORED, subject_kind=SubjectKind.PERSON, subject=pruned.person_id, by=by.pk, at=at)


def standing_prunings(person: Person) -> list[PrunedForm]:
    """Return the forms that are taken away from a person now, in the order in which that was decided."""
    rows = PrunedForm.objects.standing().filter(person=person)
    return list(rows.select_related("sealed_under", "pruned_by").order_by("pruned_at", "pk"))


@sensitive_variables("folded", "names", "word")
def _refuse_unfit(person: Person, folded: str) -> None:
    names = names_of_person(person)
    if folded in set(_as_recorded(names)):
        raise NameRefused(
            _(
                "This is the name itself as it was recorded, and that is always refused. If it stands somewhere as "
                "another person's name or as an ordinary word, say so of that place."
            )
        )
    matcher = NameMatcher([NamedPerson("p", names)])
    lengths = [match.end - match.start for match in matcher.find(f"– {folded.capitalize()} –")]
    if lengths != [len(folded)] or " " in folded or _is_written_together(folded, matcher):
        raise NameRefused(
            _(
                "This is not one form of a recorded name. Copy a single word from the list of forms; a whole name is "
                "never taken away."
            )
        )


@sensitive_variables("word", "name")
def _is_written_together(word: str, matcher: NameMatcher) -> bool:
    """Return whether a word is a whole name without its gaps: it is tried with a capital at every place."""
    return any(
        match.how == "whole-name"
        for cut in range(1, len(word))
        for match in matcher.find(f"– {word[:cut].capitalize()}{word[cut:].capitalize()} –")
    )


@sensitive_variables("names", "name")
def _as_recorded(names: Iterable[str]) -> Iterable[str]:
    for name in names:
        yield plain(name)
        yield from (plain(word) for word, _role in name_parts(name))
