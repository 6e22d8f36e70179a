"""The sweep: one new name over everything published, and everything published against every name.

The release is written by its own writer from the invented accounts as readers would get them, by a process of its own,
so that what is measured holds nothing of it in memory. Into some copies new names are planted, in ways a name can
stand: what the sweep finds is counted against that. Names act through the real function, vault and suspension included.
"""

import multiprocessing
import random
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from threading import Event, Thread
from typing import Any

from django.conf import settings
from django.db import connections, transaction

from archive.catalogue.records import AccessCopyRecord, Part, PartKind
from archive.operations.benchmarks import holdings
from archive.operations.benchmarks.accounts import SEED, account, most_frequent_words
from archive.operations.benchmarks.measuring import memory_of, percentiles, stopwatch
from archive.operations.benchmarks.room import published, put_in_place
from archive.operations.benchmarks.rows import Row
from archive.publication.stones import begin_tombstones, current_tombstones
from archive.publication.sweep import protect_name, sweep_all
from archive.publication.wordlist import rebuild, wordlist_path
from archive.testimonies.accession import open_collection
from archive.testimonies.models import Appearance, Source, Testimony
from archive.testimonies.models import Part as Role
from archive.vault.models import Person, Received
from archive.vault.naming import NameDraft, forget_names, register_person
from archive.vault.sealed import make_data_key

AT = datetime(2026, 1, 1, tzinfo=UTC)
# Sizes at which a sweep is judged, and each row's floor and aim.
ONE_NAME_SIZE, FULL_SIZE = 100_000, 10_000
NAME_SECONDS = (5, 1)
FULL_SECONDS = (120, 30)
FULL_MIB = 1024
STRANGERS = 1_000  # whose pseudonyms stand in the accounts, where no persons are asked for
ROWS = 2_000

# A new name, and how it stands where it is planted: certain forms first, then such as are asked about.
PLANTED: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("Родион Щегольков", ("со Щегольковым", "Shchegolkov", "Щеголь-\nков", "Щ е г о л ь к о в", "Щегольнов")),
    ("Halvgrim Toftemyr", ("Halvgrims", "TOFTEMYR", "Халвгрим Тофтемюр", "@toftemyr", "Tofte-\nmyr")),
    ("Євгенія Журавська", ("Журавською", "Zhuravska", "Yevheniia Zhuravska", "Журавской", "0JbRg9GA0LDQstGB0YzQutCw")),
    ("Нугзар Картвелашвили", ("Kartvelashvili", "Картвелашвілі", "#Картвелашвили", "Karttvelashvili", "Н. К.")),
    ("Сергей Вожмуткешов", ("Sergei Vozhmutkeshov", "Вожмуткешова", "vozhmutkeshov_82", "Vozjmutkesjovs")),
)  # fmt: skip
EACH = 4  # copies into which each of these goes


def measure(*, size: int, persons: int, say: Callable[[str], None]) -> dict[str, Any]:
    """Publish `size` invented testimonies, sweep new names over them, then all of them against `persons` persons."""
    with stopwatch() as preparing:
        staff = holdings.make_staff(at=AT)
        entered = holdings.enter_persons(persons, staff=staff, at=AT)
        begin_tombstones()
        say(f"writing a release of {size}")
        _in_a_process_of_its_own(_write_release, size, persons or STRANGERS)
        enter_testimonies(size, entered, staff)
    say("listing its words")
    with _watched() as listing:
        rebuild()
    one_name = _sweep_names(size, staff, say)
    full = _sweep_everything(staff, say) if persons else None
    return {
        "rows": [row.told() for row in _rows(size, persons, one_name, full)],
        "testimonies": size,
        "protected_persons": persons,
        "prepared_seconds": preparing.seconds,
        "release_mib": _mib(settings.RELEASE_FILE),
        "word_list": listing.figures() | {"mib": _mib(wordlist_path())},
        "one_name": one_name,
        "full": full,
    }


