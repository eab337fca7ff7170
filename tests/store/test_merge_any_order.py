"""Two phones exchange backups in any order: they agree in the end, and nothing is lost."""

from __future__ import annotations

from typing import Any

import hypothesis.strategies as st
from hypothesis import given, settings

from aya_companion.domain.care_team import EmergencyCard
from aya_companion.domain.restoring import Keep, Mode
from aya_companion.store.backup import Backup
from aya_companion.store.merge import plan
from aya_companion.store.store import Store
from tests.amounts import examples
from tests.fakes.running import finish
from tests.store.diaries import texts
from tests.store.test_merge import copy_of, merge, twins, write

edits = st.lists(
    st.tuples(
        st.booleans(),
        st.sampled_from(["a", "b", "c"]),
        st.sampled_from(["write", "delete", "merge", "copy", "merge an older copy", "cross"]),
        st.sampled_from(list(Keep)),
    ),
    max_size=25,
)


@settings(max_examples=examples(0.5), deadline=None)
@given(edits=edits)
def test_two_phones_that_exchange_backups_lose_nothing_and_agree(edits: Any) -> None:
    """Edits, deletions and merges in any order, of old files too; in the end both hold the same.

    A text disappears only when a phone that had it edited it, when its question was deleted after
    it was written, or when the other text of a conflict was chosen.
    """
    stores = twins("a", "b")
    copies = [copy_of(stores[0]), copy_of(stores[1])]
    let_go: set[str] = set()
    written: set[str] = {"a", "b"}

    def put_in(store: Store, other: Backup, keep: Keep) -> None:
        conflicts = plan(store, other, Mode.MERGE).conflicts
        if keep is not Keep.BOTH:
            let_go.update(c.theirs.text if keep is Keep.MINE else c.mine.text for c in conflicts)
        merge(store, other, {(c.table, c.record_id): keep for c in conflicts})

    for number, (second, word, action, keep) in enumerate(edits):
        store = stores[second]
        question = store.questions.get(f"q-{word}")
        match action:
            case "copy":
                copies[second] = copy_of(store)
            case "merge":
                put_in(store, copy_of(stores[not second]), keep)
            case "merge an older copy":
                put_in(store, copies[not second], keep)
            case "cross":
                files = copy_of(stores[0]), copy_of(stores[1])
                put_in(stores[0], files[1], keep)
                put_in(stores[1], files[0], keep)
            case "write":
                let_go |= {question.text} if question else set()
                written.add(f"{word}{number}")
                write(store, word, f"{word}{number}")
            case _ if question is not None:
                let_go |= {text for text in written if text.startswith(word)}
                store.questions.delete(f"q-{word}")
                finish(store.commit())
    one, two = stores
    for _ in range(2):
        merge(one, copy_of(two))
        merge(two, copy_of(one))
    assert texts(one) == texts(two)
    assert written - let_go <= set(texts(one))
    assert plan(one, copy_of(two), Mode.MERGE).conflicts == ()


@settings(max_examples=examples(0.5), deadline=None)
@given(edits=edits)
def test_two_phones_that_only_ever_cross_their_files_agree_too(edits: Any) -> None:
    """Each puts in the file the other made before it saw this one's: after three times they agree."""
    one, two = twins("a", "b")
    for number, (second, word, _, keep) in enumerate(edits):
        store = (one, two)[second]
        write(store, word, f"{word}{number}")
        store.card.put(EmergencyCard(country=word, notes=f"note {number}"))
        finish(store.commit())
        if keep is Keep.BOTH:
            exchange(one, two)
    for _ in range(3):
        exchange(one, two)
    assert texts(one) == texts(two)
    assert one.card.get() == two.card.get()
    assert plan(one, copy_of(two), Mode.MERGE).conflicts == ()


def exchange(one: Store, two: Store) -> None:
    """Both make a file, then both put the other's in, keeping both texts of each conflict."""
    files = copy_of(one), copy_of(two)
    merge(one, files[1])
    merge(two, files[0])
