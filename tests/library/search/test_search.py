"""The best answer comes first, with the line that answers, in the chosen language or in English."""

from __future__ import annotations

from pathlib import Path

import pytest

from aya_companion.library.files.prepared import write_prepared
from aya_companion.library.search.index import index_from_data, index_to_data
from aya_companion.library.search.search import Answers, Result, forget_typed
from aya_companion.library.search.text import stem
from aya_companion.library.shelf import Shelf
from tests.library.pages import page_text

FEVER = """\
::: key-points
- A fever is an emergency.
:::

Read this before you need it.

## What counts as a fever?

Ask for your own number. Shivering counts too.

## May I go swimming?

Yes. Ask first while you have a port.

::: more
### Why is the mornings' number lower?
Bodies are cooler then.
:::

::: sensitive dying
Untreated sepsis kills.
:::

::: family
- Learn to use the thermometer.
:::

::: ask
- [Which number counts as a fever for me?]{#fever-number visit="clinic"}
:::

::: check
### What is true?
- [ ] Bananas heal
- [x] Call
> Call.
:::
"""
ES_FEVER = """\
## ¿Qué es la fiebre?

Pide tu número. Los escalofríos también cuentan.
"""
AR_FEVER = """\
## ما هي الحُمّى؟

اتصل بفريقك فورًا.
"""
ZH_FEVER = """\
## 什么是发烧？

请立即给团队打电话。
"""
DANGER = """\
written = 2026-11-22
review_due = 2027-05-22
review = "not yet checked by a clinician"
crisis = ["want to die", "suicide"]
emergency = ["cant breathe"]
team = ["fever"]
today = []
"""


@pytest.fixture
def shelf(content: Path) -> Shelf:
    """A small library with a page about fever in four languages, and danger words."""
    front = {"sensitive": '["dying"]', "also": '["too hot", "thermometer says 39"]'}
    pages = {
        "en": page_text(FEVER, "fever", changes={**front, "title": '"Fever"'}),
        "es": page_text(ES_FEVER, "fever", translated=True, changes={"title": '"Fiebre"'}),
        "ar": page_text(AR_FEVER, "fever", translated=True, changes={"title": '"الحمى"'}),
        "zh": page_text(ZH_FEVER, "fever", translated=True, changes={"title": '"发烧"'}),
    }
    for language, text in pages.items():
        file = content / language / "topics" / "fever.md"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    (content / "en/danger.toml").write_text(DANGER, encoding="utf-8")
    (content / "en/common-words.toml").write_text(
        'words = """what is a the i may to do"""', encoding="utf-8"
    )
    return Shelf.from_folder(content)


def first(answers: Answers) -> Result:
    return answers.results[0]


def line(result: Result) -> str:
    return "".join(part.text for part in result.line)


@pytest.mark.pure
def test_a_heading_that_asks_the_same_is_opened_with_the_line_below(shelf: Shelf) -> None:
    found = first(shelf.search("may i swim", "en"))
    assert (found.kind, found.id, found.anchor) == ("heading", "fever", "s2")
    assert line(found) == "Yes. Ask first while you have a port."


@pytest.mark.pure
def test_found_words_are_marked_in_the_line(shelf: Shelf) -> None:
    found = first(shelf.search("shiver", "en"))
    assert [part.text for part in found.line if part.strong] == ["Shivering"]


@pytest.mark.pure
def test_words_people_type_find_the_page_and_open_its_top(shelf: Shelf) -> None:
    found = first(shelf.search("too hot", "en"))
    assert (found.kind, found.id, found.anchor) == ("page", "fever", "")
    assert line(found) == "It shows how well treatment works."


@pytest.mark.pure
@pytest.mark.parametrize("typed", ["fevr", "feverr", "fver", "FEVER", "fev", "what is a fever?"])
def test_slips_beginnings_and_sentences_find_it_too(shelf: Shelf, typed: str) -> None:
    assert first(shelf.search(typed, "en")).id in ("fever", "fever-number")


