"""The sign-in form."""

from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.forms import AuthenticationForm
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from archive.users.models import User

_REFUSED = _(
    "This user name and password do not open the desk. Check both; capitals count. "
    "If they should work, ask an admin whether the account is open."
)


class SignInForm(AuthenticationForm):
    """Name and password; one answer for a wrong name, a wrong password, a closed account, a service identity."""

    error_messages = {"invalid_login": _REFUSED, "inactive": _REFUSED}

    def confirm_login_allowed(self, user: AbstractBaseUser) -> None:
        """Refuse, in the same words, whoever the backend should have refused already."""
        if not (isinstance(user, User) and user.can_sign_in):
            raise ValidationError(_REFUSED, code="invalid_login")
