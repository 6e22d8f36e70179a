"""A stolen disk or backup without the key yields no name and no original."""

import base64
import gc
import logging
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import permutations
from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings
from django.db import connection

from archive.audit.triggers import remove_triggers
from archive.publication.release import issue_release, publish
from archive.redaction.rendering import render_redacted
from archive.review.rounds import record_verdict, submit_for_review
from archive.sealing.envelopes import Unsealable, row_context, unseal
from archive.sealing.keys import load_key_ring, make_key_file
from archive.sealing.signatures import load_signing_key
from archive.testimonies.models import Edition
from archive.users.staff import add_user
from archive.vault.keyring import VaultLocked
from archive.vault.locking import forget_vault
from archive.vault.models import Original, ProtectedName
from archive.vault.naming import NameDraft, register_person
from archive.vault.sealed import DataKey, SealedModel, SealedTextField
from tests import walking
from tests.walking import AT

# What nobody may find anywhere outside the key holder's memory.
NAMES = ("Torvald", "Brekkesen", "Solveig", "Торвальд", "Бреккесен")
DETAILS = ("Kveldsvik", "14 May", "a carpenter", "Torvald Brekkesen. I was")
# What stands in sealed columns and is never published: evidence, reasons, a reviewer's words.
WORKING_WORDS = ("asked for another name", "She was not asked", "Ordinary words", "Read twice on a train")
# What will be public, but is not yet.
UNPUBLISHED = ("We slept in a school", "stays behind when the others")

NARRATOR = replace(walking.NARRATOR, names=(*walking.NARRATOR.names, NameDraft("Торвальд Бреккесен")))


def approved() -> tuple[Edition, walking.Staff]:
    """Take a testimony as far as its approval, with words in every sealed column that the walk fills."""
    people = walking.staff()
    edition = walking.take_in(people, persons=(NARRATOR, walking.WIFE))
    edition = walking.describe(walking.decide(edition, people), people)
    submit_for_review(edition, by=people.editor, at=AT)
    digest = render_redacted(edition, by=people.admin, at=AT, purpose="review").digest
    record_verdict(
        edition, reviewer=people.admin, digest=digest, verdict="approve", words="Read twice on a train.", at=AT
    )
    return edition, people


def spellings(text: str) -> Iterator[bytes]:
    """Yield the ways in which a text could stand in a file."""
    for encoded in (text.encode(), text.encode("utf-16-le"), text.encode("utf-16-be")):
        yield encoded
        yield encoded.hex().encode()
        for shift in range(3):  # what base64 makes of the middle of a text depends on where it begins
            yield base64.b64encode(b"\0" * shift + encoded)[4:-4]
    for shift in range(4):
        yield base64.b85encode(b"\0" * shift + text.encode())[5:-5]
    yield text.encode("unicode-escape")


def found(needles: tuple[str, ...], files: dict[Path, bytes]) -> list[tuple[str, str]]:
    """Return which needle stands in which file."""
    return [
        (needle, path.name)
        for needle in needles
        for path, content in files.items()
        if any(len(spelling) > 5 and spelling in content for spelling in spellings(needle))
    ]


@pytest.fixture
def disk(database: str, data_folder: Path, request: pytest.FixtureRequest) -> Callable[[], dict[Path, bytes]]:
    """Return all the bytes that lie on the desk's disk, the key folder excepted."""

    def read() -> dict[Path, bytes]:
        paths = set(data_folder.glob("**/*"))
        if database == "postgresql":
            server = request.getfixturevalue("postgresql_server").folder
            with connection.cursor() as cursor:
                cursor.execute("SELECT oid FROM pg_database WHERE datname = current_database()")
                (number,) = cursor.fetchone()
                cursor.execute("CHECKPOINT")
            paths |= {*server.glob("*"), *server.glob(f"data/base/{number}/*"), *server.glob("data/pg_wal/*")}
        return {path: path.read_bytes() for path in sorted(paths) if path.is_file()}

    return read


class TestTheDiskOfADesk:
    def test_is_looked_at_where_the_words_would_be(self, disk: Callable[[], dict[Path, bytes]]) -> None:
        add_user(username="kari", display_name="Stands in clear", role="editor", by=None, at=AT)

        assert found(("Stands in clear",), disk())

    def test_holds_no_word_of_an_unpublished_testimony(self, disk: Callable[[], dict[Path, bytes]]) -> None:
        approved()

        assert found((*NAMES, *DETAILS, *WORKING_WORDS, *UNPUBLISHED), disk()) == []

    def test_holds_of_a_published_one_what_is_public_and_no_more(self, disk: Callable[[], dict[Path, bytes]]) -> None:
        edition, people = approved()
        publish(edition, by=people.admin, at=AT)
        issue_release(by=people.admin, at=AT)

        files = disk()
        assert found((*NAMES, *DETAILS, *WORKING_WORDS), files) == []
        assert {name for _, name in found(UNPUBLISHED, files)} == {Path(settings.RELEASE_FILE).name}

    def test_holds_no_key(self, disk: Callable[[], dict[Path, bytes]]) -> None:
        edition, people = approved()
        publish(edition, by=people.admin, at=AT)
        issue_release(by=people.admin, at=AT)

        ring = load_key_ring(settings.VAULT_KEY_FILE)
        keys = [ring.root, ring.derive("names"), *(key.open() for key in DataKey.objects.all())]
        key_lines = [
            line
            for path in (settings.VAULT_KEY_FILE, settings.RELEASE_KEY_FILE, settings.TOMBSTONE_KEY_FILE)
            for line in (path.read_bytes().strip(), path.read_bytes().strip().rpartition(b":")[2])
        ]
        needles = [*key_lines, *(form for key in keys for form in (key, key.hex().encode(), base64.b64encode(key)))]
        assert len(keys) > 4
        assert load_signing_key(settings.RELEASE_KEY_FILE).public_key
        assert [path for path, content in disk().items() if any(needle in content for needle in needles)] == []


