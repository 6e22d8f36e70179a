"""The tables of a release.

They are made by the schema editor in a fresh file and never migrated: a release is built new, never changed. All are
unmanaged, so that neither `migrate` nor the test runner makes them in the desk database. No key leaves this app.

Access copies are reached through `AccessCopy.objects.visible(tombstones)` and no other way: the manager has no `all()`.
"""

from typing import Any, NoReturn, Self

from django.db import connections, models
from django.db.models import Aggregate, Lookup
from django.db.models.sql.compiler import SQLCompiler

from archive.catalogue.bitsets import bits_of_listed_rows
from archive.catalogue.tombstones import TombstoneList
from archive.catalogue.words import match_expression

_MATCHING = "SELECT rowid FROM search WHERE search MATCH %s"
_MATCHING_RANKED = f"{_MATCHING} ORDER BY rank"


class ReleaseManifest(models.Model):
    """What a release says of itself; one row."""

    serial = models.PositiveIntegerField(primary_key=True)
    month = models.CharField(max_length=7)
    trail_head = models.CharField(max_length=64)
    order_seed = models.CharField(max_length=64)
    format_version = models.PositiveSmallIntegerField()
    library_versions = models.JSONField()
    logical_digest = models.CharField(max_length=64)
    copies = models.PositiveIntegerField()
    threshold = models.PositiveSmallIntegerField()

    class Meta:
        managed = False
        db_table = "manifest"

    def __str__(self) -> str:
        return f"release {self.serial}"


class GroupConcat(Aggregate):
    """All values in one string: reading ten thousand row numbers as one value is several times faster than as rows."""

    function = "GROUP_CONCAT"
    output_field = models.TextField()


class NotInList(Lookup):
    """`field__not_in_list`: not one of the strings of a JSON list; one parameter, however long the list is."""

    lookup_name = "not_in_list"

    def as_sql(self, compiler: SQLCompiler, connection: Any) -> tuple[str, tuple[Any, ...]]:
        """Return `column NOT IN (SELECT value FROM json_each(?))`."""
        column, column_parameters = self.process_lhs(compiler, connection)
        value, value_parameters = self.process_rhs(compiler, connection)
        sql = f"{column} NOT IN (SELECT value FROM json_each({value}))"  # noqa: S608 - column and placeholder
        return sql, (*column_parameters, *value_parameters)


class AccessCopyQuerySet(models.QuerySet["AccessCopy"]):
    """Access copies that may be shown; begins with `visible`."""

    def about(self, theme: str) -> Self:
        """Keep those that carry the theme with this code, or a narrower one."""
        return self.filter(pk__in=CopyTheme.objects.using(self.db).filter(theme_id=theme).values("copy_id"))

    def about_any(self, themes: list[str]) -> Self:
        """Keep those that carry one of the themes with these codes."""
        return self.filter(pk__in=CopyTheme.objects.using(self.db).filter(theme_id__in=themes).values("copy_id"))

    def matching(self, query: str) -> Self:
        """Keep those in which every word and phrase of the query stands; none if it holds no word to look for."""
        expression = match_expression(query)
        if not expression:
            return self.none()
        return self.filter(pk__in=SearchRow.objects.using(self.db).filter(search__match=expression).values("rowid"))

    def readable_in(self, languages: list[str]) -> Self:
        """Keep those whose text can be read in one of these languages."""
        texts = AccessCopyText.objects.using(self.db).filter(language__in=languages, words__gt=0)
        return self.filter(pk__in=texts.values("copy_id"))

    def matching_rows(self, query: str, *, ranked: bool) -> list[int]:
        """Return the row numbers of all that match a query, best first if asked; not narrowed to this set."""
        expression = match_expression(query)
        if not expression:
            return []
        with connections[self.db].cursor() as cursor:
            cursor.execute(_MATCHING_RANKED if ranked else _MATCHING, [expression])
            return [row for (row,) in cursor.fetchall()]

    def row_bits(self) -> int:
        """Return the row numbers as one set of bits."""
        return bits_of_listed_rows(self.order_by().aggregate(rows=GroupConcat("pk"))["rows"] or "")


class AccessCopyManager(models.Manager["AccessCopy"]):
    """The one way to access copies; it asks what has been withdrawn before it answers anything."""

    def get_queryset(self) -> NoReturn:
        """Refuse: a query that does not know the tombstones could show what has been withdrawn."""
        raise TypeError("Access copies are read through AccessCopy.objects.visible(tombstones), and no other way.")

    def visible(self, tombstones: TombstoneList, *, using: str | None = None) -> AccessCopyQuerySet:
        """Return the access copies that are neither withdrawn nor suspended."""
        copies = AccessCopyQuerySet(self.model, using=using or self._db)
        return copies.filter(public_id__not_in_list=tombstones.as_json_list())


