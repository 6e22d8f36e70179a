"""Every column of the desk's database that could hold words is sealed, or stands here with what it holds.

A new text column fails this test until it is sealed, or until somebody writes down why it may stand in clear and what
shape its content has; and everything that a walk writes into a clear column must have that shape.
"""

import re

import pytest
from django.apps import apps
from django.db import connection, models

from archive.audit.acts import Act, SubjectKind
from archive.catalogue.closed_lists import SOURCE_KIND_CODES, WARNING_CODES
from archive.catalogue.facets import FACETS
from archive.language.codes import LANGUAGES
from archive.publication.release import issue_release
from archive.vault.sealed import SealedTextField
from tests import walking
from tests.walking import AT

WORDLESS = (
    models.AutoField,
    models.BigAutoField,
    models.BigIntegerField,
    models.IntegerField,
    models.BooleanField,
    models.FloatField,
    models.DateTimeField,
    models.DateField,
    models.UUIDField,
    models.ForeignKey,
)

DIGEST = r"[0-9a-f]{64}"
SLUG = r"[a-z0-9]+([-_.][a-z0-9]+)*"


def one_of(codes):
    return "|".join(re.escape(str(code)) for code in codes)


# Column, what it holds, and the shape of that. `None`: words that may stand in clear.
CLEAR = {
    "audit_auditevent.actor": ("a staff reference", r"|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"),
    "audit_auditevent.act": ("a listed act", one_of(Act)),
    "audit_auditevent.subject_kind": ("a listed kind of subject", one_of(SubjectKind)),
    "audit_auditevent.subject": ("an identifier", r"|[0-9]+|[0-9a-f-]{36}|" + DIGEST),
    "audit_auditevent.facts": ("numbers, codes, digests, ids", r'\{("[a-z_]+":("[A-Za-z0-9_-]+"|[0-9]+),?)*\}'),
    "audit_auditevent.previous_hash": ("a hash", DIGEST),
    "audit_auditevent.hash": ("a hash", DIGEST),
    "audit_trailhead.hash": ("a hash", DIGEST),
    "users_user.username": ("a staff user name", r"[a-z][a-z0-9-]*"),
    "users_user.display_name": ("what a member of staff is called at the desk", None),
    "users_user.password": ("a password hash, or none", r"!.*|[a-z0-9_]+\$.+"),
    "themes_concept.code": ("a code of the thesaurus", r"[A-Z][A-Z0-9]*(\.[A-Za-z0-9]+)*"),
    "themes_concept.slug": ("the address of a theme", SLUG),
    "themes_conceptlabel.language": ("a language", one_of(LANGUAGES)),
    "themes_conceptlabel.pref_label": ("a theme, as the public reads it", None),
    "themes_conceptlabel.scope_note": ("what a theme covers, as the public reads it", None),
    "vault_datakey.wrapped": ("a wrapped key", None),
    "vault_received.digest": ("a keyed digest", DIGEST),
    "vault_protectedname.digest": ("a keyed digest, different for each person", DIGEST),
    "vault_prunedform.digest": ("a keyed digest, different for each person", DIGEST),
    "testimonies_collection.code": ("the code of a collection, which is public", SLUG),
    "testimonies_source.kind": ("a listed kind of source", one_of(SOURCE_KIND_CODES)),
    "testimonies_testimony.public_id": ("a random public id", r"[a-z0-9]{20,26}"),
    "testimonies_edition.detection_stamp": ("a digest of the recognisers", "|" + DIGEST),
    "testimonies_codedfact.facet": ("a facet", one_of(facet.code for facet in FACETS)),
    "testimonies_codedfact.value": ("a coarse value", one_of(value.code for facet in FACETS for value in facet.values)),
    "testimonies_contentwarning.code": ("a listed content warning", one_of(WARNING_CODES)),
    "redaction_identifyingspan.detail": ("a slug of the taxonomy", SLUG),
    "redaction_identifyingspan.recogniser": ("the name of a recogniser", "|" + SLUG),
    "redaction_identifyingspan.repeat": ("a keyed digest", "|" + DIGEST),
    "redaction_identifyingspan.fact": ("a keyed digest, or none", "|" + DIGEST),
    "redaction_acceptedexposure.digest": ("a keyed digest of what is told", DIGEST),
    "redaction_publicthing.words": ("what the archive holds to be public, and no form of a protected name", None),
    "redaction_publicthing.key": ("the same in lower case", None),
    "redaction_knownfact.fact": ("a keyed digest of what a public text tells", DIGEST),
    "redaction_spandecision.rung": ("a rung of a ladder", r"|L[0-4]"),
    "redaction_namelift.digest": ("a digest of what would be public", DIGEST),
    "redaction_liftverdict.digest": ("a digest of what would be public", DIGEST),
    "review_reviewround.digest": ("a digest of what would be public", DIGEST),
    "review_verdict.digest": ("a digest of what would be public", DIGEST),
    "publication_publicationcertificate.digest": ("a digest of what is public", DIGEST),
    "publication_publicationcertificate.names_stamp": ("a keyed digest", DIGEST),
    "publication_release.month": ("a month", r"[0-9]{4}-[0-9]{2}"),
    "publication_release.order_seed": ("a random seed", r"[0-9a-f]{32,64}"),
    "publication_release.trail_hash": ("a hash", DIGEST),
    "publication_release.file_digest": ("a digest of what is public", DIGEST),
    "publication_release.logical_digest": ("a digest of what is public", DIGEST),
    "publication_contextsheet.code": ("the code of a context entry, which is public", SLUG),
    "publication_sweephit.language": ("a language", one_of(LANGUAGES)),
    # Django's own
    "django_content_type.app_label": ("a package", r"[a-z_]+"),
    "django_content_type.model": ("a model", r"[a-z]+"),
    "django_session.session_key": ("a random key", r"[a-z0-9]+"),
    "django_session.session_data": ("who is signed in, and fixed words to show next; no text of a testimony", None),
    "auth_permission.name": ("unused", r"Can [a-z ]+"),
    "auth_permission.codename": ("unused", r"[a-z_]+"),
    "auth_group.name": ("unused", r""),
}


