"""The search from the command line: answers and boxes that people and programs can read."""

from __future__ import annotations

import json

import pytest

from tools.search import main


def printed(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    """What the tool prints; it ends well."""
    assert main(list(arguments)) == 0
    return capsys.readouterr().out


def test_programs_get_a_list_of_answers(capsys: pytest.CaptureFixture[str]) -> None:
    """Each with its kind, id and title, the best first."""
    found = json.loads(printed(capsys, "--json", "can i still have kids"))
    assert {"kind", "id", "title"} <= set(found[0])
    assert found[0]["id"].startswith("fertility")


@pytest.mark.parametrize("language", ["en", "es", "ar", "qps"])
def test_every_language_of_the_app_can_be_searched_in(
    capsys: pytest.CaptureFixture[str], language: str
) -> None:
    """Where it has no pages, English answers, as in the app."""
    assert json.loads(printed(capsys, "--lang", language, "--json", "fever"))[0]["id"] == "fever"


def test_boxes_are_printed_for_people_and_programs(capsys: pytest.CaptureFixture[str]) -> None:
    """The list of answers keeps its form; boxes are asked for by themselves."""
    assert json.loads(printed(capsys, "--boxes", "--json", "i took all the pills")) == [
        "crisis",
        "emergency",
    ]
    assert printed(capsys, "--lang", "ar", "--boxes", "مو قادر اتنفس") == "emergency\n"
    assert json.loads(printed(capsys, "--boxes", "--json", "what is mrd")) == []


def test_an_unknown_language_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    """It ends with 2 and names those there are."""
    assert main(["--lang", "xx", "fever"]) == 2
    assert "en, es" in capsys.readouterr().err
