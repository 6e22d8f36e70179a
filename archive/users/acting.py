"""Under whose name a command acts."""

from archive.users.models import User
from archive.users.roles import DeskAct, role_allows


class ActorRefused(ValueError):
    """Nobody of this name may do what the command does."""


def find_actor(username: str, *, act: DeskAct) -> User:
    """Return the person who gives the command; raises `ActorRefused` with what to do about it."""
    user: User | None = User.objects.filter(username=username).first()
    if user is None:
        raise ActorRefused(f"There is nobody called {username!r} at this desk. Give a name that can sign in with --by.")
    if not role_allows(user, act):
        raise ActorRefused(f"The role of {username!r} does not allow this. Give the name of somebody whose role does.")
    return user