@pytest.mark.usefixtures("database")
class TestWithoutTheKey:
    @pytest.fixture(autouse=True)
    def _taken(self, database: str) -> Iterator[None]:
        approved()
        forget_vault()
        yield
        forget_vault()

    def test_nothing_opens(self, tmp_path: Path, settings: pytest.FixtureRequest) -> None:
        settings.VAULT_KEY_FILE = tmp_path / "gone.key"  # type: ignore[attr-defined]

        with pytest.raises(VaultLocked, match=r"gone\.key"):
            Original.objects.get().text.reveal()
        with pytest.raises(VaultLocked):
            ProtectedName.objects.filter(person__number=2).get().name.reveal()

    def test_another_archives_key_opens_nothing(self, tmp_path: Path, settings: pytest.FixtureRequest) -> None:
        make_key_file(tmp_path / "other.key")
        settings.VAULT_KEY_FILE = tmp_path / "other.key"  # type: ignore[attr-defined]

        for name in ProtectedName.objects.all():
            with pytest.raises(Unsealable):
                name.name.reveal()

    def test_the_destroyed_key_of_one_person_leaves_the_others(self) -> None:
        names = list(ProtectedName.objects.order_by("person__number"))
        one, other = names[0], names[-1]
        DataKey.objects.filter(pk=one.sealed_under_id).update(wrapped=b"")

        with pytest.raises(Unsealable):
            ProtectedName.objects.get(pk=one.pk).name.reveal()
        assert ProtectedName.objects.get(pk=other.pk).name.reveal() == "Solveig Brekkesen"


@pytest.mark.django_db
class TestTwoPersonsOfOneName:
    def test_cannot_be_told_to_be_that(self) -> None:
        people = walking.staff()
        for _ in range(2):
            register_person(names=(NameDraft("Solveig Brekkesen"),), by=people.editor, at=AT)

        assert len(set(ProtectedName.objects.values_list("digest", flat=True))) == 2


def sealed_values() -> list[tuple[str, bytes, bytes]]:
    """Return every sealed value of the database: its place, its data key, its bytes."""
    values = []
    for model in apps.get_models():
        if not issubclass(model, SealedModel):
            continue
        for field in model._meta.concrete_fields:
            if isinstance(field, SealedTextField):
                for row in model.objects.all():
                    with connection.cursor() as cursor:
                        cursor.execute(
                            f"SELECT {field.column} FROM {model._meta.db_table} WHERE id = %s",  # noqa: S608
                            [row.pk.hex if connection.vendor == "sqlite" else row.pk],
                        )
                        (stored,) = cursor.fetchone()
                    place = row_context(model._meta.db_table, str(field.column), row.pk)
                    values.append((place, row.data_key(), bytes(stored)))
    return values


class TestACiphertextInAnotherPlace:
    @pytest.mark.django_db
    def test_never_opens_whichever_two_are_swapped(self) -> None:
        approved()

        values = sealed_values()
        opened = [unseal(sealed, data_key=key, context=place) for place, key, sealed in values]
        assert len(opened) > 40
        assert len({place.rpartition("|")[0] for place, _, _ in values}) >= 15
        for (_, _, sealed), (place, key, _) in permutations(values, 2):
            with pytest.raises(Unsealable):
                unseal(sealed, data_key=key, context=place)

    def test_is_refused_when_the_database_is_asked(self, database: str) -> None:
        approved()
        first, second = ProtectedName.objects.filter(person__number=1)
        remove_triggers()

        with connection.cursor() as cursor:
            cursor.execute(
                "UPDATE vault_protectedname SET name = (SELECT o.name FROM vault_protectedname o WHERE o.id = %s) "
                "WHERE id = %s",
                [first.pk.hex, second.pk.hex],
            )

        with pytest.raises(Unsealable):
            ProtectedName.objects.get(pk=second.pk).name.reveal()


@pytest.mark.django_db
class TestWhatTheProcessSays:
    def test_holds_no_protected_word_at_the_finest_level(self, caplog: pytest.LogCaptureFixture) -> None:
        caplog.set_level(logging.DEBUG)
        logging.getLogger("django.db.backends").propagate = True

        edition, people = approved()
        publish(edition, by=people.admin, at=AT)

        said = caplog.text + "".join(repr(record.args) for record in caplog.records)
        assert [word for word in (*NAMES, *DETAILS) if word in said] == []

    def test_holds_none_in_the_names_of_things_either(self) -> None:
        approved()
        gc.collect()

        rows = [row for model in apps.get_models() if model._meta.managed for row in model._default_manager.all()]
        said = "".join(f"{row!r} {row} {vars(row)!r}" for row in rows)
        assert len(rows) > 100
        assert [word for word in (*NAMES, *DETAILS, *WORKING_WORDS) if word in said] == []
