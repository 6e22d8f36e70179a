"""The desk gets texts from the packages that open them and leave an event, never from the vault itself."""

import ast
from pathlib import Path

import pytest
from django.conf import settings

MODULES = sorted((Path(settings.BASE_DIR) / "archive/desk").rglob("*.py"))
FROM_THE_VAULT = {
    "archive.vault.custody": {"AlreadyHeld"},
    "archive.vault.keyring": {"VaultLocked"},
    "archive.vault.locking": {"forget_where_closed", "lock_vault", "unlock_vault", "vault_is_open"},
    "archive.vault.models": {"NamingKind", "Person"},
    "archive.vault.naming": {"NameDraft", "NameRefused"},
    "archive.vault.pseudonyms": {"name_in"},
}


@pytest.mark.parametrize("path", MODULES, ids=str)
def test_imports_no_more_of_the_vault_than_is_written_here(path):
    tree = ast.parse(path.read_text(encoding="utf-8"))
    taken = {
        (node.module, name.name)
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("archive.vault")
        for name in node.names
    }

    assert {pair for pair in taken if pair[1] not in FROM_THE_VAULT.get(pair[0] or "", set())} == set()


def bears(node, name):
    """Tell whether a decorator of that name stands on it, directly or in `method_decorator`."""
    said = [call for mark in node.decorator_list for call in ast.walk(mark) if isinstance(call, ast.Call)]
    return any(isinstance(call.func, ast.Name) and call.func.id == name for call in said)


def take_what_was_typed(tree):
    """Yield the functions that take what somebody typed about people."""
    for node in tree.body:
        if isinstance(node, ast.FunctionDef) and bears(node, "sensitive_post_parameters"):
            yield node
        if isinstance(node, ast.ClassDef) and bears(node, "sensitive_post_parameters"):
            yield from (one for one in node.body if isinstance(one, ast.FunctionDef) and one.name == "post")


def test_keeps_what_was_typed_out_of_reports_of_errors():
    taking = [(path, node) for path in MODULES for node in take_what_was_typed(ast.parse(path.read_text("utf-8")))]

    assert len(taking) > 10
    assert [f"{path.name} {node.name}" for path, node in taking if not bears(node, "sensitive_variables")] == []