def _rows(size: int, persons: int, one_name: dict[str, Any], full: dict[str, Any] | None) -> Iterator[Row]:
    """Yield the rows of this run: the full sweep is judged at one size, a name by itself at a larger one."""
    yield Row("testimonies", size, *(FULL_SIZE if full else ONE_NAME_SIZE,) * 2)
    yield Row("planted and missed", one_name["missed"], 0, 0, most=True)
    longest = max(one["cpu_seconds"] for one in one_name["each"] if one["is"] == "a name")
    yield Row("one new name, seconds of work, the longest", longest, *NAME_SECONDS, most=True)
    if full:
        yield Row("protected persons", persons, FULL_SIZE, FULL_SIZE)
        yield Row("full sweep, seconds", full["seconds"], *FULL_SECONDS, most=True)
        yield Row("full sweep, all processes, MiB", full["all_processes_mib"], FULL_MIB, FULL_MIB, most=True)


def _sweep_names(size: int, staff: holdings.Staff, say: Callable[[str], None]) -> dict[str, Any]:
    """Add names one by one: those that are planted, one that stands nowhere, and one that is a word of the texts."""
    word = most_frequent_words("en")[200]
    names = [
        *((name, forms) for name, forms in PLANTED),
        ("Ragnfrid Lundemo", ()),
        (f"Ingvild {word.capitalize()}", ()),
    ]
    taken: list[dict[str, Any]] = []
    for name, forms in names:
        person = register_person(names=[NameDraft("Qwvxz Zxvwq")], by=staff.editor, at=AT)
        silent = len(current_tombstones().withdrawn)
        with _watched() as watch:
            _, hits = protect_name(person, name=name, kind="legal", by=staff.editor, at=AT)
        planted = set(_planted_in(size, name)) if forms else set()
        found = {hit.testimony.public_id for hit in hits}
        one = watch.figures() | {
            "planted": len(planted),
            "missed": len(planted - found),
            "found": len(found),
            "silenced": len(current_tombstones().withdrawn) - silent,
        }
        taken.append(
            one | {"is": "a word of the texts" if not forms and name.endswith(word.capitalize()) else "a name"}
        )
        say(f"{len(taken)} of {len(names)} names swept")
    ordinary = [one for one in taken if one["is"] == "a name"]
    return {
        "seconds": percentiles([one["seconds"] for one in ordinary]),
        "cpu_seconds": percentiles([one["cpu_seconds"] for one in ordinary]),
        "missed": sum(one["missed"] for one in taken),
        "each": taken,
    }


def _sweep_everything(staff: holdings.Staff, say: Callable[[str], None]) -> dict[str, Any]:
    def told(what: str, done: int, every: int) -> None:
        if not done % 1000:
            say(f"{done} of {every} {what}")

    forget_names()  # as after a start: the names are indexed within what is measured
    with _watched() as watch:
        opened = sweep_all(by=staff.editor, at=AT, say=told)
    return watch.figures() | {"new_places": len(opened)}


def planted_forms(size: int) -> dict[int, tuple[str, str]]:
    """Return the name and the form that each of some copies gets, by the number of the copy."""
    dice = random.Random(SEED)  # noqa: S311 - repeatable, not secret
    forms = [(name, form) for name, forms in PLANTED for form in forms for _ in range(EACH)]
    numbers = dice.sample(range(size), min(size, len(forms)))
    return dict(zip(numbers, forms, strict=False))


def _planted_in(size: int, name: str) -> Iterator[str]:
    for number, (planted, _form) in planted_forms(size).items():
        if planted == name:
            yield _public_id(number)


def _public_id(number: int) -> str:
    return f"{number:026x}"


def records_with_names(size: int, *, persons: int) -> Iterator[AccessCopyRecord]:
    """Yield the access copies of a release, with new names in some of them."""
    forms = planted_forms(size)
    for number in range(size):
        record = published(account(number, persons=persons))
        yield _with(record, forms[number][1]) if number in forms else record


