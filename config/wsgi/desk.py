"""The desk behind a WSGI server."""

import os

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.core.wsgi import get_wsgi_application
from django.db import connections

from archive.audit.triggers import check_triggers

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.desk")

if not settings.SECRET_KEY_FILE.is_file():
    message = (
        f"ARCHIVE_SECRET_KEY_FILE names {settings.SECRET_KEY_FILE}, which does not exist. Without it nobody stays "
        "signed in. Run `manage.py quickstart --no-serve`, which makes the keys, or point the variable at the file."
    )
    raise ImproperlyConfigured(message)

application = get_wsgi_application()

check_triggers()  # refuses to serve a database that does not keep the rules it must keep
connections.close_all()
