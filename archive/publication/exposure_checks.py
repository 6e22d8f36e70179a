"""What the published details tell together, before the gate: each rule that asks needs a coarser rung or a decision."""

from collections.abc import Iterator

from archive.deidentification.combinations import Rule
from archive.deidentification.crowd import SMALLEST_CROWD
from archive.publication.dossiers import Dossier
from archive.publication.obstacles import Obstacle

_SAID = {
    Rule.TWO_OF_FIVE: "More than two of place, date, unit, occupation and age are told finely",
    Rule.RARE_FACT: "A fact that a public text has too is told here and in no other testimony",
    Rule.CONSISTENCY: "One place, or another testimony of this person, tells what was taken out in another",
    Rule.INTERVAL_INTEGRITY: "The dates and distances that are told give a date back that was taken out",
}
_HINT = "Open “How many could it be”: choose a coarser rung there, or record why this may stand."


def check_combinations(dossier: Dossier) -> Iterator[Obstacle]:
    """G021: no combination rule asks without somebody having decided that exactly these facts may stand."""
    for rule in dossier.unanswered:
        if rule in _SAID:
            yield Obstacle("G021", f"{_SAID[rule]}, and nobody has decided that this may stand.", _HINT)


def check_crowd(dossier: Dossier) -> Iterator[Obstacle]:
    """G022: at least fifty people fit what is told, or somebody has decided that exactly these facts may stand."""
    if Rule.CROWD in dossier.unanswered:
        fewest = dossier.exposure.crowd.fewest
        message = f"Perhaps no more than {fewest} people fit what is told, fewer than {SMALLEST_CROWD}"
        yield Obstacle("G022", f"{message}, and nobody has decided that this may stand.", _HINT)
