"""Who may do what, as data: the whole matrix of roles and acts."""

import pytest
from django.contrib.auth.models import AnonymousUser

from archive.users.models import User
from archive.users.roles import ROLES, DeskAct, Role, role_allows

EVERYBODY = {"accession", "read_original", "decide", "describe", "decide_naming", "submit", "suspend", "withdraw"}
EVERYBODY |= {"lock_vault"}
ADMINS_ONLY = {"read_trail", "manage_staff", "unlock_vault", "keep_public_list"}
REVIEWING = {"review", "publish", "issue_release", "lift_suspension"}
OPEN = {"editor": EVERYBODY, "service": EVERYBODY | REVIEWING, "admin": EVERYBODY | REVIEWING | ADMINS_ONLY}


class TestARole:
    @pytest.mark.parametrize("role", Role.values)
    @pytest.mark.parametrize("act", list(DeskAct))
    def test_allows_what_the_table_says_and_nothing_else(self, role, act):
        assert role_allows(User(username="kari", role=role), act) is (act in OPEN[role])

    def test_is_in_the_table_whichever_it_is(self):
        assert set(ROLES) == set(Role.values)
        assert set().union(*OPEN.values()) == {str(act) for act in DeskAct}


class TestNobody:
    @pytest.mark.parametrize(
        "user",
        [
            AnonymousUser(),
            User(username="kari", role="admin", is_active=False),
            User(username="kari", role=""),
            User(username="kari", role="superuser"),
        ],
        ids=["anonymous", "closed", "no role", "unknown role"],
    )
    def test_is_allowed_anything(self, user):
        assert not any(role_allows(user, act) for act in DeskAct)


class TestOnePerson:
    @pytest.mark.parametrize("role", ["editor", "admin"])
    def test_of_any_role_can_silence_a_testimony(self, role):
        user = User(username="kari", role=role)

        assert role_allows(user, DeskAct.SUSPEND)
        assert role_allows(user, DeskAct.WITHDRAW)
