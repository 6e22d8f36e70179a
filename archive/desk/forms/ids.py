"""Forms that share a page with others: the ids of their fields begin with a word of their own."""

from typing import Any, ClassVar

from django import forms


class OwnIdsForm(forms.Form):
    """A form whose fields have ids of their own, so that a page may hold the same field twice."""

    ids: ClassVar[str]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("auto_id", f"{self.ids}_%s")
        super().__init__(*args, **kwargs)
