"""The queues of the desk as filter forms: fields are listed, and what is not on a list is refused."""

import django_filters
from django.utils.translation import gettext_lazy as _

from archive.desk.words import STATE_WORDS
from archive.testimonies.models import Collection, Edition, EditionQuerySet, State


def _states() -> list[tuple[str, object]]:
    return [(code, words) for code, (words, _tone) in STATE_WORDS.items()]


def _collections() -> list[tuple[str, str]]:
    return [(code, code) for code in Collection.objects.order_by("code").values_list("code", flat=True)]


class EditionFilter(django_filters.FilterSet):
    """Editions by state and collection."""

    state = django_filters.ChoiceFilter(label=_("State"), choices=_states, empty_label=_("all"))
    collection = django_filters.ChoiceFilter(
        label=_("Collection"),
        choices=_collections,
        field_name="testimony__source__collection__code",
        empty_label=_("all"),
    )

    class Meta:
        model = Edition
        fields: tuple[str, ...] = ()


def listed_editions() -> EditionQuerySet:
    """Return what the lists show, with what each row asks for: all but what was replaced."""
    return (
        Edition.objects.exclude(state=State.SUPERSEDED)
        .select_related("testimony__source__collection__sealed_under")
        .order_by("testimony__number", "number")
    )
