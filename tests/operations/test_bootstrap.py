"""From a bare Python to an environment: a small project of the same shape, a package index that is a folder.

The bootstrap is the real one, copied; the environment and the installation are real; only what is installed is small.
"""

import base64
import hashlib
import json
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parents[2]
RUN = "runpy.run_path('manage.py', run_name='__main__')"
DJANGO = {
    "django/__init__.py": "",
    "django/core/__init__.py": "",
    "django/core/management.py": (
        "import sys\ndef execute_from_command_line(argv): print('ran', argv[1], 'in', sys.prefix)\n"
    ),
}


def make_wheel(folder: Path) -> str:
    """Write a wheel called Django that does next to nothing; return its SHA-256."""
    files = DJANGO | {
        "django-5.2.dist-info/METADATA": "Metadata-Version: 2.1\nName: django\nVersion: 5.2\n",
        "django-5.2.dist-info/WHEEL": "Wheel-Version: 1.0\nGenerator: test\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
    }
    record = "".join(f"{name},sha256={_digest(text)},{len(text)}\n" for name, text in files.items())
    wheel = folder / "django-5.2-py3-none-any.whl"
    with zipfile.ZipFile(wheel, "w") as archive:
        for name, text in (files | {"django-5.2.dist-info/RECORD": f"{record}django-5.2.dist-info/RECORD,,\n"}).items():
            archive.writestr(name, text)
    return hashlib.sha256(wheel.read_bytes()).hexdigest()


def _digest(text: str) -> str:
    return base64.urlsafe_b64encode(hashlib.sha256(text.encode()).digest()).rstrip(b"=").decode()


