"""Where values come from: the environment, then the settings file of the process, each in a folder of its own.

The desk's file lies in the data folder and may say where its database is; the room's lies in the room's folder, for the
room reads nothing else. The environment holds settings and paths, never a key.
"""

from pathlib import Path

import environ

BASE_DIR = Path(__file__).resolve().parents[2]
SETTINGS_FILE = "settings.env"

env = environ.Env()
DATA_DIR = Path(env.str("ARCHIVE_DATA", default=str(BASE_DIR / "var"))).resolve()


def read_settings_of_the_desk() -> None:
    """Take in what `settings.env` in the data folder says and the environment does not."""
    environ.Env.read_env(DATA_DIR / SETTINGS_FILE)


def read_settings_of_the_room() -> None:
    """Take in what `settings.env` in the room's folder says and the environment does not."""
    environ.Env.read_env(Path(env.str("ARCHIVE_ROOM_DIR", default=str(DATA_DIR / "room"))) / SETTINGS_FILE)
