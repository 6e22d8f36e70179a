"""What every desk template knows."""

from django.conf import settings
from django.http import HttpRequest


def desk(request: HttpRequest) -> dict[str, object]:
    """Tell whether this is a demonstration; every desk page says so."""
    return {"is_demonstration": settings.DEMONSTRATION}