def _with(record: AccessCopyRecord, form: str) -> AccessCopyRecord:
    text = next(text for text in record.languages if text.passages)
    passage = text.passages[3]
    passage = replace(passage, parts=(*passage.parts, Part(PartKind.PLAIN, f" Потом пришёл {form}, og vi gikk.")))
    changed = replace(text, passages=(*text.passages[:3], passage, *text.passages[4:]))
    return replace(record, languages=tuple(changed if one is text else one for one in record.languages))


def _write_release(size: int, persons: int) -> None:
    records = records_with_names(size, persons=persons)
    put_in_place(records, Path(settings.RELEASE_FILE), key_file=Path(settings.RELEASE_KEY_FILE))


def enter_testimonies(size: int, persons: list[Person], staff: holdings.Staff) -> None:
    """Enter the rows that a sweep acts on: testimonies of one source, and who appears in them."""
    numbers = range(size) if persons else sorted(planted_forms(size))
    source = _source(staff)
    with transaction.atomic():
        for start in range(0, len(numbers), ROWS):
            rows = [
                Testimony(source=source, number=number + 1, public_id=_public_id(number))
                for number in numbers[start : start + ROWS]
            ]
            Testimony.objects.bulk_create(rows)
            if persons:
                Appearance.objects.bulk_create(_appearances(rows, persons))


def _appearances(rows: list[Testimony], persons: list[Person]) -> Iterator[Appearance]:
    for row in rows:
        for place, number in enumerate(account(row.number - 1, persons=len(persons)).persons):
            part = Role.COMRADE if place else Role.PROTAGONIST
            yield Appearance(testimony=row, person=persons[number], part=part, narrates=not place)


def _source(staff: holdings.Staff) -> Source:
    key = make_data_key()
    received = Received(
        sealed_under=key,
        digest="0" * 64,
        length=0,
        file_name="",
        content="",
        deposited_by=staff.editor,
        deposited_at=AT,
    )
    received.save(force_insert=True)
    source = Source(
        sealed_under=key,
        collection=open_collection(code="benchmark", title="Benchmark", by=staff.editor, at=AT),
        received=received,
        number=1,
        kind="interview",
        title="",
        custody_note="",
        accessioned_by=staff.editor,
        accessioned_at=AT,
    )
    source.save(force_insert=True)
    return source


def _in_a_process_of_its_own(work: Callable[..., None], *given: Any) -> None:
    connections.close_all()
    process = multiprocessing.get_context("fork").Process(target=work, args=given)
    process.start()
    process.join()
    if process.exitcode:
        raise ChildProcessError(f"Writing the release ended with {process.exitcode}.")


def _mib(path: Path) -> float:
    return round(path.stat().st_size / 2**20, 1)


@dataclass
class _Watch:
    """How long something took, and the most memory it held: each process, and all of them with what they share once."""

    seconds: float = 0.0
    cpu_seconds: float = 0.0
    largest: float = 0.0
    together: float = 0.0

    def look(self) -> None:
        children = [child.pid for child in multiprocessing.active_children() if child.pid]
        held = []
        for process in (multiprocessing.current_process().pid or 0, *children):
            try:
                held.append(memory_of(process))
            except (OSError, KeyError):  # it has just ended
                continue
        self.largest = max([self.largest, *(one["resident"] for one in held)])
        self.together = max(self.together, sum(one["share"] for one in held))

    def figures(self) -> dict[str, float]:
        return {
            "seconds": self.seconds,
            "cpu_seconds": self.cpu_seconds,
            "largest_process_mib": round(self.largest, 1),
            "all_processes_mib": round(self.together, 1),
        }


@contextmanager
def _watched() -> Iterator[_Watch]:
    """Time a block, and look at its memory from a thread, now and then."""
    watch, ended = _Watch(), Event()

    def look_on() -> None:
        watch.look()
        while not ended.wait(0.5):
            watch.look()

    with stopwatch() as clock:
        thread = Thread(target=look_on, daemon=True)
        thread.start()
        try:
            yield watch
        finally:
            ended.set()
            thread.join()
    watch.look()
    watch.seconds, watch.cpu_seconds = clock.seconds, clock.cpu_seconds
