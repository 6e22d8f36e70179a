"""What a machine lacks is named with its cure: a reason to skip at home, a failure in CI."""

import pytest

from tests import missing


@pytest.fixture(autouse=True)
def _reasons_of_this_test_alone(monkeypatch):
    monkeypatch.setattr(missing, "reasons", {})


class TestSomethingMissing:
    def test_skips_at_home_and_names_the_cure(self, monkeypatch):
        monkeypatch.delenv("CI", raising=False)

        with pytest.raises(pytest.skip.Exception, match="apt-get install chromium"):
            missing.needs("Chromium", why="pages are looked at", cure="apt-get install chromium")

        assert missing.reasons == {"Chromium": "apt-get install chromium"}

    @pytest.mark.parametrize("value", ["true", "1", "True"])
    def test_fails_in_ci(self, monkeypatch, value):
        monkeypatch.setenv("CI", value)

        with pytest.raises(pytest.fail.Exception, match="apt-get install postgresql"):
            missing.needs("PostgreSQL", why="both engines count", cure="apt-get install postgresql")
