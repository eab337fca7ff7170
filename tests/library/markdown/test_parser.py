"""A page's file becomes blocks, or an error that says where and what to do."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aya_companion.library.errors import PageError
from aya_companion.library.markdown.parser import parse_page, read_body, text_sha
from aya_companion.library.markdown.position import Position
from aya_companion.library.page import Page, Paragraph, Text
from tests.library.golden import GoldenCase, golden_cases, outline
from tests.library.pages import page_text

PATH = "content/en/topics/mrd.md"


@pytest.mark.pure
@pytest.mark.parametrize("case", golden_cases("bodies"), ids=lambda case: case.title)
def test_a_body_becomes_these_blocks(case: GoldenCase) -> None:
    try:
        found = outline(read_body(case.given, Position(PATH, "mrd", 1)))
    except PageError as error:
        found = f"ERROR {error.line} | {error.problem}"
        assert error.what_to_do
    assert found == case.expected


@pytest.mark.pure
def test_a_page_holds_its_card_and_its_blocks() -> None:
    page = parse_page(page_text("One two three."), PATH)
    assert (page.id, page.language, page.section) == ("mrd", "en", "tests")
    assert page.phases == ("induction",)
    assert page.written == date(2026, 11, 22)
    assert page.blocks == (Paragraph((Text("One two three."),)),)
    assert page.words == 3
    assert page.text_sha == text_sha(page.title, page.summary, "One two three.")


@pytest.mark.pure
def test_a_translation_names_what_it_was_made_from() -> None:
    text = page_text("Uno.", translated=True, changes={"source_sha": '"abc"'})
    page = parse_page(text, "content/es/topics/mrd.md")
    assert (page.language, page.source_sha) == ("es", "abc")


@pytest.mark.pure
def test_lines_of_the_body_are_counted_from_the_top_of_the_file() -> None:
    text = page_text("Fine.\n\n<b>Not</b> fine.")
    with pytest.raises(PageError) as error:
        parse_page(text, PATH)
    assert text.splitlines()[error.value.line - 1] == "<b>Not</b> fine."


@pytest.mark.pure
def test_windows_line_ends_and_a_byte_order_mark_change_nothing() -> None:
    text = page_text("One.\n\nTwo.\n")
    assert parse_page("\ufeff" + text.replace("\n", "\r\n"), PATH) == parse_page(text, PATH)


@pytest.mark.pure
@pytest.mark.parametrize(
    ("changes", "key"),
    [
        ({"id": '"fever"'}, "id"),
        ({"title": '""'}, "title"),
        ({"title": "12"}, "title"),
        ({"section": '"My Section"'}, "section"),
        ({"phases": '["induktion"]'}, "phases"),
        ({"phases": '"induction"'}, "phases"),
        ({"phases": '["induction", "induction"]'}, "phases"),
        ({"treatments": '["aspirin"]'}, "treatments"),
        ({"sensitive": '["money"]'}, "sensitive"),
        ({"also": '["mrd", " "]'}, "also"),
        ({"also": '["mrd", 3]'}, "also"),
        ({"written": '"2026-11-22"'}, "written"),
        ({"review_due": "2026-11-22T10:00:00"}, "review_due"),
    ],
)
def test_a_wrong_value_is_named_with_its_line(changes: dict[str, str], key: str) -> None:
    text = page_text("Words.", changes=changes)
    with pytest.raises(PageError) as error:
        parse_page(text, PATH)
    assert error.value.key == key
    assert text.splitlines()[error.value.line - 1].startswith(key)


@pytest.mark.pure
def test_an_unknown_key_is_named_with_its_line() -> None:
    text = page_text("Words.").replace("sensitive = []", 'sensitive = []\nauthor = "me"')
    with pytest.raises(PageError) as error:
        parse_page(text, PATH)
    assert (error.value.key, error.value.line) == ("author", 14)


@pytest.mark.pure
def test_a_missing_key_is_named() -> None:
    text = page_text("Words.").replace('summary = "It shows how well treatment works."\n', "")
    with pytest.raises(PageError) as error:
        parse_page(text, PATH)
    assert error.value.key == "summary"


@pytest.mark.pure
def test_a_table_in_the_card_is_named_with_its_line() -> None:
    text = page_text("Words.").replace("sensitive = []", 'sensitive = []\n[author]\nname = "x"')
    with pytest.raises(PageError) as error:
        parse_page(text, PATH)
    assert error.value.key == "author"
    assert text.split("\n")[error.value.line - 1] == "[author]"


@pytest.mark.pure
def test_a_translation_without_its_source_is_refused_and_so_is_an_original_with_one() -> None:
    with pytest.raises(PageError) as error:
        parse_page(page_text("Uno."), "content/es/topics/mrd.md")
    assert error.value.key == "source_sha"
    with pytest.raises(PageError) as error:
        parse_page(page_text("One.", translated=True), PATH)
    assert error.value.key == "source_sha"


@pytest.mark.pure
@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("", 1),
        ("Words.", 1),
        ('+++\nid = "mrd"\n', 1),
        ("+++\nid = mrd\n+++\nWords.", 2),
        (page_text(""), 15),
    ],
)
def test_a_file_that_is_no_page_is_an_error_with_a_line(text: str, line: int) -> None:
    with pytest.raises(PageError) as error:
        parse_page(text, PATH)
    assert error.value.line == line


@pytest.mark.pure
def test_a_file_outside_a_folder_of_topics_is_refused() -> None:
    with pytest.raises(PageError, match="not in a folder of topics"):
        parse_page(page_text("Words."), "content/mrd.md")


@pytest.mark.pure
def test_the_fingerprint_of_a_text_does_not_mind_space_at_line_ends() -> None:
    assert text_sha("\nOne. \n\nTwo.\n\n") == text_sha("One.\n\nTwo.")
    assert text_sha("One.") != text_sha("Two.")


PIECES = st.sampled_from(
    [
        *(
            "::: ",
            ":::",
            ":::: ",
            "key-points",
            "call-now team",
            "picture hundred 4",
            "ask",
            "check",
        ),
        *("more", "teach", "numbers", "sensitive dying", "### ", "## ", "# ", "- ", "1. ", "> "),
        *(
            "[x] ",
            "[ ] ",
            "[^S1]",
            "[^",
            "[a](term:b)",
            "[a](b)",
            "{#mrd-a visit=clinic}",
            "[",
            "]",
        ),
        *(
            "**",
            "*",
            "`",
            "|",
            "| - | - |",
            "---",
            "<b>",
            "<!--",
            "&amp;",
            "\\",
            "    ",
            "\t",
            "\n",
        ),
        *("\n\n", "![a](b)", "{", "}", "word ", "¿qué? ", "\0", "\ufeff", "+++"),
    ]
)


@pytest.mark.pure
@given(st.lists(PIECES | st.text(max_size=4), max_size=30).map("".join))
def test_a_body_of_any_characters_is_a_page_or_a_named_error(body: str) -> None:
    try:
        assert isinstance(parse_page(page_text(body), PATH), Page)
    except PageError as error:
        assert 1 <= error.line <= page_text(body).count("\n") + 2


@pytest.mark.pure
@given(st.text(max_size=200) | st.lists(PIECES, max_size=20).map("".join))
def test_front_matter_of_any_characters_is_a_page_or_a_named_error(front: str) -> None:
    with pytest.raises(PageError):
        parse_page(f"+++\n{front}\n+++\nWords.", PATH)
