"""Stretches of lines of rendered pages in which no name stands: proved once, they are not searched on every page.

Half of what stands on a page of the room stands on thousands: navigation, labels, coded facts, the foot. A name, with
all that decides whether it is one, stands within a few lines of its own: the finder joins what a line break or a hyphen
parted and looks at the words beside it, never farther. So a page is cut into all its stretches of five lines, each
with the next but one line on either side of its middle. A stretch that stood word for word on a page before, and in
which nothing was found then, holds nothing now; everything else is searched, with the stretches it belongs to whole.
Where anything is found, the caller searches the page as a whole; and nothing is remembered of it.
"""

from collections.abc import Callable, Iterator

STRETCH = 5  # lines


class ProvedLines:
    """What was proved on the pages seen so far, for one matcher."""

    def __init__(self) -> None:
        self._proved: set[tuple[str, ...]] = set()

    def hold(self, text: str, *, is_clean: Callable[[str], bool]) -> bool:
        """Tell whether nothing stands in a text; `is_clean` searches what has not been proved before."""
        lines = text.split("\n")
        stretches = [tuple(lines[start : start + STRETCH]) for start in range(max(1, len(lines) - STRETCH + 1))]
        new = [number for number, stretch in enumerate(stretches) if stretch not in self._proved]
        if not all(is_clean("\n".join(lines[first:end])) for first, end in _runs(new)):
            return False
        self._proved.update(stretches)
        return True


def _runs(stretches: list[int]) -> Iterator[tuple[int, int]]:
    """Yield the runs of lines that stretches, given by their first lines, cover together."""
    first = end = -1
    for start in stretches:
        if start > end:
            if end >= 0:
                yield first, end
            first = start
        end = start + STRETCH
    if end >= 0:
        yield first, end