def columns():
    """Yield every column of the desk's database that could hold words, with its field."""
    for model in apps.get_models(include_auto_created=True):
        if not model._meta.managed:
            continue  # a table of the release: public, and never in this database
        for field in model._meta.concrete_fields:
            if not isinstance(field, (*WORDLESS, SealedTextField)):
                yield f"{model._meta.db_table}.{field.column}", field


class TestAColumnThatCouldHoldWords:
    def test_is_sealed_or_written_down_here(self):
        unlisted = [name for name, field in columns() if not field.choices and name not in CLEAR]

        assert unlisted == []

    def test_is_not_written_down_here_once_it_is_gone(self):
        known = {name for name, _ in columns()}

        assert sorted(CLEAR.keys() - known) == []

    def test_is_sealed_wherever_words_are_written(self):
        sealed = [
            f"{model._meta.label}.{field.name}"
            for model in apps.get_models()
            for field in model._meta.concrete_fields
            if isinstance(field, SealedTextField)
        ]

        assert len(sealed) >= 16


@pytest.mark.django_db
class TestWhatAWalkWrites:
    @pytest.fixture
    def _walked(self):
        people = walking.staff()
        walking.put_out(people)
        issue_release(by=people.admin, at=AT)

    @pytest.mark.usefixtures("_walked")
    def test_has_in_every_clear_column_the_shape_that_is_written_down(self):
        misshapen, looked_at = [], 0
        for name, field in columns():
            shape = one_of(code for code, _ in field.flatchoices) if field.choices else CLEAR[name][1]
            if shape is None:
                continue
            shape = f"|{shape}" if field.choices and field.blank else shape
            table, column = name.split(".")
            with connection.cursor() as cursor:
                cursor.execute(f"SELECT DISTINCT {column} FROM {table} WHERE {column} IS NOT NULL")  # noqa: S608
                values = [str(value) for (value,) in cursor.fetchall()]
            looked_at += bool(values)
            misshapen += [(name, value) for value in values if not re.fullmatch(shape, value)]

        assert misshapen == []
        assert looked_at >= 40

    @pytest.mark.usefixtures("_walked")
    def test_is_no_text_that_sqlite_would_hold_in_a_column_of_another_kind(self):
        """SQLite keeps whatever it is given: ask each number, time and reference what it really is."""
        strange = []
        for model in apps.get_models(include_auto_created=True):
            for field in model._meta.concrete_fields if model._meta.managed else ():
                if isinstance(field, SealedTextField):
                    kinds = {"blob", "null"}
                elif isinstance(field, models.IntegerField | models.BooleanField):
                    kinds = {"integer", "null"}
                elif isinstance(field, models.FloatField):
                    kinds = {"real"}
                else:
                    continue
                with connection.cursor() as cursor:
                    cursor.execute(f'SELECT DISTINCT typeof("{field.column}") FROM {model._meta.db_table}')  # noqa: S608
                    found = {kind for (kind,) in cursor.fetchall()}
                strange += [(model._meta.label, field.name, kind) for kind in found - kinds]

        assert strange == []
