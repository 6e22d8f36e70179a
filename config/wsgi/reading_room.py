"""The reading room behind a WSGI server."""

import os

from django.core.wsgi import get_wsgi_application

os.environ["DJANGO_SETTINGS_MODULE"] = "config.settings.reading_room"

application = get_wsgi_application()
