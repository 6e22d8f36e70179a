"""The two tiers, and which of them stands against the other."""

import pytest

from archive.language.tiers import TIERS, Tier, is_surer


def test_there_are_two_the_surer_first() -> None:
    assert TIERS == ("block", "ask")


@pytest.mark.parametrize("tier", TIERS)
@pytest.mark.parametrize("than", TIERS)
def test_only_what_blocks_is_surer_and_only_than_what_asks(tier: Tier, than: Tier) -> None:
    assert is_surer(tier, than=than) is (tier == "block" and than == "ask")
