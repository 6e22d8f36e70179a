"""One run of the gate over a candidate file."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from django.conf import settings

from archive.catalogue.records import FirstIssue, Manifest
from archive.catalogue.tombstones import TombstoneList
from archive.publication.candidates import Draft, Prepared, prepare, read_candidates, write_candidate
from archive.publication.gate import judge
from archive.publication.models import ReleasedEdition
from archive.publication.obstacles import Obstacle
from archive.publication.stones import current_tombstones
from archive.testimonies.models import Edition
from archive.users.models import User
from archive.vault.naming import current_matcher


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
    """Write a candidate file of this one edition and judge the rows in it; whatever fails is an obstacle."""
    try:
        prepared = prepare(edition, by=by, at=at)
        with TemporaryDirectory(dir=scratch_folder()) as folder:
            path = Path(folder) / "candidate.sqlite"
            manifest = Manifest(serial=1, trail_head="0" * 64, order_seed="candidate", month=f"{at:%Y-%m}")
            # Alone in its file an edition would lose every value to the threshold; its whole record is judged here.
            draft = Draft(manifest, 0, (prepared,), (), {}, threshold=1)
            write_candidate(path, draft)
            return judge_file(path, draft, tombstones=current_tombstones(), at=at)[0]
    except Exception as error:
        return Judgement(edition, "", (broken_off(error),))


def judge_file(path: Path, draft: Draft, *, tombstones: TombstoneList, at: datetime) -> list[Judgement]:
    """Judge every edition of a candidate file by the rows that were just written."""
    tombstoned = frozenset(stone.public_id for stone in tombstones.withdrawn)
    candidates = read_candidates(path, draft, matcher=current_matcher(), tombstoned=tombstoned, at=at)
    return [Judgement(one.edition, one.redacted.digest, judge(one)) for one in candidates]


def prepare_all(
    editions: Sequence[Edition], *, by: User, at: datetime
) -> tuple[tuple[Prepared, ...], tuple[Judgement, ...]]:
    """Render editions; return those that could be, and a judgement on each that could not."""
    ready, failed = [], []
    for edition in editions:
        try:
            ready.append(prepare(edition, by=by, at=at))
        except Exception as error:
            failed.append(Judgement(edition, "", (broken_off(error),)))
    return tuple(ready), tuple(failed)


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
    """Return the obstacle that an exception is; it says of what kind it was, never what it said."""
    return Obstacle(
        "G000",
        f"The examination broke off ({type(error).__name__}), so it proved nothing.",
        "Look at the decisions on the workbench and run the gate again; if it stops again, report it.",
    )
