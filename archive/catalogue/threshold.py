"""The display threshold: what too few disclosure units carry is not in a release at all.

A coded value carried by fewer units than the threshold becomes its broader value, or is not given; a theme marked
`threshold` becomes the theme above it. Then counts in the room are exact, and a filter acts only on what pages show.
A disclosure unit is a person: two accounts of one person count once. Units are known at the desk only.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from archive.catalogue.facets import FACETS, Facet, title_for
from archive.catalogue.records import AccessCopyRecord, LanguageRecord, PassageRecord, ThemeRecord

DEFAULT_THRESHOLD = 3


def apply_display_threshold(
    copies: Sequence[AccessCopyRecord], *, themes: Iterable[ThemeRecord], units: Mapping[str, str], threshold: int
) -> tuple[AccessCopyRecord, ...]:
    """Return the records as a release may show them; `units` gives the disclosure unit of each public id."""
    shown = {facet.code: _values_shown(facet, copies, units=units, threshold=threshold) for facet in FACETS}
    shared = _themes_shown(copies, tuple(themes), units=units, threshold=threshold)
    return tuple(_coarsen(copy, shown, shared) for copy in copies)


def _values_shown(
    facet: Facet, copies: Sequence[AccessCopyRecord], *, units: Mapping[str, str], threshold: int
) -> dict[str, str]:
    """Return for each value in use what stands for it; an empty string is "not given"."""
    stands_for = {value: value for copy in copies if (value := dict(copy.facets).get(facet.code, ""))}
    depth = {value.code: sum(1 for _ in facet.with_broader(value.code)) for value in facet.values}
    while True:
        carriers: dict[str, set[str]] = defaultdict(set)
        for copy in copies:
            value = stands_for.get(dict(copy.facets).get(facet.code, ""), "")
            if value:
                carriers[value].add(units.get(copy.public_id, copy.public_id))
        rare = [value for value, persons in carriers.items() if len(persons) < threshold]
        if not rare:
            return stands_for
        # Narrowest first: what it falls back to may then have carriers enough.
        deepest = max(depth[value] for value in rare)
        gone = {value for value in rare if depth[value] == deepest}
        stands_for = {
            value: facet.value(shown).broader if shown in gone else shown for value, shown in stands_for.items()
        }


def _themes_shown(
    copies: Sequence[AccessCopyRecord], themes: tuple[ThemeRecord, ...], *, units: Mapping[str, str], threshold: int
) -> dict[str, str]:
    carriers: dict[str, set[str]] = defaultdict(set)
    for copy in copies:
        for code in themes_carried(copy):
            carriers[code].add(units.get(copy.public_id, copy.public_id))
    return {
        theme.code: theme.parent or ""
        for theme in themes
        if theme.display == "threshold" and len(carriers[theme.code]) < threshold
    }


def themes_carried(copy: AccessCopyRecord) -> set[str]:
    """Return the codes of the themes that stand at any passage, in any language."""
    return {code for text in copy.languages for passage in text.passages for code in passage.themes}


def _coarsen(
    copy: AccessCopyRecord, shown: Mapping[str, Mapping[str, str]], shared: Mapping[str, str]
) -> AccessCopyRecord:
    facets = tuple((facet, value) for facet, told in copy.facets if (value := shown[facet].get(told, "")))
    languages = tuple(_retitle(text, dict(copy.facets), dict(facets)) for text in copy.languages)
    if shared:
        languages = tuple(replace(text, passages=_retheme(text, shared)) for text in languages)
    return replace(copy, facets=facets, languages=languages)


def _retitle(text: LanguageRecord, told: Mapping[str, str], shown: Mapping[str, str]) -> LanguageRecord:
    """Say in a title made by pattern no more than the facets do."""
    if told == shown or text.title != title_for(text.public_name, told, language=text.language):
        return text
    return replace(text, title=title_for(text.public_name, shown, language=text.language))


def _retheme(text: LanguageRecord, shared: Mapping[str, str]) -> tuple[PassageRecord, ...]:
    return tuple(
        replace(passage, themes=broader_themes(passage.themes, shared))
        if any(code in shared for code in passage.themes)
        else passage
        for passage in text.passages
    )


def broader_themes(codes: Iterable[str], shared: Mapping[str, str]) -> tuple[str, ...]:
    """Return the codes with each theme that may not be shown replaced by the one above it."""
    return tuple(dict.fromkeys(code for told in codes if (code := shared.get(told, told))))
