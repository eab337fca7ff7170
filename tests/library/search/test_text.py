"""Words are compared without case, accents, vowel marks and article, in scripts with and without spaces."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aya_companion.library.search.spelling import Slips, is_one_slip, words_one_slip_away
from aya_companion.library.search.text import stem, words_in


def words(text: str) -> list[str]:
    return [word.word for word in words_in(text)]


@pytest.mark.pure
@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("MÉDULA", "medula"),
        ("can’t", "cant"),
        ("6-MP", "6mp"),
        ("38,2", "38.2"),
        ("حُمَّى", "حمى"),  # vowel marks
        ("الحمى", "حمى"),  # the article
        ("والحمى", "حمى"),  # "and the"
        ("للحمى", "حمى"),  # "to the"
        ("أدوية", "ادوية"),  # hamza on alef
        ("إبرة", "ابره"),  # the two ways to end a word
        ("مستشفى", "مستشفي"),
        ("حـــمى", "حمى"),  # a stretched word
        ("کيمياء", "كيمياء"),  # a Persian keyboard
        ("ٱلحمى", "حمى"),  # the alef of the article as books print it
        ("feverrrr", "fever"),
    ],
)
def test_ways_to_write_a_word_are_one(one: str, other: str) -> None:
    assert words(one) == words(other)


@pytest.mark.pure
@pytest.mark.parametrize(
    ("typed", "known"),
    [
        ("وحمى", "حمى"),  # "and"
        ("بحمى", "حمى"),  # "with"
        ("للقاح", "لقاح"),  # "to the" before a word that begins with its last letter
        ("وللقاح", "لقاح"),
        ("آلام", "الآلام"),
        ("الام", "آلام"),  # typed without its sign
        ("ألمي", "المي"),
        ("والدي", "والدي"),
        ("الالتهاب", "التهاب"),
        ("كالسيوم", "الكالسيوم"),
    ],
)
def test_a_word_in_arabic_is_found_under_each_of_its_forms(typed: str, known: str) -> None:
    """A first letter may be of the word, or an "and", "with" or article before it."""
    assert set(words_in(typed)[0].forms) & set(words_in(known)[0].forms)


@pytest.mark.pure
def test_pains_are_not_a_mother() -> None:
    """An alef with a sign is of the root: the article never has one."""
    assert not set(words_in("آلام")[0].forms) & set(words_in("أم")[0].forms)


@pytest.mark.pure
def test_words_of_other_scripts_have_one_form() -> None:
    """Only Arabic writes several words as one."""
    assert [word.others for word in words_in("and fever 38 骨髓")] == [()] * 4


@pytest.mark.pure
def test_text_without_spaces_becomes_pairs() -> None:
    assert words("骨髓移植") == ["骨髓", "髓移", "移植"]
    assert words("MRD阳性") == ["mrd", "阳性"]


@pytest.mark.pure
@pytest.mark.parametrize(
    ("language", "one", "other"),
    [("en", "vaccines", "vaccine"), ("es", "vacunas", "vacuna"), ("ar", "ادويه", "ادوي")],
)
def test_forms_of_a_word_have_one_stem(language: str, one: str, other: str) -> None:
    assert stem(one, language) == stem(other, language)


@pytest.mark.pure
def test_a_language_without_stems_keeps_its_words() -> None:
    assert stem("骨髓", "zh") == "骨髓"


@pytest.mark.pure
@given(st.text())
def test_every_word_is_where_it_says(text: str) -> None:
    ends = [0]
    for word in words_in(text):
        assert 0 <= word.start < word.end <= len(text)
        assert word.word
        ends.append(word.end)
    assert ends == sorted(ends)


LETTERS = st.text("abcdefgñ", min_size=6, max_size=12)


@pytest.mark.pure
@given(word=LETTERS, data=st.data())
def test_a_slip_in_a_long_word_is_understood(word: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(word) - 2))
    letter = data.draw(st.sampled_from("abcdefgñ"))
    for slip in (
        word[:at] + word[at + 1 :],
        word[:at] + letter + word[at:],
        word[:at] + letter + word[at + 1 :],
        word[:at] + word[at + 1] + word[at] + word[at + 2 :],
    ):
        assert word in words_one_slip_away(slip, {word}, "abcdefgñ")
        assert is_one_slip(slip, word)


@pytest.mark.pure
@given(LETTERS, LETTERS)
def test_both_ways_to_find_slips_agree(one: str, other: str) -> None:
    assert is_one_slip(one, other) == (other in words_one_slip_away(one, {other}, "abcdefgñ"))


@pytest.mark.pure
@given(st.text("abc", max_size=7), st.sets(st.text("abc", min_size=1, max_size=7)))
def test_slips_are_found_among_many_words(typed: str, words: set[str]) -> None:
    """None is missed and none is added by looking them up."""
    assert Slips(words).near(typed) == {word for word in words if is_one_slip(typed, word)}


@pytest.mark.pure
def test_short_words_and_numbers_are_taken_as_typed() -> None:
    assert words_one_slip_away("cart", {"card"}, "abcdrt") == []
    assert words_one_slip_away("100.4", {"100.5"}, "abc") == []
    assert not is_one_slip("cart", "card")
