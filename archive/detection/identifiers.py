"""Find every candidate of a text: all recognisers run, or the detection fails as a whole."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import islice
from time import monotonic
from types import ModuleType

from archive.detection.arbitration import settle
from archive.detection.findings import Finding
from archive.detection.recognisers import (
    addresses,
    amounts,
    called,
    callings,
    capitals,
    codes,
    contacts,
    dates,
    events,
    family,
    keep_out,
    law,
    models,
    names,
    naming,
    numbers,
    organisations,
    places,
    protected,
    pseudonym,
    public,
    references,
    russian_model,
    service,
    topics,
    travel,
    uncapitalised,
    work,
)
from archive.detection.recognisers.public import PublicThings
from archive.detection.repeats import with_repeats
from archive.detection.second_reading import read_again
from archive.detection.segments import Document
from archive.language.codes import LANGUAGES
from archive.language.matching import NameMatcher

# What finds, and who wins where two find the same place: the earlier. In short: name > id > contact > date, age, unit >
# place > person > model > capitals. Protected names go before all of them.
RECOGNISERS = (
    references,
    contacts,
    codes,
    pseudonym,
    public,
    naming,
    called,
    dates,
    service,
    law,
    travel,
    amounts,
    addresses,
    places,
    russian_model,
    names,
    models,
    organisations,
    work,
    callings,
    topics,
    family,
    keep_out,
    capitals,
    uncapitalised,
    events,
    numbers,
)
# Where the packaged Russian model is not wanted (a small machine, a first look); the other nets stay as they are.
WITHOUT_MODEL = tuple(recogniser for recogniser in RECOGNISERS if recogniser is not russian_model)
SECONDS_PER_MEGABYTE = 120.0
SECONDS_AT_LEAST = 20.0
_AT_ONCE = 100


class DetectionFailed(Exception):
    """A recogniser raised or took too long: nothing may be concluded about the text."""

    def __init__(self, recogniser: str, cause: str) -> None:
        self.recogniser = recogniser
        super().__init__(
            f"Detection failed in {recogniser} ({cause}). The text counts as not examined. "
            "Run it again; if it fails again, report the recogniser."
        )


def order_of(recognisers: Sequence[ModuleType]) -> tuple[str, ...]:
    """Return the names of recognisers in their order, protected names before them."""
    return ("protected", *(recogniser.__name__.rpartition(".")[2] for recogniser in recognisers))


def find_identifiers(
    text: str,
    *,
    language: str | None = None,
    known_names: NameMatcher | None = None,
    pseudonyms: Collection[str] = (),
    public_things: PublicThings | None = None,
    recognisers: Sequence[ModuleType] = RECOGNISERS,
    seconds: float | None = None,
) -> tuple[Finding, ...]:
    """Return every finding, sorted and without overlaps; what they beat is kept in their `losers`."""
    document = Document(
        text,
        language if language in LANGUAGES else None,
        public_things,
        pseudonyms=tuple(pseudonyms),
        names_known=known_names is not None,
    )
    limit = seconds if seconds is not None else max(SECONDS_AT_LEAST, SECONDS_PER_MEGABYTE * len(text) / 1_000_000)
    deadline = monotonic() + limit
    found: list[Finding] = []
    for recogniser in (protected, *recognisers):
        name = recogniser.__name__.rpartition(".")[2]
        try:
            findings = protected.find(document, known_names) if recogniser is protected else recogniser.find(document)
            found += _within(findings, deadline)
        except _OverTime:
            raise DetectionFailed(name, "over its time") from None
        except Exception as error:
            raise DetectionFailed(name, type(error).__name__) from None
    try:
        settled = read_again(document, with_repeats(document, settle(found, text, order_of(recognisers))))
        return tuple(_within(settled, deadline))
    except _OverTime:
        raise DetectionFailed("settling", "over its time") from None
    except Exception as error:
        raise DetectionFailed("settling", type(error).__name__) from None


class _OverTime(Exception):
    """The time of a text is up."""


def _within(findings: Iterable[Finding], deadline: float) -> Iterator[Finding]:
    """Pass findings on until the time is up: asked at every few, so that a recogniser without end is left, too."""
    rest = iter(findings)
    while some := tuple(islice(rest, _AT_ONCE)):
        if monotonic() > deadline:
            raise _OverTime
        yield from some
    if monotonic() > deadline:
        raise _OverTime
