"""One settings module a process: `desk` (what manage.py uses), `reading_room`, `test`; `base` is what they share."""