class AccessCopy(models.Model):
    """The published edition of one testimony; the row number orders by first issue and is newest highest."""

    id = models.PositiveIntegerField(primary_key=True)
    public_id = models.CharField(max_length=40, unique=True)
    edition = models.PositiveSmallIntegerField()
    serial = models.PositiveIntegerField()
    month = models.CharField(max_length=7)
    collection = models.CharField(max_length=64)
    source_kind = models.CharField(max_length=32)
    source_year = models.PositiveSmallIntegerField(null=True)
    name_changed = models.BooleanField()
    route = models.CharField(max_length=32)
    role = models.CharField(max_length=32)
    age = models.CharField(max_length=32)
    origin = models.CharField(max_length=32)
    refusal = models.CharField(max_length=32)
    refuge = models.CharField(max_length=32)
    outcome = models.CharField(max_length=32)
    teller = models.CharField(max_length=32)
    warnings = models.JSONField()
    alterations = models.JSONField()

    objects = AccessCopyManager()

    class Meta:
        managed = False
        db_table = "access_copy"

    def __str__(self) -> str:
        return self.public_id


class AccessCopyText(models.Model):
    """An access copy in one language. The passages are read whole, so they stand in one column, in clear."""

    copy = models.ForeignKey(AccessCopy, models.DO_NOTHING, related_name="texts", db_constraint=False)
    language = models.CharField(max_length=8)
    public_name = models.CharField(max_length=200)
    title = models.CharField(max_length=300)
    abstract = models.TextField()
    passages = models.JSONField()
    words = models.PositiveIntegerField()

    class Meta:
        managed = False
        db_table = "access_copy_text"
        constraints = [models.UniqueConstraint(fields=["copy", "language"], name="one_text_a_language")]

    def __str__(self) -> str:
        return f"{self.copy_id} ({self.language})"


class Theme(models.Model):
    """One concept that an access copy of this release carries, or one above it."""

    code = models.CharField(max_length=32, primary_key=True)
    slug = models.CharField(max_length=80, unique=True)
    parent = models.CharField(max_length=32)
    position = models.PositiveIntegerField()
    assignable = models.BooleanField()
    labels = models.JSONField()
    scope_notes = models.JSONField()
    alternatives = models.JSONField()

    class Meta:
        managed = False
        db_table = "theme"

    def __str__(self) -> str:
        return self.code


class CopyTheme(models.Model):
    """That an access copy carries a theme, itself or through a narrower one."""

    copy = models.ForeignKey(AccessCopy, models.DO_NOTHING, related_name="carried", db_constraint=False)
    theme = models.ForeignKey(Theme, models.DO_NOTHING, related_name="carriers", db_constraint=False)

    class Meta:
        managed = False
        db_table = "copy_theme"
        constraints = [models.UniqueConstraint(fields=["theme", "copy"], name="carried_once")]

    def __str__(self) -> str:
        return f"{self.copy_id} {self.theme_id}"


class FacetBits(models.Model):
    """Which access copies have one value of a facet, or a narrower one: bit n stands for row n, lowest bit first."""

    facet = models.CharField(max_length=16)
    value = models.CharField(max_length=32)
    bits = models.BinaryField()

    class Meta:
        managed = False
        db_table = "facet_bits"
        constraints = [models.UniqueConstraint(fields=["facet", "value"], name="one_set_a_value")]

    def __str__(self) -> str:
        return f"{self.facet}: {self.value}"


class ContextEntry(models.Model):
    """A background case, figure, point of law or term, or the description of a collection."""

    code = models.CharField(max_length=64, primary_key=True)
    kind = models.CharField(max_length=16)
    position = models.PositiveIntegerField()
    date = models.CharField(max_length=10)
    topic = models.CharField(max_length=80)
    publisher = models.CharField(max_length=200)
    year = models.PositiveSmallIntegerField(null=True)
    texts = models.JSONField()
    related = models.JSONField()
    themes = models.JSONField()

    class Meta:
        managed = False
        db_table = "context_entry"

    def __str__(self) -> str:
        return self.code


class WordForm(models.Model):
    """A form that occurs in the texts, under the stem that finds it; marks and excerpts are made with it."""

    stem = models.CharField(max_length=64)
    form = models.CharField(max_length=64)

    class Meta:
        managed = False
        db_table = "word_form"
        # Constraints make the indexes: the schema editor gives an unmanaged model no others.
        constraints = [models.UniqueConstraint(fields=["stem", "form"], name="one_form_a_stem")]

    def __str__(self) -> str:
        return self.form


class SearchRow(models.Model):
    """A row of the word index (FTS5, contentless): stems only, the row number is that of the access copy."""

    rowid = models.PositiveIntegerField(primary_key=True)
    search = models.TextField()
    rank = models.FloatField()

    class Meta:
        managed = False
        db_table = "search"

    def __str__(self) -> str:
        return str(self.rowid)


class SearchMatch(Lookup):
    """`search__match`: FTS5's MATCH on the whole row."""

    lookup_name = "match"

    def as_sql(self, compiler: SQLCompiler, connection: Any) -> tuple[str, tuple[Any, ...]]:
        """Return `search MATCH ?`."""
        column, column_parameters = self.process_lhs(compiler, connection)
        value, value_parameters = self.process_rhs(compiler, connection)
        return f"{column} MATCH {value}", (*column_parameters, *value_parameters)


models.TextField.register_lookup(SearchMatch)
models.CharField.register_lookup(NotInList)

RELEASE_MODELS: tuple[type[models.Model], ...] = (
    ReleaseManifest,
    AccessCopy,
    AccessCopyText,
    Theme,
    CopyTheme,
    FacetBits,
    ContextEntry,
    WordForm,
)
