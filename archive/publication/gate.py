"""The gate: small checks, each of which may refuse; one that cannot run refuses too. There is no way round it.

Like Django's system checks, each gives code, message and hint. Some look at an edition as the desk knows it (a
`Dossier`), the others at the rows a candidate file holds of it, rendered as the room renders them (a `Showing`). The
codes are documented in `archive/docs/gate.md`.
"""

import unicodedata
from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from django.utils.translation import gettext as _

from archive.catalogue.closed_lists import SOURCE_KIND_CODES, WARNING_CODES
from archive.catalogue.facets import FACETS
from archive.catalogue.records import LanguageRecord, PartKind
from archive.deidentification.treatments import Treatment
from archive.detection.findings import IdentifierClass
from archive.publication.candidates import Showing
from archive.publication.dossiers import Dossier
from archive.publication.exposure_checks import check_combinations, check_crowd
from archive.publication.name_checks import check_names_in_pages, check_names_in_text, check_pseudonyms_still_free
from archive.publication.obstacles import Obstacle
from archive.publication.withdrawal import silenced_editions
from archive.redaction.spans import undecided_spans
from archive.review.rounds import standing_approval
from archive.testimonies.description import ABSTRACT_WORDS
from archive.testimonies.models import STANDING, State
from archive.users.roles import DeskAct, role_allows
from archive.vault.keyring import VaultLocked
from archive.vault.models import NAMED_OPENLY

T = TypeVar("T", Dossier, Showing)
DeskCheck = Callable[[Dossier], Iterable[Obstacle]]
RoomCheck = Callable[[Showing], Iterable[Obstacle]]

ABSTRACT_SHARE = 3  # an abstract is shorter than a third of the body
_LEAST_SURVIVOR = 4  # shorter strings that survive elsewhere are ordinary words more often than clues
_TELLING_CLASSES = frozenset({IdentifierClass.DIRECT.value, IdentifierClass.LOOKUP.value})


def check_state(dossier: Dossier) -> Iterator[Obstacle]:
    """G001: only what a reviewer approved, or what stands already, is published."""
    if dossier.edition.state not in {State.APPROVED, *STANDING}:
        yield Obstacle("G001", _("This edition is not approved."), _("Submit it for review; an admin approves it."))


def check_approval(dossier: Dossier) -> Iterator[Obstacle]:
    """G002: the approval is of exactly the text that the decisions give now."""
    approval = standing_approval(dossier.edition)
    if approval is None:
        yield Obstacle(
            "G002", _("No approval closes the latest review of this edition."), _("Submit it for review again.")
        )
    elif approval.digest != dossier.redacted.digest:
        yield Obstacle(
            "G002",
            _("The text differs from the one that was approved."),
            _("Take it back to redaction and submit it again; the reviewer sees what changed."),
        )


def check_four_eyes(dossier: Dossier) -> Iterator[Obstacle]:
    """G003: whoever approved it had no hand in it and was allowed to review."""
    approval = standing_approval(dossier.edition)
    if approval is None:
        return
    if approval.reviewer_id in dossier.hands:
        yield Obstacle(
            "G003", _("The reviewer decided something in this testimony."), _("Ask another admin to review it.")
        )
    if not role_allows(approval.reviewer, DeskAct.REVIEW):
        yield Obstacle("G003", _("The reviewer may no longer review."), _("Ask another admin to review it."))


def check_detection(dossier: Dossier) -> Iterator[Obstacle]:
    """G004: what is looked for today was, before it goes out for the first time; and something was found."""
    if not dossier.spans:
        yield Obstacle(
            "G004",
            _("No recogniser found anything at all, which is not credible for an account of a person."),
            _("Run the detection again; if it stays empty, tell the person who runs the machine."),
        )
    if dossier.edition.state == State.APPROVED and dossier.edition.detection_stamp != dossier.surroundings.detection:
        yield Obstacle(
            "G004",
            _(
                "More is looked for than when this edition was examined: a recogniser was added, or something was "
                "taken off the list of public things."
            ),
            _("Take it back to redaction, run the detection and decide what is new."),
        )


def check_spans_decided(dossier: Dossier) -> Iterator[Obstacle]:
    """G005: no candidate is undecided."""
    if undecided := len(undecided_spans(dossier.spans)):
        yield Obstacle(
            "G005",
            _("%(undecided)s details are undecided.") % {"undecided": undecided},
            _("Decide each of them on the workbench."),
        )


