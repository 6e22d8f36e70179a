"""A text column whose content is only ever stored as ciphertext.

Each ciphertext is bound to its table, column and row (associated data of AES-GCM), so a value moved to another place
does not open. Reading an attribute gives a `SealedText`; its words come out by `reveal()` and by nothing else: not by
`str`, `repr`, a template or a log line.
"""

import uuid
from collections.abc import Collection
from typing import Any, cast

from django.db import models
from django.db.models.query_utils import DeferredAttribute

from archive.sealing.envelopes import row_context, seal, unseal
from archive.sealing.keys import new_data_key
from archive.vault.keyring import current_ring


class SealedText:
    """Words that are sealed, or about to be: `reveal()` opens them."""

    __slots__ = ("_clear", "_context", "_owner", "_sealed")

    def __init__(self, *, clear: str | None = None, sealed: bytes = b"", owner: Any = None, context: str = "") -> None:
        self._clear = clear
        self._sealed = sealed
        self._owner = owner
        self._context = context

    def reveal(self) -> str:
        """Return the words; raises `Unsealable` if they were moved or altered, `VaultLocked` without a key."""
        if self._clear is not None:
            return self._clear
        return unseal(self._sealed, data_key=self._owner.data_key(), context=self._context)

    def __repr__(self) -> str:
        return "<sealed>"

    __str__ = __repr__


class _SealedAttribute(DeferredAttribute):
    """Wraps what was read or assigned, so that no attribute access yields words."""

    def __get__(self, instance: Any, cls: Any = None) -> Any:
        if instance is None:
            return self
        value = super().__get__(instance, cls)
        if isinstance(value, SealedText):
            return value
        if value is None:
            return None
        if isinstance(value, str):
            wrapped = SealedText(clear=value)
        else:
            context = row_context(self.field.model._meta.db_table, self.field.attname, instance.pk)
            wrapped = SealedText(sealed=bytes(value), owner=instance, context=context)
        instance.__dict__[self.field.attname] = wrapped
        return wrapped

    def __set__(self, instance: Any, value: str | bytes | SealedText | None) -> None:
        instance.__dict__[self.field.attname] = value


class SealedTextField(models.BinaryField):  # type: ignore[type-arg]
    """Text stored as an AES-256-GCM envelope under the data key of its row (see `SealedModel`)."""

    descriptor_class = _SealedAttribute
    _pyi_private_set_type: str | SealedText
    _pyi_private_get_type: SealedText  # type: ignore[assignment]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("editable", False)
        super().__init__(*args, **kwargs)

    def pre_save(self, model_instance: models.Model, add: bool) -> bytes | None:
        """Return the ciphertext of what was assigned; what was read and not touched goes back as it was."""
        value = getattr(model_instance, self.attname)
        if value is None:
            return None
        if value._clear is None and value._owner is model_instance:
            return cast("bytes", value._sealed)
        instance = cast("SealedModel", model_instance)
        context = row_context(self.model._meta.db_table, self.attname, instance.pk)
        sealed = seal(value.reveal(), data_key=instance.data_key(), context=context)
        instance.__dict__[self.attname] = SealedText(sealed=sealed, owner=instance, context=context)
        return sealed

    def value_to_string(self, obj: models.Model) -> str:
        """Refuse serialisation: sealed columns do not leave through dumps."""
        raise TypeError("A sealed column is not dumped. Back the database file up instead; it holds ciphertext only.")


class DataKey(models.Model):
    """The wrapped key of one person, one source or one act of the desk; without it what it sealed is gone for good."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    wrapped = models.BinaryField()

    def __str__(self) -> str:
        return str(self.id)

    def open(self) -> bytes:
        """Return the key itself."""
        return current_ring().unwrap(bytes(self.wrapped), context=f"data-key|{self.id}")


def draw_data_key() -> DataKey:
    """Return a new data key, not stored yet."""
    key = DataKey()
    key.wrapped = current_ring().wrap(new_data_key(), context=f"data-key|{key.id}")
    return key


def make_data_key() -> DataKey:
    """Make and store a data key for a new person or source."""
    key = draw_data_key()
    key.save(force_insert=True)
    return key


class KeyHolder:
    """A data key while many columns under it are read: it is unwrapped once, not once for each."""

    __slots__ = ("_key", "_opened")

    def __init__(self, key: DataKey) -> None:
        self._key = key
        self._opened: bytes | None = None

    def data_key(self) -> bytes:
        """Return the opened key."""
        if self._opened is None:
            self._opened = self._key.open()
        return self._opened


def take_keys(keys: Collection[uuid.UUID]) -> dict[uuid.UUID, KeyHolder]:
    """Return data keys by their ids, none of them opened yet."""
    return {pk: KeyHolder(key) for pk, key in DataKey.objects.in_bulk(keys).items()}


def sealed_in(
    model: "type[SealedModel]", column: str, row: uuid.UUID, sealed: bytes, *, holder: KeyHolder
) -> SealedText:
    """Return a sealed value that was read without its row."""
    return SealedText(sealed=bytes(sealed), owner=holder, context=row_context(model._meta.db_table, column, row))


class SealedManager(models.Manager[Any]):
    """Fetches the wrapped key with each row, so that opening many rows asks the database once."""

    def get_queryset(self) -> models.QuerySet[Any]:
        """Return all rows, keys joined."""
        return super().get_queryset().select_related("sealed_under")


class SealedModel(models.Model):
    """A row with sealed columns, under one data key."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    sealed_under = models.ForeignKey(DataKey, models.PROTECT, related_name="+")

    objects = SealedManager()

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return str(self.pk)

    def data_key(self) -> bytes:
        """Return the opened key of this row."""
        return self.sealed_under.open()
