"""Ways through a page's blocks."""

from __future__ import annotations

import pytest

from aya_companion.library.folding import fold
from aya_companion.library.markdown.parser import parse_page
from aya_companion.library.page import plain
from aya_companion.library.traversal import all_words, terms_used, word_count
from tests.library.pages import page_text

BODY = """\
::: key-points
- One [a](term:aa).
:::

| Head | [b](term:bb) |
| --- | --- |
| cell | cell |

::: more
### Title here

- outer
  - [inner](term:cc)
:::

::: ask
- [Not counted?]{#mrd-x visit="clinic"}
:::

::: check
### Why not?
- [x] [Yes](term:dd)
- [ ] No
> Because [a](term:aa).
:::
"""


@pytest.mark.pure
def test_every_run_of_words_is_met_in_reading_order() -> None:
    page = parse_page(page_text(BODY), "content/en/topics/mrd.md")
    assert [plain(words) for words in all_words(page.blocks)] == [
        *("One a.", "Head", "b", "cell", "cell", "Title here", "outer", "inner"),
        *("Not counted?", "Why not?", "Yes", "No", "Because a."),
    ]
    assert terms_used(page.blocks) == ("aa", "bb", "cc", "dd")


@pytest.mark.pure
def test_words_for_asking_checking_and_teaching_are_not_counted() -> None:
    page = parse_page(page_text(BODY), "content/en/topics/mrd.md")
    assert word_count(page.blocks) == 10


@pytest.mark.pure
def test_folding_takes_away_case_and_accents_of_any_script() -> None:
    assert fold("MÉDULA") == "medula"
    assert fold("Straße") == "strasse"
    assert fold("骨髓") == "骨髓"
