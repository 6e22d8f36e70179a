"""What a recogniser returns: a place in the text, what it may be, and why it may identify somebody."""

from enum import StrEnum
from typing import NamedTuple


class EntityType(StrEnum):
    """The kind of thing named, after the Text Anonymization Benchmark."""

    PERSON = "PERSON"
    LOC = "LOC"
    ORG = "ORG"
    DATE = "DATE"
    CODE = "CODE"
    CONTACT = "CONTACT"
    DEM = "DEM"
    QUANTITY = "QUANTITY"
    MISC = "MISC"


class IdentifierClass(StrEnum):
    """How a detail identifies; PUBLIC is kept, everything else is a candidate somebody decides."""

    DIRECT = "DIRECT"
    LOOKUP = "LOOKUP"
    QUASI = "QUASI"
    SENSITIVE = "SENSITIVE"
    OPERATIONAL = "OPERATIONAL"
    PUBLIC = "PUBLIC"


class Finding(NamedTuple):
    """One stretch `[start, end)` of a text that may identify somebody.

    It holds offsets, never the word: `reason` and `losers` are sentences that can stand in a screen without telling it.
    It is a tuple, since there are thousands of them to a text, and a tuple is made in a third of a dataclass's time.
    """

    start: int
    end: int
    entity_type: EntityType
    detail: str
    identifier_class: IdentifierClass
    third_person: bool
    recogniser: str
    reason: str
    person: str = ""
    score: float = 1.0
    losers: tuple[str, ...] = ()

    @property
    def is_candidate(self) -> bool:
        """Tell whether a person has to decide it (everything that is not public)."""
        return self.identifier_class is not IdentifierClass.PUBLIC