def check_persons_decided(dossier: Dossier) -> Iterator[Obstacle]:
    """G006: somebody decided what each person is called here."""
    appearances = dossier.edition.testimony.appearances.all()
    open_persons = [
        appearance.person.reference
        for appearance in appearances
        if (decision := dossier.naming.get(appearance.person_id)) is None or not decision.is_decided
    ]
    if open_persons:
        listed = ", ".join(sorted(open_persons))
        yield Obstacle(
            "G006",
            _("Nobody has decided what these persons are called: %(listed)s.") % {"listed": listed},
            _("Open the persons page."),
        )
    if not dossier.naming:
        yield Obstacle("G006", _("Nobody is entered as narrator of this testimony."), _("Accession the text again."))


def check_retained(dossier: Dossier) -> Iterator[Obstacle]:
    """G007: no direct identifier is kept without a recorded consent to be named."""
    for span in dossier.spans:
        decision = span.standing_decision()
        if decision is None or decision.treatment != Treatment.RETAIN or not span.certain:
            continue
        naming = dossier.naming.get(span.person_id)
        named = span.person_id is not None and (naming is None or naming.kind not in NAMED_OPENLY)
        if named or (span.person_id is None and decision.identifier_class in _TELLING_CLASSES):
            yield Obstacle(
                "G007",
                _("A detail that identifies by itself is kept in passage %(passage)s.") % {"passage": span.passage},
                _("Change it, generalise it or leave it out; or record the person's consent to be named."),
            )


def check_written(showing: Showing) -> Iterator[Obstacle]:
    """G008: the rows in the candidate file are the approved record, to the letter."""
    if showing.written is None:
        yield Obstacle("G008", _("The candidate file holds no rows of this edition."), _("Issue the release again."))
    elif showing.written != showing.expected:
        yield Obstacle(
            "G008",
            _("The rows in the candidate file differ from the approved text."),
            _("Issue the release again; report it."),
        )


def check_survivors(dossier: Dossier) -> Iterator[Obstacle]:
    """G011: what was changed because it identifies by itself stands nowhere else in the published words."""
    published = " ".join(dossier.redacted.record.texts()).casefold()
    for opened in dossier.opened:
        for span in dossier.spans:
            decision = span.standing_decision()
            if span.telling_id != opened.telling.pk or decision is None or not decision.alters:
                continue
            if decision.identifier_class not in _TELLING_CLASSES:
                continue
            words = " ".join(opened.text[span.start : span.end].casefold().split())
            if len(words) >= _LEAST_SURVIVOR and _stand_alone(words, published):
                yield Obstacle(
                    "G011",
                    _("Words that were changed in passage %(passage)s still stand elsewhere.")
                    % {"passage": span.passage},
                    _("Mark the other place too; the same words are decided once."),
                )


def check_characters(showing: Showing) -> Iterator[Obstacle]:
    """G012: no invisible, bidirectional or control character, and no bracket of the narrator's own, goes out."""
    unseen = {"Cf", "Cc", "Co", "Cn", "Cs"}
    if showing.written is None:  # G008 refuses that
        return
    letters = set("".join(showing.written.texts())) - {"\n"}
    if any(unicodedata.category(letter) in unseen for letter in letters):
        yield Obstacle(
            "G012",
            _("There is an invisible or control character in the text."),
            _("Mark the word it stands in and write the word anew."),
        )
    for language in showing.written.languages:
        plain = (part for passage in language.passages for part in passage.parts if part.kind is PartKind.PLAIN)
        if any("[" in part.text or "]" in part.text for part in plain):
            yield Obstacle(
                "G012",
                _("Square brackets of the source stand in the text, and readers would take them for our changes."),
                _("Mark them with the words inside and say what stands there."),
            )


def check_abstracts(dossier: Dossier) -> Iterator[Obstacle]:
    """G013: each language has an abstract, short enough, and a name and title to go with it."""
    for language in dossier.redacted.record.languages:
        for problem in _abstract_problems(language):
            yield Obstacle(
                "G013",
                _("%(problem)s (%(language)s).") % {"problem": problem, "language": language.language},
                _("Open the description and write it."),
            )


def check_codes(dossier: Dossier) -> Iterator[Obstacle]:
    """G014: facts, warnings, kinds and themes come from their closed lists; there is a body and at least one theme."""
    record = dossier.redacted.record
    known = {facet.code: {value.code for value in facet.values} for facet in FACETS}
    if any(value not in known.get(facet, ()) for facet, value in record.facets):
        yield Obstacle(
            "G014", _("A coded fact is not on its list."), _("Open the description and choose from the list.")
        )
    if not set(record.warnings) <= WARNING_CODES or record.source_kind not in SOURCE_KIND_CODES:
        yield Obstacle("G014", _("A warning or the kind of source is not on its list."), _("Open the description."))
    if not any(language.passages for language in record.languages):
        yield Obstacle("G014", _("There is no body in any language."), _("Accession the text again."))
    if not any(passage.themes for language in record.languages for passage in language.passages):
        yield Obstacle(
            "G014", _("No passage has a theme, so nobody could find it."), _("Give at least one passage a theme.")
        )


