"""manage.py: whoever starts it with an old Python is told so, in words that Python can print."""

import ast
import subprocess
import sys
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]
PRETEND = """
import runpy, sys
sys.version_info = (3, 9, 2)
sys.argv[0] = "manage.py"
runpy.run_path("manage.py", run_name="__main__")
"""


class TestManage:
    def test_uses_no_syntax_that_an_old_python_cannot_read(self):
        tree = ast.parse((PROJECT / "manage.py").read_text(encoding="utf-8"), feature_version=(3, 4))

        too_new = (ast.JoinedStr, ast.NamedExpr, ast.AnnAssign, ast.AsyncFunctionDef, ast.Nonlocal, ast.Starred)
        assert not [node for node in ast.walk(tree) if isinstance(node, too_new)]
        assert not [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef) and node.returns]

    def test_imports_nothing_newer_than_itself_before_it_has_looked_at_the_version(self):
        tree = ast.parse((PROJECT / "manage.py").read_text(encoding="utf-8"))

        at_the_top = {name.name for node in tree.body if isinstance(node, ast.Import) for name in node.names}
        assert at_the_top == {"os", "sys"}
        assert not [node for node in tree.body if isinstance(node, ast.ImportFrom)]


class TestAnOldPython:
    def test_is_refused_with_what_why_and_what_next(self):
        done = subprocess.run(
            [sys.executable, "-c", PRETEND, "quickstart"], cwd=PROJECT, capture_output=True, text=True, check=False
        )

        assert done.returncode == 2
        assert "needs Python 3.11" in done.stderr
        assert "Run: python3." in done.stderr or "apt-get install python3" in done.stderr
        assert "Traceback" not in done.stderr
