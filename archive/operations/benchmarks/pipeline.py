"""From 10,000 approved editions to an issued release, the whole gate included."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

from django.conf import settings

from archive.operations.benchmarks import holdings
from archive.operations.benchmarks.accounts import ALTERED, DETAILS, LANGUAGES, PERSONS_EACH
from archive.operations.benchmarks.measuring import peak_memory_mib, stopwatch
from archive.operations.benchmarks.rows import Row
from archive.publication.release import issue_release
from archive.publication.stones import begin_tombstones
from archive.testimonies.models import Edition, State

TARGET_SECONDS = 180
TARGET_SIZE = 10_000
AT = datetime(2026, 1, 1, tzinfo=UTC)


def measure(*, size: int, persons: int, say: Callable[[str], None]) -> dict[str, Any]:
    """Fill an empty archive, then time `issue_release` over all that is approved."""
    with stopwatch() as generating:
        staff = holdings.make_staff(at=AT)
        holdings.import_thesaurus(at=AT)
        say(f"entering {persons} protected persons")
        entered = holdings.enter_persons(persons, staff=staff, at=AT)
        holdings.approve_accounts(
            size, persons=entered, staff=staff, at=AT, progress=lambda done: say(f"{done} of {size} approved")
        )
        begin_tombstones()
    approved = list(Edition.objects.filter(state=State.APPROVED))
    say("issuing the release: this is what is measured")
    with stopwatch() as issuing:
        issued = issue_release(by=staff.admin, at=AT, including=approved)
    rows = (
        Row("testimonies", size, TARGET_SIZE, TARGET_SIZE),
        Row("protected persons", persons, TARGET_SIZE, TARGET_SIZE),
        Row("testimonies left out", len(issued.left_out), 0, 0, most=True),
        Row("approved to issued, seconds", issuing.seconds, TARGET_SECONDS, TARGET_SECONDS, most=True),
    )
    return {
        "rows": [row.told() for row in rows],
        "testimonies": issued.testimonies,
        "left_out": len(issued.left_out),
        "obstacles": sorted({obstacle.code for one in issued.left_out for obstacle in one.obstacles}),
        "protected_persons": persons,
        "findings_each": sum(DETAILS.values()),
        "altered_each": ALTERED,
        "persons_each": PERSONS_EACH,
        "languages": list(LANGUAGES),
        "prepared_seconds": generating.seconds,
        "issue_seconds": issuing.seconds,
        "issue_cpu_seconds": issuing.cpu_seconds,
        "milliseconds_each": round(1000 * issuing.seconds / max(size, 1), 1),
        "release_mib": round(settings.RELEASE_FILE.stat().st_size / 2**20, 1),
        "peak_memory_mib": peak_memory_mib(),
        "peak_memory_of_a_child_mib": peak_memory_mib(children=True),
    }
