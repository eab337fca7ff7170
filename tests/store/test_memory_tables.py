"""The documents in memory: changed where they stand, however many there are."""

from __future__ import annotations

import pytest
from tinydb import where

from aya_companion.store.memory_tables import MemoryTables

pytestmark = pytest.mark.pure


def test_a_change_copies_no_table() -> None:
    """A save among thousands of records would cost several times one among a hundred."""
    image = MemoryTables({"questions": {str(n): {"id": str(n)} for n in range(100)}})
    table = image.tables["questions"]
    image.put("questions", {"7": {"id": "7", "text": "new"}, "new": {"id": "new"}})
    assert image.tables["questions"] is table
    assert len(table) == 101


def test_a_replaced_document_keeps_nothing_of_the_old_one() -> None:
    image = MemoryTables({"questions": {"7": {"id": "7", "answer": "old"}}})
    image.put("questions", {"7": {"id": "7"}})
    assert image.get("questions", "7") == {"id": "7"}


def test_a_table_that_was_never_there_begins_empty() -> None:
    image = MemoryTables({})
    image.put("notes", {"1": {"id": "1"}})
    assert image.take_unsaved() == {"notes": {"1": {"id": "1"}}}
    assert not image.has_unsaved


def test_what_was_taken_out_is_not_saved_either() -> None:
    image = MemoryTables({})
    image.put("notes", {"1": {"id": "1"}, "2": {"id": "2"}})
    image.take_out("notes", "1")
    assert image.get("notes", "1") is None
    image.take_out("notes", "2")
    assert not image.has_unsaved


def test_tinydb_is_asked_and_hears_of_every_change() -> None:
    image = MemoryTables({"questions": {"7": {"visit_id": "a"}, "8": {"visit_id": None}}})
    of_a = where("visit_id") == "a"
    assert image.find("questions", of_a) == ["7"]
    image.put("questions", {"8": {"visit_id": "a"}, "9": {"visit_id": "a"}})
    assert image.find("questions", of_a) == ["7", "8", "9"]
    image.take_out("questions", "7")
    assert image.find("questions", of_a) == ["8", "9"]
    assert image.find("notes", of_a) == []
