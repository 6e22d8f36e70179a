#!/usr/bin/env python3
"""The one command: ``python3 manage.py quickstart``, ``python3 manage.py test``, and every other act of the archive.

This file is written so that a Python of any age can read it: an old one must get as far as saying that it is too old.
"""

import os
import sys

OLDEST_PYTHON = (3, 11)


def newer_python():
    """Name a Python on this machine that is new enough, or nothing."""
    for minor in range(20, OLDEST_PYTHON[1] - 1, -1):
        name = "python3.%d" % minor
        for folder in os.environ.get("PATH", "").split(os.pathsep):
            if os.access(os.path.join(folder, name), os.X_OK):
                return name
    return ""


def refuse_old_python():
    """Say what is wrong, why, and what next; return the exit code."""
    newer = newer_python()
    sys.stderr.write(
        "This is Python %d.%d (%s), and the archive needs Python %d.%d or newer: it uses what older ones lack.\n"
        % (sys.version_info[0], sys.version_info[1], sys.executable, OLDEST_PYTHON[0], OLDEST_PYTHON[1])
    )
    if newer:
        sys.stderr.write("A newer one is on this machine. Run: %s manage.py %s\n" % (newer, " ".join(sys.argv[1:])))
    else:
        sys.stderr.write(
            "Install one (on Debian 12 or later: apt-get install python3 python3-venv), then run this again.\n"
        )
    return 2


def main():
    """Run one command, in the project's own environment where it needs one."""
    if tuple(sys.version_info[:2]) < OLDEST_PYTHON:
        return refuse_old_python()

    from archive.operations.bootstrap import enter_environment

    enter_environment(sys.argv)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.desk")

    from django.core.management import execute_from_command_line

    execute_from_command_line(sys.argv)
    return 0


if __name__ == "__main__":
    sys.exit(main())
