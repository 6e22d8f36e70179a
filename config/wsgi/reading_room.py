"""The reading room behind a WSGI server."""

import gc
import os

from django.core.wsgi import get_wsgi_application

os.environ["DJANGO_SETTINGS_MODULE"] = "config.settings.reading_room"

application = get_wsgi_application()

# What is loaded now stays; the collector need not look through it again at every few hundred objects of an answer.
gc.freeze()
gc.set_threshold(50_000, 20, 20)
