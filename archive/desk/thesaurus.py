"""The thesaurus in the language of the desk."""

from archive.desk.languages import current_language
from archive.themes.models import Concept


def theme_labels() -> dict[str, str]:
    """Return the name of every theme by its code."""
    speaks = current_language()
    labels = {}
    for concept in Concept.objects.in_order().prefetch_related("labels"):
        words = {label.language: label.pref_label for label in concept.labels.all()}
        labels[concept.code] = words.get(speaks) or words.get("en") or concept.code
    return labels


def themes_by_heading() -> list[tuple[str, list[tuple[str, str]]]]:
    """Return the themes a passage can be given, under their headings."""
    labels = theme_labels()
    groups: dict[str, list[tuple[str, str]]] = {}
    for code, broader in Concept.objects.assignable().in_order().values_list("code", "broader_id"):
        groups.setdefault(labels.get(broader or "", ""), []).append((code, labels[code]))
    return list(groups.items())
