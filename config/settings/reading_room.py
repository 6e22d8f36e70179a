"""The reading room: the public process. Two files, two public keys, and nothing else.

There is no desk database, no session, no cookie, no e-mail and no secret in this process.
"""

from django.core.management.utils import get_random_secret_key

from config.settings.environment import read_settings_of_the_room

read_settings_of_the_room()

from config.settings.base import *

# Django insists on a key; the room signs nothing and keeps nothing, so each process draws one and forgets it.
SECRET_KEY = get_random_secret_key()
DEBUG = False

INSTALLED_APPS = ["django.contrib.staticfiles", "django_filters", "archive.catalogue", "archive.reading_room"]
MIDDLEWARE = [
    "archive.reading_room.middleware.HeadersMiddleware",
    "archive.reading_room.middleware.InterfaceMiddleware",
    "archive.reading_room.middleware.ReadOnlyMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "archive.reading_room.middleware.StandingMiddleware",
]
ROOT_URLCONF = "config.urls.reading_room"
WSGI_APPLICATION = "config.wsgi.reading_room.application"
TEMPLATES = [TEMPLATES[0] | {"OPTIONS": {"context_processors": []}}]

# The release itself is the default database, opened read-only, and anew at each request: a release replaced by a
# rename is seen at once. CONN_MAX_AGE must stay 0.
RELEASE_ALIAS = "default"
DATABASES = {"default": {"ENGINE": "archive.catalogue.release_database", "NAME": str(RELEASE_FILE), "CONN_MAX_AGE": 0}}
DATABASE_ROUTERS = ["archive.catalogue.routing.ReleaseRouter"]
CACHES = {"default": {"BACKEND": "django.core.cache.backends.dummy.DummyCache"}}

# The path of a request is not logged: it would be a record of what is read.
_SILENT = {"handlers": [], "level": "CRITICAL", "propagate": False}
LOGGING = LOGGING | {"loggers": LOGGING["loggers"] | {"django.request": _SILENT}}  # type: ignore[operator]

# Headers come from one table (archive.reading_room.headers) instead of SecurityMiddleware; no form is ever posted.
SILENCED_SYSTEM_CHECKS = ["security.W001", "security.W002", "security.W003"]
