"""Settings of the test suite: the desk's with the room's app, on a database in memory, with cheap password hashes.

Tests that need commits, both engines or the running processes make their own data folder (see the fixtures).
"""

import tempfile
from pathlib import Path

from config.settings.desk import *

INSTALLED_APPS = [*INSTALLED_APPS, "archive.reading_room"]
DATA_DIR = Path(tempfile.mkdtemp(prefix="archive-test-"))
ROOM_DIR = DATA_DIR / "room"
RELEASE_FILE = ROOM_DIR / "release.sqlite"
TOMBSTONE_FILE = ROOM_DIR / "tombstones.json"
RELEASE_PUBLIC_KEY_FILE = ROOM_DIR / "release.pub"
TOMBSTONE_PUBLIC_KEY_FILE = ROOM_DIR / "tombstone.pub"
KEY_DIR = DATA_DIR.parent / f".{DATA_DIR.name}-keys"
VAULT_KEY_FILE = KEY_DIR / "vault.key"
RELEASE_KEY_FILE = KEY_DIR / "release.key"
TOMBSTONE_KEY_FILE = KEY_DIR / "tombstone.key"
SECRET_KEY = "only for tests: " + "x" * 50
DEMONSTRATION = True
SECURE_SSL_REDIRECT = SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = False
SESSION_COOKIE_NAME, CSRF_COOKIE_NAME = "desk", "desk-form"
DATABASES = {
    "default": {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": ":memory:",
        "OPTIONS": {"transaction_mode": "IMMEDIATE"},
    }
}
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
