"""One run of the gate: the desk's side of each edition, then the rows that a candidate file holds of it.

Many editions are examined in parts, by several processes where that pays: what travels between them is what may be
published, and the reasons against it.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import UUID

from django.conf import settings
from django.utils.translation import gettext as _

from archive.catalogue.records import AccessCopyRecord, FirstIssue, Manifest
from archive.language.matching import NameMatcher
from archive.publication.candidates import Draft, Prepared, read_showings, write_candidate
from archive.publication.dossiers import (
    LoadedEdition,
    Surroundings,
    load_editions,
    look_around,
    make_dossier,
    record_opening,
)
from archive.publication.gate import judge_dossier, judge_showing
from archive.publication.models import ReleasedEdition
from archive.publication.obstacles import Obstacle
from archive.publication.processes import begun, cut
from archive.testimonies.models import Edition
from archive.users.models import User
from archive.vault.keyring import VaultLocked
from archive.vault.naming import current_matcher

AT_ONCE = 100
PARALLEL_FROM = 1_000  # below this, starting processes costs more than it saves


@dataclass(frozen=True, slots=True)
class Judgement:
    """What the gate said of one edition."""

    edition: Edition
    digest: str
    obstacles: tuple[Obstacle, ...]


def find_obstacles(edition: Edition, *, by: User, at: datetime) -> tuple[Obstacle, ...]:
    """Return what stands in the way of publishing an edition; empty means that nothing does."""
    return examine_one(edition, by=by, at=at).obstacles


def examine_one(edition: Edition, *, by: User, at: datetime) -> Judgement:
    """Judge an edition, and the rows of a candidate file that holds it alone; whatever fails is an obstacle."""
    try:
        (prepared,) = prepare_all([edition], by=by, at=at)
        obstacles = prepared.obstacles
        if prepared.record is not None:
            manifest = Manifest(serial=1, trail_head="0" * 64, order_seed="candidate", month=f"{at:%Y-%m}")
            # Alone in its file an edition would lose every value to the threshold; its whole record is judged here.
            draft = Draft(manifest, 0, (prepared,), (), {}, threshold=1)
            with TemporaryDirectory(dir=scratch_folder()) as folder:
                path = Path(folder) / "candidate.sqlite"
                write_candidate(path, draft)
                obstacles += judge_file(path, draft)[edition.pk]
        return Judgement(edition, prepared.digest, tuple(dict.fromkeys(obstacles)))
    except Exception as error:
        return Judgement(edition, "", (broken_off(error),))


def prepare_all(editions: Sequence[Edition], *, by: User, at: datetime) -> tuple[Prepared, ...]:
    """Open, render and judge editions at the desk's side; each opening is on the trail before it happens."""
    surroundings = look_around(at=at)
    parts = cut([edition.pk for edition in editions], AT_ONCE)
    for part in cut(editions, AT_ONCE):
        record_opening(part, by=by, at=at)
    with begun(_prepare_part, parts, (surroundings,), is_much=_is_much(editions)) as made:
        return tuple(_looked_up(made, current_matcher()))


def _looked_up(made: Iterable[Prepared], matcher: NameMatcher) -> Iterator[Prepared]:
    """Yield what others prepare, its words looked up: the processes that judge then find each word in memory."""
    for prepared in made:
        for text in prepared.record.texts() if prepared.record else ():
            matcher.look_up(text)
        yield prepared


def write_file(path: Path, draft: Draft, *, meanwhile: Sequence[Callable[[], object]] = ()) -> Manifest:
    """Write a candidate file and return its manifest; `meanwhile` is what this process has to do anyway."""
    written: Iterator[Manifest]
    with begun(_write_part, (path,), (draft,), is_much=_is_much(draft.prepared)) as written:
        for act in meanwhile:
            act()
        draft.expected  # noqa: B018 - worked out now, and kept
        return next(written)


def judge_file(
    path: Path, draft: Draft, *, meanwhile: Sequence[Callable[[], object]] = ()
) -> Mapping[UUID, tuple[Obstacle, ...]]:
    """Judge every edition in a candidate file by the rows that were just written; obstacles by edition.

    `meanwhile` is what this process has to do anyway, while others judge.
    """
    given = (path, draft.expected, current_matcher())
    with begun(_judge_part, cut(draft.prepared, AT_ONCE), given, is_much=_is_much(draft.prepared)) as judged:
        for act in meanwhile:
            act()
        found = dict(judged)
    # A part that a process lost would be missing here, and what was not judged has not passed.
    return {one.edition: found.get(one.edition, (broken_off(LookupError()),)) for one in draft.prepared}


def first_issues() -> Mapping[str, FirstIssue]:
    """Return in which release each standing edition first went out, by public id."""
    rows = ReleasedEdition.objects.select_related("release", "edition__testimony")
    return {row.edition.testimony.public_id: FirstIssue(row.release.serial, row.release.month) for row in rows}


def scratch_folder() -> Path:
    """Return where candidate files are built: beside the release, so that one rename puts one in place."""
    folder = Path(settings.RELEASE_FILE).parent / ".building"
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder


def broken_off(error: Exception) -> Obstacle:
    """Return the obstacle that an exception is; it says of what kind it was, never what it said.

    A vault that somebody closes meanwhile is no obstacle in what is examined: whoever asked is told, and nothing is
    suspended for it.
    """
    if isinstance(error, VaultLocked):
        raise error
    return Obstacle(
        "G000",
        _("The examination broke off (%(error)s), so it proved nothing.") % {"error": type(error).__name__},
        _("Look at the decisions on the workbench and run the gate again; if it stops again, report it."),
    )


def _prepare_part(keys: Sequence[UUID], surroundings: Surroundings) -> list[Prepared]:
    return [_prepare(loaded, surroundings) for loaded in load_editions(keys)]


def _prepare(loaded: LoadedEdition, surroundings: Surroundings) -> Prepared:
    edition = loaded.edition
    unit, public_id = str(edition.testimony.disclosure_unit), edition.testimony.public_id
    try:
        dossier = make_dossier(loaded, surroundings)
        return Prepared(
            edition=edition.pk,
            public_id=public_id,
            unit=unit,
            digest=dossier.redacted.digest,
            record=dossier.redacted.record,
            allowed=tuple(sorted(dossier.pseudonyms)),
            kept=dossier.kept,
            lifted=dossier.lifted,
            obstacles=judge_dossier(dossier),
        )
    except Exception as error:
        return Prepared(edition.pk, public_id, unit, "", None, obstacles=(broken_off(error),))


def _write_part(path: Path, draft: Draft) -> list[Manifest]:
    return [write_candidate(path, draft)]


def _judge_part(
    prepared: Sequence[Prepared], path: Path, expected: Mapping[str, AccessCopyRecord], matcher: NameMatcher
) -> list[tuple[UUID, tuple[Obstacle, ...]]]:
    try:
        showings = read_showings(path, prepared, expected=expected, matcher=matcher)
        return [(one.edition, judge_showing(showing)) for one, showing in showings]
    except Exception as error:
        return [(one.edition, (broken_off(error),)) for one in prepared]


def _is_much(items: Sequence[object]) -> bool:
    return len(items) >= PARALLEL_FROM