def check_withdrawn(dossier: Dossier) -> Iterator[Obstacle]:
    """G015: a testimony that was withdrawn never comes back; what was suspended does, as it is or corrected.

    The tombstones count for more than the rows, which may come from a backup; the tombstones never do.
    """
    testimony, tombstones = dossier.edition.testimony, dossier.surroundings.tombstones
    is_gone = testimony.withdrawn_at is not None or tombstones.stone(testimony.public_id) is not None
    if testimony.public_id in tombstones:
        if dossier.edition.state == State.PUBLISHED:
            is_gone = is_gone or silenced_editions(testimony).exists()
        else:
            is_gone = is_gone or not testimony.editions.filter(state=State.SUSPENDED).exists()
    if is_gone:
        yield Obstacle("G015", _("This testimony was withdrawn or is suspended."), _("A withdrawal is final."))


def check_pseudonyms(dossier: Dossier) -> Iterator[Obstacle]:
    """G016: a pseudonym given here is nobody else's (whether it is a protected name by now is asked with the names)."""
    if dossier.surroundings.called_alike & dossier.naming.keys():
        yield Obstacle(
            "G016", _("A pseudonym in it stands for somebody else too."), _("Record a naming decision anew.")
        )


def check_database_rules(dossier: Dossier) -> Iterator[Obstacle]:
    """G017: the database still keeps the rules that refuse what this gate refuses."""
    if dossier.surroundings.rules_missing:
        yield Obstacle(
            "G017",
            _("The database lacks rules it must keep."),
            _("Have `manage.py migrate` put them back and `manage.py verify_trail` say what happened meanwhile."),
        )


DESK_CHECKS: tuple[DeskCheck, ...] = (
    check_state,
    check_approval,
    check_four_eyes,
    check_detection,
    check_spans_decided,
    check_persons_decided,
    check_retained,
    check_survivors,
    check_abstracts,
    check_codes,
    check_withdrawn,
    check_pseudonyms,
    check_combinations,
    check_crowd,
    check_database_rules,
)
ROOM_CHECKS: tuple[RoomCheck, ...] = (
    check_written,
    check_names_in_text,
    check_names_in_pages,
    check_pseudonyms_still_free,
    check_characters,
)
CHECKS = (*DESK_CHECKS, *ROOM_CHECKS)


def judge_dossier(dossier: Dossier, *, checks: Iterable[DeskCheck] = DESK_CHECKS) -> tuple[Obstacle, ...]:
    """Return the obstacles in an edition as the desk knows it."""
    return _judge(dossier, checks)


def judge_showing(showing: Showing, *, checks: Iterable[RoomCheck] = ROOM_CHECKS) -> tuple[Obstacle, ...]:
    """Return the obstacles in what a candidate file would show."""
    return _judge(showing, checks)


def _judge(judged: T, checks: Iterable[Callable[[T], Iterable[Obstacle]]]) -> tuple[Obstacle, ...]:
    """Return every obstacle; a check that raises is itself an obstacle, since it proved nothing.

    Only a vault that somebody closes meanwhile is no obstacle in what is judged: then nothing is judged at all.
    """
    obstacles: list[Obstacle] = []
    for check in checks:
        try:
            obstacles.extend(check(judged))
        except VaultLocked:
            raise
        except Exception as error:
            obstacles.append(
                Obstacle(
                    "G000",
                    _("The check %(check)s broke off (%(error)s), so it proved nothing.")
                    % {"check": _name(check), "error": type(error).__name__},
                    _("Run the gate again; if it stops again, tell the person who runs the machine."),
                )
            )
    return tuple(dict.fromkeys(obstacles))


def _stand_alone(words: str, text: str) -> bool:
    """Tell whether words stand in a text and not only inside longer ones; no pattern of them stays in memory."""
    start = text.find(words)
    while start >= 0:
        around = text[max(0, start - 1) : start] + text[start + len(words) : start + len(words) + 1]
        if not any(letter.isalnum() or letter == "_" for letter in around):
            return True
        start = text.find(words, start + 1)
    return False


def _name(check: object) -> str:
    return str(getattr(check, "__name__", "of the gate"))


def _abstract_problems(language: LanguageRecord) -> Iterator[str]:
    words = len(language.abstract.split())
    body = sum(len(passage.text.split()) for passage in language.passages)
    if not words:
        yield _("There is no abstract")
    if words > ABSTRACT_WORDS or (body and words * ABSTRACT_SHARE >= body):
        yield _("The abstract is too long beside the account")
    if not language.public_name or not language.title:
        yield _("There is no name to publish it under")
