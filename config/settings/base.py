"""What both processes share: where the data folder is, languages, templates, logging.

Each process reads its own settings file before it takes these (see `environment`).
"""

from pathlib import Path

from django.utils.translation import gettext_lazy as _

from config.settings import environment

env = environment.env
BASE_DIR: Path = environment.BASE_DIR
DATA_DIR: Path = environment.DATA_DIR

DEBUG = env.bool("ARCHIVE_DEBUG", default=False)
ALLOWED_HOSTS: list[str] = env.list("ARCHIVE_HOSTS", default=["127.0.0.1", "localhost", "[::1]"])

# A demonstration on one machine: says so on every desk page, and lets cookies travel without TLS.
DEMONSTRATION = env.bool("ARCHIVE_DEMONSTRATION", default=False)

# How many disclosure units must carry a coded value before it is shown (archive/docs/glossary.md, display threshold).
DISPLAY_THRESHOLD = env.int("ARCHIVE_DISPLAY_THRESHOLD", default=3)

# Where the reading room is found; stands before the addresses that readers cite.
ROOM_ADDRESS = env.str("ARCHIVE_ROOM_ADDRESS", default="")
# How a person asks for a change or a removal; shown on the page about the archive.
CONTACT = env.str("ARCHIVE_CONTACT", default="")

# The two files of the reading room, and the public keys it checks them with.
ROOM_DIR = Path(env.str("ARCHIVE_ROOM_DIR", default=str(DATA_DIR / "room")))
RELEASE_FILE = ROOM_DIR / "release.sqlite"
TOMBSTONE_FILE = ROOM_DIR / "tombstones.json"
RELEASE_PUBLIC_KEY_FILE = ROOM_DIR / "release.pub"
TOMBSTONE_PUBLIC_KEY_FILE = ROOM_DIR / "tombstone.pub"

LANGUAGE_CODE = "en"
LANGUAGES = [("en", _("English")), ("nb", _("Norwegian"))]
LOCALE_PATHS = [BASE_DIR / "archive" / "locale"]
USE_I18N = True
TIME_ZONE = "UTC"
USE_TZ = True

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": False,
        "OPTIONS": {"context_processors": ["django.template.context_processors.i18n"]},
    }
]
STATIC_URL = "/static/"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = False
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "no-referrer"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"

# No e-mail leaves either process, and no report carries local variables or form bodies.
ADMINS: list[tuple[str, str]] = []
EMAIL_BACKEND = "django.core.mail.backends.dummy.EmailBackend"
DEFAULT_EXCEPTION_REPORTER = "django.views.debug.ExceptionReporter"
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"plain": {"format": "{levelname} {name} {message}", "style": "{"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "plain"}},
    "root": {"handlers": ["stderr"], "level": "WARNING"},
    "loggers": {
        "django": {"handlers": ["stderr"], "level": "WARNING", "propagate": False},
        "django.db.backends": {"handlers": [], "level": "CRITICAL", "propagate": False},
    },
}
