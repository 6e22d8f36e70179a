"""A row of a table of floors and aims."""

from typing import Any, NamedTuple


class Row(NamedTuple):
    """One row of the table: what was measured against its floor and its aim; `most` where less is better."""

    name: str
    measured: float
    floor: float
    aim: float
    most: bool = False

    def told(self) -> dict[str, Any]:
        """Return the row with whether floor and aim are met."""
        sign = -1 if self.most else 1
        return {
            "row": self.name,
            "measured": self.measured,
            "floor": self.floor,
            "aim": self.aim,
            "floor_met": sign * self.measured >= sign * self.floor,
            "aim_met": sign * self.measured >= sign * self.aim,
        }
