"""What the published details tell together, before the gate: each rule that asks needs a coarser rung or a decision."""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from archive.deidentification.combinations import Rule
from archive.deidentification.crowd import SMALLEST_CROWD
from archive.publication.dossiers import Dossier
from archive.publication.obstacles import Obstacle

_SAID = {
    Rule.TWO_OF_FIVE: gettext_lazy(
        "More than two of place, date, unit, occupation and age are told finely, and nobody has decided that this may "
        "stand."
    ),
    Rule.RARE_FACT: gettext_lazy(
        "A fact that a public text has too is told here and in no other testimony, and nobody has decided that this "
        "may stand."
    ),
    Rule.CONSISTENCY: gettext_lazy(
        "One place, or another testimony of this person, tells what was taken out in another, and nobody has decided "
        "that this may stand."
    ),
    Rule.INTERVAL_INTEGRITY: gettext_lazy(
        "The dates and distances that are told give a date back that was taken out, and nobody has decided that this "
        "may stand."
    ),
}
_HINT = gettext_lazy("Open “How many could it be”: choose a coarser rung there, or record why this may stand.")


def check_combinations(dossier: Dossier) -> Iterator[Obstacle]:
    """G021: no combination rule asks without somebody having decided that exactly these facts may stand."""
    for rule in dossier.unanswered:
        if rule in _SAID:
            yield Obstacle("G021", str(_SAID[rule]), str(_HINT))


def check_crowd(dossier: Dossier) -> Iterator[Obstacle]:
    """G022: at least fifty people fit what is told, or somebody has decided that exactly these facts may stand."""
    if Rule.CROWD in dossier.unanswered:
        message = _(
            "Perhaps no more than %(fewest)s people fit what is told, fewer than %(least)s, and nobody has decided "
            "that this may stand."
        )
        fewest = dossier.exposure.crowd.fewest
        yield Obstacle("G022", message % {"fewest": fewest, "least": SMALLEST_CROWD}, str(_HINT))
