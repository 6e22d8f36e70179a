"""What the gate gives for an answer when it does not let something through."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Obstacle:
    """A reason not to publish: its code, what stands in the way and why, what to do next. It never holds a word."""

    code: str
    message: str
    hint: str

    def __str__(self) -> str:
        return f"{self.code} {self.message} {self.hint}"


class PublicationRefused(Exception):
    """The gate found obstacles; nothing was published."""

    def __init__(self, obstacles: Sequence[Obstacle]) -> None:
        self.obstacles = tuple(obstacles)
        super().__init__(" ".join(str(obstacle) for obstacle in self.obstacles))
