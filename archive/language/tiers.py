"""How sure it is that a name stands somewhere: surely (block), or perhaps (ask)."""

from typing import Final, Literal, get_args

Tier = Literal["block", "ask"]
TIERS: Final[tuple[Tier, ...]] = get_args(Tier)


def is_surer(tier: Tier, *, than: Tier) -> bool:
    """Tell whether the one is sure and the other only asked about."""
    return (tier, than) == ("block", "ask")
