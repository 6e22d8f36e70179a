"""The headers of every answer, in one table; nothing in the room may add a cookie, a validator or a time."""

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase

CONTENT_SECURITY_POLICY = (
    "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'none'"
)
HEADERS = {
    "Content-Security-Policy": CONTENT_SECURITY_POLICY,
    "Cache-Control": "no-store",
    "Referrer-Policy": "no-referrer",
    "X-Robots-Tag": "noindex, noarchive",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), interest-cohort=()",
}
# Style sheet and fonts say nothing about what is read; without a cache each page would load them again.
STATIC_CACHE = "public, max-age=3600"
NEVER = ("Set-Cookie", "ETag", "Last-Modified", "Expires", "Vary", "Access-Control-Allow-Origin", "Server")
HSTS = "max-age=63072000; includeSubDomains"


def set_headers(request: HttpRequest, response: HttpResponseBase) -> None:
    """Give an answer the headers of the table and take away what must never leave."""
    for name in NEVER:
        if name in response:
            del response[name]
    for name, value in HEADERS.items():
        response[name] = value
    if request.path.startswith(settings.STATIC_URL) and response.status_code == 200:  # noqa: PLR2004 - HTTP OK
        response["Cache-Control"] = STATIC_CACHE
    if not settings.DEMONSTRATION:
        response["Strict-Transport-Security"] = HSTS
    response.cookies.clear()