@pytest.mark.pure
@pytest.mark.parametrize(
    ("typed", "language"),
    [
        ("FIEBRE", "es"),
        ("escalofrios", "es"),
        ("حمى", "ar"),
        ("الحُمَّى", "ar"),
        ("发烧", "zh"),
        ("发", "zh"),
    ],
)
def test_other_scripts_are_found_as_people_type_them(
    shelf: Shelf, typed: str, language: str
) -> None:
    found = first(shelf.search(typed, language))
    assert (found.id, found.language) == ("fever", language)


@pytest.mark.pure
def test_more_detail_family_and_questions_have_anchors_of_their_own(shelf: Shelf) -> None:
    assert first(shelf.search("cooler mornings", "en")).anchor == "more1"
    assert first(shelf.search("thermometer learn use", "en")).anchor == "family1"
    kinds = {result.kind: result for result in shelf.search("which number counts", "en").results}
    assert (kinds["question"].id, kinds["question"].page) == ("fever-number", "fever")


@pytest.mark.pure
def test_a_word_of_the_glossary_is_found(shelf: Shelf) -> None:
    found = shelf.search("bone marrow", "en").results
    assert ("term", "bone-marrow") in [(result.kind, result.id) for result in found]


@pytest.mark.pure
def test_sensitive_lines_are_found_but_never_shown(shelf: Shelf) -> None:
    found = first(shelf.search("sepsis kills", "en"))
    assert found.id == "fever"
    assert "kills" not in line(found)


@pytest.mark.pure
def test_wrong_answers_of_check_questions_are_not_found(shelf: Shelf) -> None:
    assert shelf.search("bananas", "en") == Answers()


@pytest.mark.pure
def test_english_is_added_and_kept_apart_when_the_language_has_no_answer(shelf: Shelf) -> None:
    answers = shelf.search("swimming", "es")
    assert answers.results == ()
    assert answers.in_english[0].language == "en"
    assert shelf.search("fiebre", "es").in_english == ()
    assert shelf.search("swimming", "fr").in_english[0].id == "fever"


@pytest.mark.pure
@pytest.mark.parametrize("typed", ["", "   ", "?!", "qqqqqqq", "what is xyzzy"])
def test_nothing_is_found_without_an_error(shelf: Shelf, typed: str) -> None:
    assert shelf.search(typed, "en").results == ()


@pytest.mark.pure
@pytest.mark.parametrize(
    ("typed", "boxes"),
    [
        ("i want to die", ("crisis",)),
        ("suiside", ("crisis",)),
        ("i can't breathe and have a fever", ("emergency", "team")),
        ("breathe", ()),
        ("what is mrd", ()),
    ],
)
def test_danger_words_call_their_boxes(shelf: Shelf, typed: str, boxes: tuple[str, ...]) -> None:
    assert shelf.search(typed, "en").boxes == boxes


@pytest.mark.pure
def test_english_danger_words_count_in_every_language(shelf: Shelf) -> None:
    assert shelf.search("suicide", "es").boxes == ("crisis",)


@pytest.mark.pure
def test_danger_words_count_in_a_language_that_has_no_pages_yet(content: Path) -> None:
    folder = content / "fr"
    folder.mkdir()
    (folder / "danger.toml").write_text(DANGER.replace("suicide", "me tuer"), encoding="utf-8")
    shelf = Shelf.from_folder(content)
    assert "fr" not in shelf.languages
    assert shelf.search("je veux me tuer", "fr").boxes == ("crisis",)


@pytest.mark.pure
@pytest.mark.parametrize("language", ["en", "ar", "fr"])
def test_danger_words_of_every_language_count_in_every_language(
    shelf: Shelf, content: Path, language: str
) -> None:
    """Somebody types in their own language into an app that is set to another."""
    text = DANGER.replace("cant breathe", "no respira")
    (content / "es/danger.toml").write_text(text, encoding="utf-8")
    assert Shelf.from_folder(content).search("no respira", language).boxes == ("emergency",)


