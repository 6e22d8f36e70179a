"""The desk: the staff process, and what ``manage.py`` uses."""

from pathlib import Path

from csp.constants import NONE, SELF
from django.core.management.utils import get_random_secret_key

from config.settings.environment import read_settings_of_the_desk

read_settings_of_the_desk()

from config.settings.base import *

# Keys live outside the data folder; each path can be set on its own.
KEY_DIR = Path(env.str("ARCHIVE_KEY_DIR", default=str(DATA_DIR.parent / f".{DATA_DIR.name}-keys")))
VAULT_KEY_FILE = Path(env.str("ARCHIVE_KEY_FILE", default=str(KEY_DIR / "vault.key")))
RELEASE_KEY_FILE = Path(env.str("ARCHIVE_RELEASE_KEY_FILE", default=str(KEY_DIR / "release.key")))
TOMBSTONE_KEY_FILE = Path(env.str("ARCHIVE_TOMBSTONE_KEY_FILE", default=str(KEY_DIR / "tombstone.key")))
SECRET_KEY_FILE = Path(env.str("ARCHIVE_SECRET_KEY_FILE", default=str(KEY_DIR / "secret.key")))

# Without the file each process gets a key of its own: commands work, and the desk's entry point refuses to serve.
SECRET_KEY = SECRET_KEY_FILE.read_text().strip() if SECRET_KEY_FILE.is_file() else get_random_secret_key()

INSTALLED_APPS = [
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.auth",
    "django_filters",
    "csp",
    "archive.audit",
    "archive.users",
    "archive.themes",
    "archive.vault",
    "archive.catalogue",
    "archive.testimonies",
    "archive.redaction",
    "archive.review",
    "archive.publication",
    "archive.desk",
    "archive.first_collection",
    "archive.operations",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "archive.desk.middleware.NeverStoreMiddleware",
    "archive.desk.middleware.ChosenLanguageMiddleware",
    "archive.desk.middleware.LockedVaultMiddleware",
]
ROOT_URLCONF = "config.urls.desk"
WSGI_APPLICATION = "config.wsgi.desk.application"
TEMPLATES[0]["OPTIONS"]["context_processors"] += [  # type: ignore[index]
    "django.template.context_processors.request",
    "django.contrib.auth.context_processors.auth",
    "django.contrib.messages.context_processors.messages",
    "archive.desk.context.desk",
]

SQLITE_OPTIONS = {
    "transaction_mode": "IMMEDIATE",
    "timeout": 20,
    "init_command": (
        "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA secure_delete=ON; PRAGMA foreign_keys=ON;"
    ),
}
DATABASES = {"default": env.db_url("DATABASE_URL", default=f"sqlite:///{DATA_DIR / 'desk.sqlite3'}")}
DATABASES["default"]["ATOMIC_REQUESTS"] = False  # reads would take the write lock; transactions live in the domain
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    DATABASES["default"]["OPTIONS"] = SQLITE_OPTIONS
DATABASE_ROUTERS = ["archive.catalogue.routing.ReleaseRouter"]

AUTH_USER_MODEL = "users.User"
AUTHENTICATION_BACKENDS = ["archive.users.backends.StaffBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 15}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
LOGIN_URL = "sign-in"
LOGIN_REDIRECT_URL = "work"
LOGOUT_REDIRECT_URL = "sign-in"

SESSION_ENGINE = "django.contrib.sessions.backends.db"
SESSION_COOKIE_AGE = 8 * 60 * 60
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Strict"
CSRF_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "archive.desk.views.errors.form_expired"
CSRF_COOKIE_SAMESITE = "Strict"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE_SSL_REDIRECT = not DEMONSTRATION
SESSION_COOKIE_NAME = "desk" if DEMONSTRATION else "__Host-desk"
CSRF_COOKIE_NAME = "desk-form" if DEMONSTRATION else "__Host-desk-form"
SECURE_HSTS_SECONDS = 0 if DEMONSTRATION else 63072000
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = not DEMONSTRATION
# Not "no-referrer": under it browsers send the forms of our own pages with no origin, and Django refuses those.
SECURE_REFERRER_POLICY = "same-origin"
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"
CACHES = {"default": {"BACKEND": "django.core.cache.backends.dummy.DummyCache"}}

# A received text is bounded here; the bound is stated in the refusal. Nothing spills to a temporary file.
ACCESSION_LIMIT_BYTES = 20 * 1024 * 1024
DATA_UPLOAD_MAX_MEMORY_SIZE = FILE_UPLOAD_MAX_MEMORY_SIZE = 64 * 1024 * 1024
FILE_UPLOAD_HANDLERS = ["django.core.files.uploadhandler.MemoryFileUploadHandler"]

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "style-src": [SELF],
        "font-src": [SELF],
        "img-src": [SELF],
        "script-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}
