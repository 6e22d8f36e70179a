"""What somebody sent and nobody kept: it goes back into the page, to be sent again, and nowhere else."""

from collections.abc import Collection

from django.http import HttpRequest

CSRF_FIELD = "csrfmiddlewaretoken"


def sent_fields(request: HttpRequest, *, but: Collection[str] = ()) -> list[tuple[str, str]]:
    """Return the fields of a form as they came, without its token and those the page writes anew."""
    return [
        (name, str(value))
        for name, values in request.POST.lists()
        if name != CSRF_FIELD and name not in but
        for value in values
    ]
