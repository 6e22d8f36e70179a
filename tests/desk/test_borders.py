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