class Project:
    """A bare clone, a bare Python and a folder of wheels."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder / "clone"
        self.wheels = folder / "wheels"
        self.python = folder / "bare" / "bin" / "python"
        self.wheels.mkdir()
        (self.folder / "archive" / "operations").mkdir(parents=True)
        for name in ("manage.py", *(f"archive/operations/{one}.py" for one in ("__init__", "bootstrap", "preflight"))):
            shutil.copy(PROJECT / name, self.folder / name)
        self.write_lock(make_wheel(self.wheels))
        subprocess.run([sys.executable, "-m", "venv", "--without-pip", folder / "bare"], check=True)

    def write_lock(self, digest: str) -> None:
        requirements = self.folder / ".requirements"
        requirements.mkdir(exist_ok=True)
        for lock in ("lock.txt", "lock-dev.txt"):
            (requirements / lock).write_text(f"django==5.2 --hash=sha256:{digest}\n")

    def run(self, *arguments: str, python_code: str = "", **environment: str) -> subprocess.CompletedProcess[str]:
        """Run manage.py with the bare Python, as somebody with a fresh clone would."""
        code = f"{python_code}; import runpy, sys; sys.argv[0] = 'manage.py'; {RUN}"
        started = ["-c", code] if python_code else ["manage.py"]
        clean = {
            name: value for name, value in os.environ.items() if not name.startswith(("PIP_", "PYTHON", "ARCHIVE"))
        }
        clean |= {"PIP_NO_INDEX": "1", "PIP_FIND_LINKS": str(self.wheels), "PIP_CONFIG_FILE": os.devnull}
        return subprocess.run(
            [self.python, *started, *arguments],
            cwd=self.folder, env=clean | environment, capture_output=True, text=True, check=False,
        )  # fmt: skip

    def quickstart(self, **environment: str) -> subprocess.CompletedProcess[str]:
        return self.run("quickstart", "--no-serve", **environment)

    @property
    def stamp(self) -> Path:
        return self.folder / ".venv" / "installed-locks.json"


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return Project(tmp_path)


@pytest.fixture(scope="module")
def started(tmp_path_factory: pytest.TempPathFactory) -> tuple[Project, subprocess.CompletedProcess[str]]:
    """A project after its first start; the tests share it, and leave it as it was."""
    project = Project(tmp_path_factory.mktemp("started"))
    return project, project.quickstart()


class TestAFirstStart:
    def test_ends_inside_the_environment_it_made(self, started):
        project, first = started

        assert first.returncode == 0, first.stderr
        assert f"ran quickstart in {project.folder / '.venv'}" in first.stdout

    def test_says_what_it_does(self, started):
        _, first = started

        assert "Making .venv" in first.stdout
        assert "Installing the 1 locked packages of .requirements/lock.txt" in first.stdout

    def test_makes_the_data_folder_for_django_to_read(self, started):
        project, _ = started

        assert (project.folder / "var" / "settings.env").is_file()


class TestASecondStart:
    def test_installs_nothing(self, started):
        project, _ = started

        second = project.quickstart(PIP_FIND_LINKS="/nowhere")

        assert second.returncode == 0
        assert "Installing" not in second.stdout
        assert "ran quickstart" in second.stdout

    def test_takes_other_commands_into_the_environment_too(self, started):
        project, _ = started

        assert "ran issue_release in" in project.run("issue_release").stdout

    def test_takes_up_an_interrupted_installation(self, started):
        project, _ = started
        project.stamp.write_text("{}")
        shutil.rmtree(next((project.folder / ".venv" / "lib").glob("*/site-packages/django")))

        again = project.quickstart()

        assert "Installing" in again.stdout
        assert "ran quickstart" in again.stdout
        assert "lock.txt" in json.loads(project.stamp.read_text())

    def test_keeps_what_it_has_when_a_new_lock_cannot_be_fetched(self, started):
        project, _ = started
        before = project.stamp.read_text()
        lock = project.folder / ".requirements" / "lock.txt"
        good = lock.read_text()
        lock.write_text(good.replace("5.2", "5.3"))

        refused = project.quickstart()
        lock.write_text(good)

        assert refused.returncode == 1
        assert project.stamp.read_text() == before
        assert "ran quickstart" in project.quickstart().stdout


class TestAMachineWithoutAPackageIndex:
    def test_is_told_what_why_and_what_next_and_keeps_nothing_half_made(self, project):
        refused = project.quickstart(PIP_FIND_LINKS="/nowhere")

        assert refused.returncode == 1
        assert "could not be installed" in refused.stderr
        assert "reaches no package index" in refused.stderr
        assert "run the same command again" in refused.stderr
        assert "Traceback" not in refused.stderr
        assert not (project.folder / ".venv").exists()
        assert not (project.folder / "var").exists()


class TestAFileThatIsNotTheLockedOne:
    def test_is_not_installed(self, project):
        project.write_lock("0" * 64)

        refused = project.quickstart()

        assert refused.returncode == 1
        assert "hash" in refused.stderr.lower()
        assert not (project.folder / ".venv").exists()


class TestAPythonThatCanMakeNoEnvironment:
    @pytest.mark.parametrize("module", ["ensurepip", "venv"])
    def test_is_told_which_package_brings_what_is_missing(self, project, module):
        refused = project.run("quickstart", "--no-serve", python_code=f"import sys; sys.modules['{module}'] = None")

        assert refused.returncode == 1
        assert f"it lacks {module}." in refused.stderr
        assert "apt-get install python3-venv" in refused.stderr
        assert not (project.folder / ".venv").exists()


class TestSomebodyElsesEnvironment:
    def test_is_left_as_it_is(self, project):
        theirs = project.folder / ".venv" / "bin"
        theirs.mkdir(parents=True)
        (theirs / "python").symlink_to(project.python)

        refused = project.quickstart()

        assert refused.returncode == 1
        assert "was not made by this command" in refused.stderr
        assert not project.stamp.exists()


class TestWhoManagesTheirOwnEnvironment:
    def test_gets_no_other(self, project):
        with zipfile.ZipFile(next(project.wheels.iterdir())) as wheel:
            wheel.extractall(project.folder.parent / "mine")

        done = project.quickstart(PYTHONPATH=str(project.folder.parent / "mine"))

        assert "ran quickstart" in done.stdout
        assert not (project.folder / ".venv").exists()

    def test_is_told_when_the_tests_lack_something(self, project):
        with zipfile.ZipFile(next(project.wheels.iterdir())) as wheel:
            wheel.extractall(project.folder.parent / "mine")

        refused = project.run("test", PYTHONPATH=str(project.folder.parent / "mine"))

        assert refused.returncode == 1
        assert "pip install -e '.[dev]'" in refused.stderr


class TestAnyOtherCommandOnABareClone:
    def test_names_the_command_that_makes_the_environment(self, project):
        refused = project.run("migrate")

        assert refused.returncode == 1
        assert "manage.py quickstart" in refused.stderr
        assert not (project.folder / ".venv").exists()
