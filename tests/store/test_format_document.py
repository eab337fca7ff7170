"""The document of the format says what the code does."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from aya_companion.store import backup, journal, lock, strict_json
from aya_companion.store.envelope import PADDING
from aya_companion.store.schema import RECORDS, SCHEMA, SINGLES

ROOT = Path(__file__).parents[2]
DOCUMENT = (ROOT / "docs" / "backup-format.md").read_text(encoding="utf-8")
VECTORS = json.loads((Path(__file__).parent / "vectors" / "seals.json").read_text("utf-8"))


@pytest.mark.parametrize(
    "fact",
    [
        f"{PADDING:,} bytes".replace(",", " "),
        f"{lock.ROUNDS:,};".replace(",", " "),
        f"{lock.MAX_ROUNDS:,})".replace(",", " "),
        f"{lock.SALT_SIZE} random bytes",
        f"{backup.MAX_SIZE // 1024 // 1024} MiB",
        f"{backup.MAX_RECORDS:,} records".replace(",", " "),
        f"deeper than {strict_json.MAX_DEPTH}",
        f"longer than {backup.MAX_NAME} characters",
        f'"schema": {SCHEMA}',
        f'"version": {backup.VERSION}',
        f'"format": "{backup.FORMAT}"',
        f"every {journal.COMPACT_AFTER} saves",
        *(f"`{VECTORS[1][name]}`" for name in ("passphrase", "normal", "salt", "key", "nonce")),
        *(f"`{table}`" for table in (*RECORDS, *SINGLES) if table not in backup.OF_THIS_DEVICE),
    ],
)
def test_the_document_names_it(fact: str) -> None:
    """Numbers, names and the vector it quotes are the real ones."""
    assert fact in DOCUMENT
