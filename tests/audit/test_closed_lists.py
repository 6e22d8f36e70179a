"""The codes that the trail knows are those that the archive uses."""

from typing import get_args

import pytest

from archive.audit.acts import FACTS
from archive.deidentification.treatments import Treatment
from archive.detection.findings import EntityType, IdentifierClass
from archive.publication.models import TombstoneReason
from archive.review.models import Outcome
from archive.testimonies.models import State
from archive.users.roles import Role
from archive.vault.custody import Purpose
from archive.vault.models import NamingKind


class TestTheCodesOfAFact:
    @pytest.mark.parametrize(
        ("fact", "codes"),
        [
            ("class", list(IdentifierClass)),
            ("entity_type", list(EntityType)),
            ("from", State.values),
            ("kind", NamingKind.values),
            ("purpose", get_args(Purpose)),
            ("reason", TombstoneReason.values),
            ("role", Role.values),
            ("to", State.values),
            ("treatment", list(Treatment)),
            ("verdict", Outcome.values),
        ],
    )
    def test_are_those_of_its_list(self, fact, codes):
        assert codes
        assert [code for code in codes if not FACTS[fact](str(code))] == []