@pytest.mark.pure
@pytest.mark.parametrize(
    ("typed", "boxes"),
    [
        ("cannot breathe", ("emergency",)),
        ("could not breath", ()),
        ("couldnt breath", ("emergency",)),
        ("wana die too", ("crisis",)),
        ("temp 39,5 now", ("team",)),
        ("40 mg", ()),
        ("40", ("team",)),
    ],
)
def test_words_of_one_line_stand_for_each_other(
    shelf: Shelf, content: Path, typed: str, boxes: tuple[str, ...]
) -> None:
    """A list need not hold every way to say "cannot"."""
    more = 'same = ["cant cannot couldnt", "want wanna wana"]\nunits = "mg"\ncrisis = ["want die", '
    text = DANGER.replace('crisis = ["want to die", ', more)
    (content / "en/danger.toml").write_text(text, encoding="utf-8")
    assert Shelf.from_folder(content).search(typed, "en").boxes == boxes


@pytest.mark.pure
def test_a_word_that_shares_only_a_short_stem_is_another_word(content: Path) -> None:
    """ "Marido" is no dizziness, though both are "mar" to the stemmer."""
    text = DANGER.replace('["fever"]', '["mareado"]')
    (content / "es/danger.toml").write_text(text, encoding="utf-8")
    shelf = Shelf.from_folder(content)
    assert shelf.search("mi marido", "es").boxes == ()
    assert shelf.search("estoy mareado", "es").boxes == ("team",)


@pytest.mark.pure
@pytest.mark.parametrize(("typed", "language"), [("39.5 what to do", "en"), ("٣٩٫٥", "fr")])
def test_a_temperature_finds_the_page_for_its_word(
    shelf: Shelf, content: Path, typed: str, language: str
) -> None:
    """The number itself stands on no page."""
    file = content / "en/danger.toml"
    file.write_text('temperature_word = "fever"\n' + DANGER, encoding="utf-8")
    answers = Shelf.from_folder(content).search(typed, language)
    found = (*answers.results, *answers.in_english)
    assert found[0].page == "fever"


@pytest.mark.pure
def test_what_was_typed_can_be_forgotten(shelf: Shelf) -> None:
    """No word that was typed stays in memory, and few do before."""
    for number in range(300):
        shelf.search(f"unknownword{number}", "en")
    assert 0 < stem.cache_info().currsize <= 256
    forget_typed()
    assert stem.cache_info().currsize == 0


@pytest.mark.pure
@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("{}", None),
        (DANGER.replace("today = []", ""), "today"),
        (DANGER.replace("[]", "[1]"), "today"),
        (DANGER + "tomorrow = []\n", "tomorrow"),
        (DANGER + "same = [1]\n", "same"),
        (DANGER + "units = []\n", "units"),
        (DANGER.replace("2026-11-22", '"soon"'), "written"),
    ],
)
def test_a_broken_list_of_danger_words_is_a_problem_that_says_where(
    shelf: Shelf, content: Path, text: str, key: str | None
) -> None:
    (content / "en/danger.toml").write_text(text, encoding="utf-8")
    problems = [p for p in Shelf.from_folder(content).problems if p.path.endswith("danger.toml")]
    assert [problem.key for problem in problems] == [key]


@pytest.mark.pure
def test_the_prepared_index_finds_the_same(shelf: Shelf, tmp_path: Path) -> None:
    write_prepared(shelf.catalog, shelf.language_sources, tmp_path / "p")
    prepared = Shelf.from_prepared(tmp_path / "p")
    for language in shelf.languages:
        assert prepared.language_sources[language].index == shelf.language_sources[language].index
    for typed in ("fever", "fevr", "want to die", "swimming"):
        assert prepared.search(typed, "es") == shelf.search(typed, "es")


@pytest.mark.pure
def test_an_index_becomes_data_and_back(shelf: Shelf) -> None:
    index = shelf.language_sources["en"].index
    assert index_from_data(index_to_data(index)) == index
