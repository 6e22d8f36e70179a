"""The codes that the trail knows are those that the archive uses."""

from pathlib import Path
from typing import get_args

import pytest
from django.conf import settings

from archive.audit.acts import FACTS, Act, SubjectKind
from archive.deidentification.combinations import Rule
from archive.deidentification.treatments import Treatment
from archive.detection.findings import EntityType, IdentifierClass
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
            ("role", Role.values),
            ("rule", list(Rule)),
            ("to", State.values),
            ("treatment", list(Treatment)),
            ("verdict", Outcome.values),
        ],
    )
    def test_are_those_of_its_list(self, fact, codes):
        assert codes
        assert [code for code in codes if not FACTS[fact](str(code))] == []


class TestTheLists:
    def test_hold_only_what_the_archive_records(self):
        archive = Path(settings.BASE_DIR, "archive")
        recording = [path for path in archive.rglob("*.py") if path.name not in {"acts.py", "trail_words.py"}]
        text = "".join(path.read_text("utf-8") for path in recording)

        listed = [f"{kind.__name__}.{one.name}" for kind in (Act, SubjectKind) for one in kind]
        assert [one for one in listed if one not in text] == []
