"""The content checker finds each kind of mistake, names its line, and finds none in a good page."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from tests.library.pages import page_text
from tests.tools.sample_content import BODY, ENGLISH, write_sample
from tools.check_content import ROOT, findings_in, main
from tools.content_checks.library import ContentLibrary, without_markup
from tools.content_checks.stamp import stamp

TODAY = date(2026, 12, 1)
MRD = "en/topics/mrd.md"


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A content folder with nothing to mend."""
    folder = write_sample(tmp_path / "content")
    stamp(folder / "es/topics/mrd.md", folder)
    stamp(folder / "es/glossary.toml", folder)
    return folder


def findings(content: Path, today: date = TODAY) -> list[tuple[str, int, str, str]]:
    """File, line, check and problem of each finding."""
    return [
        (f.file.removeprefix("content/"), f.line, f.check, f.problem)
        for f in findings_in(ContentLibrary(content, today))
    ]


def change(content: Path, file: str, old: str, new: str) -> None:
    """Change one place of a file."""
    text = (content / file).read_text(encoding="utf-8")
    assert old in text
    (content / file).write_text(text.replace(old, new, 1), encoding="utf-8")


def line_of(content: Path, file: str, text: str) -> int:
    """The line of a file that holds this text."""
    lines = (content / file).read_text(encoding="utf-8").splitlines()
    return next(number for number, line in enumerate(lines, start=1) if text in line)


def test_nothing_is_found_in_good_content(content: Path) -> None:
    assert findings(content) == []


@pytest.mark.parametrize(
    ("old", "new", "check", "problem"),
    [
        ("Some may be left.[^S22]", "A test may miss it.", "marks", "No source mark: 'A test"),
        ("small.[^S22]", "small. [^S22]", "marks", "There is a space before a source mark."),
        ("ill.[^K]", "ill.[^S99]", "sources", "The source 'S99' is not in sources.toml."),
        ("ill.[^K]", "ill, in battle.[^K]", "wording", "'battle' is not said here (M16)."),
        ("No, it is small", "No, 5 mg", "wording", "'5 mg' is not said here (M2)."),
        ("Yes, for sure", "Yes, 5 mg", "wording", "'5 mg' is not said here (M2)."),
        ("A test can find it", "Neutropenia is there", "glossary", "'Neutropenia' looks medical"),
        ("(term:mrd)", "(term:marrow)", "glossary", "The glossary has no word 'marrow'."),
        ("## What is it?", "## It", "reading", "This heading is not a question."),
        ("at the end. A", "at the end. So. A", "reading", "This paragraph has 4 sentences."),
        ("- 83 of", "- 82 of", "numbers", "This item of the picture should name 83 people out"),
        ("- 83 of 100 people", "- 83 people", "numbers", "should name 83 people out of 100."),
        ("- 17 of 100 people", "- 17 people", "numbers", "should name 17 people out of 100."),
        ("Ask what would", "3 in 4 people live. Ask what would", "numbers", "box: '3 in 4'."),
        ("A test can find it.", "50 of 100 patients die.", "numbers", "box: '50 of 100'."),
        ("It shows how", "In 9 of 10 it shows how", "numbers", "box: '9 of 10'."),
        (
            "Young people",
            "So were 2 of 100 young people",
            "numbers",
            "2 of 100 people have no picture",
        ),
        ("Ask what would", "Of 100 people ask what would", "numbers", "A figure for a group of"),
        ("Young people", "1 in 6 young people", "numbers", "A figure is not said out of 100"),
        ("If you are unsure, call.", "Call.", "parts", "The box does not end with the line"),
        ("A test can find it.", "See [it](topic:fever).", "links", "There is no page 'fever'."),
        ("A test can find it.", "See [it](topic:mrd).", "links", "The page links to itself."),
        ('["numbers"]', "[]", "front matter", "The front matter does not name the sensitive parts"),
        ('["FL-5"]', '["FL-5", "FL-6"]', "statements", "There is no statement 'FL-6'."),
        (
            'section = "tests"',
            'section = "plan"',
            "front matter",
            "sections.toml does not have the page",
        ),
        ('also = ["mrd"]', 'also = ["mrd", "MRD"]', "front matter", "'mrd' stands twice"),
        ('also = ["mrd"]', "also = []", "front matter", "Nobody can find the page"),
        (
            'phases = ["induction"]',
            "phases = []",
            "front matter",
            "The page fits no place on the map",
        ),
        ("mrd-result", "mrd-new", "questions", "'mrd-new' is not in question-ids.toml."),
    ],
)
def test_a_mistake_in_a_page_is_found_with_its_line(
    content: Path, old: str, new: str, check: str, problem: str
) -> None:
    change(content, MRD, old, new)
    found = {f[2:]: f[1] for f in findings(content) if f[0] == MRD}
    lines = [line for (name, says), line in found.items() if name == check and problem in says]
    assert lines, found
    if check not in ("parts", "numbers", "front matter"):
        assert lines == [line_of(content, MRD, new)]


def test_a_picture_of_100_people_outside_of_a_numbers_box_is_found(content: Path) -> None:
    """Figures are opened by choice, drawn ones too."""
    picture = "::: picture hundred 9\n- Some live.\n- Some die.\n\nPeople.[^K]\n:::\n\n"
    change(content, MRD, "::: family", picture + "::: family")
    problem = "A picture of 100 people stands outside of a numbers box."
    line = line_of(content, MRD, "- Some live")
    assert (MRD, line, "numbers", problem) in findings(content)


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "About 3 in 4 people your age are alive after 5 years."),
        ("en", "Half of them die."),
        ("en", "It helps 6 out of 10."),
        ("en", "50 of 100 patients die."),
        ("en", "One in three people have it."),
        ("en", "Nine out of every ten do well."),
        ("en", "Two thirds of people go home."),
        ("en", "It comes back in 20 percent."),
        ("en", "It comes back in twenty percent."),
        ("es", "Cerca de 3 de cada 4 personas de tu edad viven a los 5 años."),
        ("es", "La mitad muere."),
        ("es", "Le sirve a 6 de 10."),
        ("es", "50 de 100 pacientes mueren."),
        ("es", "Una de cada tres personas lo tiene."),
        ("es", "Dos tercios de las personas se van a casa."),
        ("es", "Vuelve en el veinte por ciento."),
    ],
)
def test_ways_to_say_odds_are_known_in_each_language(language: str, words: str) -> None:
    patterns = ContentLibrary(ROOT / "content", TODAY).settings("hard-words.toml")[language]["odds"]
    assert any(re.search(pattern, words, re.IGNORECASE) for pattern in patterns)


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "In the second half of treatment."),
        ("en", "A half-matched relative. One of two kinds. The line is at 0.01 percent."),
        ("en", "Wait 10 to 14 days, on day 8 of the cycle in 2026."),
        ("es", "La segunda mitad del plan. Uno de dos tipos. El 0,01 por ciento."),
        ("es", "De 3 a 4 horas, el 5 de marzo de 2026."),
    ],
)
def test_not_every_number_is_odds(language: str, words: str) -> None:
    patterns = ContentLibrary(ROOT / "content", TODAY).settings("hard-words.toml")[language]["odds"]
    assert not [p for p in patterns if re.search(p, words, re.IGNORECASE)]


def test_a_paragraph_that_states_nothing_of_medicine_needs_no_mark(content: Path) -> None:
    change(content, "en/topics/mrd.md", "Ask what would help.[^K]", "Ask what would help.")
    change(content, "es/topics/mrd.md", "Pregunta qué ayuda.[^K]", "Pregunta qué ayuda.")
    stamp(content / "es/topics/mrd.md", content)
    assert findings(content) == []


def test_a_broken_page_is_named_and_the_rest_still_checked(content: Path) -> None:
    change(content, MRD, "::: family", "::: famly")
    found = findings(content)
    assert (MRD, line_of(content, MRD, "::: famly"), "format") in [f[:3] for f in found]
    assert ("es/topics/mrd.md", 1, "translations") in [f[:3] for f in found]


@pytest.mark.parametrize("box", ["key-points", "call-now team", "family", "ask", "check", "teach"])
def test_a_missing_part_is_found(content: Path, box: str) -> None:
    text = (content / MRD).read_text(encoding="utf-8")
    start = text.index(f"::: {box}")
    end = text.index("\n:::\n", start) + 5
    (content / MRD).write_text(text[:start] + text[end:], encoding="utf-8")
    name = box.split()[0]
    assert f"The page has no {name} box." in [f[3] for f in findings(content)]


def test_parts_in_the_wrong_order_are_found(content: Path) -> None:
    family = "::: family\n- Ask what would help.[^K]\n:::\n"
    change(content, MRD, family, "")
    change(content, MRD, "## What is it?", family + "\n## What is it?")
    assert (MRD, line_of(content, MRD, "## What is it?"), "parts") in [
        f[:3] for f in findings(content)
    ]


def test_a_page_that_is_too_hard_is_found_at_its_longest_sentence(content: Path) -> None:
    hard = "Notwithstanding considerable institutional heterogeneity, multidisciplinary evaluation necessitates individualized prioritization."
    change(content, MRD, "A test can find it.", " ".join([hard] * 2))
    assert any(f[2] == "reading" and "the limit" in f[3] for f in findings(content))


def test_a_name_counts_as_two_syllables(content: Path) -> None:
    names = " ".join(["Blinatumomab blinatumomab blinatumomab blinatumomab."] * 9)
    change(content, MRD, "Say it in short words.", names)
    assert not [f for f in findings(content) if f[2] == "reading" and "limit" in f[3]]


def test_a_question_asked_twice_in_other_words_is_found(content: Path) -> None:
    change(
        content,
        MRD,
        '- [What was my result?]{#mrd-result visit="results"}',
        '- [What was my result?]{#mrd-result visit="results"}\n'
        '- [What is the result?]{#mrd-again visit="results"}',
    )
    assert (MRD, line_of(content, MRD, "mrd-again"), "questions") in [
        f[:3] for f in findings(content)
    ]


def test_what_is_past_its_date_is_found(content: Path) -> None:
    found = [(f[0], f[2]) for f in findings(content, date(2028, 1, 1))]
    assert (MRD, "review") in found
    assert ("sources.toml", "sources") in found
    assert not findings(content, date(2027, 5, 22))


def test_unused_sources_and_words_are_found(content: Path) -> None:
    for language in ("en", "es"):
        change(content, f"{language}/topics/mrd.md", "](term:mrd)", "](topic:mrd)")
    text = (content / "sources.toml").read_text(encoding="utf-8")
    extra = text[text.index("[S22]") :].replace("[S22]", "[S23]")
    (content / "sources.toml").write_text(f"{text}\n{extra}", encoding="utf-8")
    problems = [f[3] for f in findings(content)]
    assert "No page uses the source 'S23'." in problems
    assert "No page links to 'mrd'." in problems


def test_a_word_that_is_explained_but_never_linked_is_found(content: Path) -> None:
    extra = '\n[team]\nterm = "team"\nmeaning = "Those who care for you."\nsay = ""\n'
    for language in ("en", "es"):
        file = content / language / "glossary.toml"
        file.write_text(file.read_text(encoding="utf-8") + extra, encoding="utf-8")
    assert (MRD, "glossary", "'team' is in the glossary and never linked here.") in [
        (f[0], f[2], f[3]) for f in findings(content)
    ]


def add_word(content: Path, name: str, word: str, meaning: str) -> None:
    """Put a word into both glossaries."""
    for language in ("en", "es"):
        file = content / language / "glossary.toml"
        entry = f'\n[{name}]\nterm = "{word}"\nmeaning = "{meaning}"\nsay = ""\n'
        file.write_text(file.read_text(encoding="utf-8") + entry, encoding="utf-8")


def test_the_meaning_of_another_word_explains_none(content: Path) -> None:
    """Nor does a page's title: only what can be tapped is explained."""
    add_word(content, "blood", "blood", "It has no neutropenia.")
    change(content, MRD, 'title = "A test', 'title = "Neutropenia. A test')
    change(content, MRD, "A test can find it.", "Neutropenia is there.")
    assert "'Neutropenia' looks medical and is not in the glossary." in [
        f[3] for f in findings(content)
    ]


def test_the_ending_of_a_medicine_is_a_part_of_its_name(content: Path) -> None:
    """Asparaginase is not asparagine."""
    add_word(content, "asparagine", "asparagine", "A small part of protein.")
    change(content, MRD, "A test can find it.", "Take asparaginase.")
    problem = "'asparaginase' looks medical and is not in the glossary."
    assert problem in [f[3] for f in findings(content)]


def test_short_names_and_names_in_brackets_are_linked_too(content: Path) -> None:
    add_word(content, "all", "acute leukemia (ALL)", "A cancer of white cells.")
    add_word(content, "car", "CAR", "A hook on a cell.")
    change(content, MRD, "A test can find it.", "It is found in ALL, after CAR T.")
    problems = [f[3] for f in findings(content)]
    assert "'ALL' is in the glossary and never linked here." in problems
    assert not [p for p in problems if p.startswith("'CAR'")]


def test_long_or_lonely_meanings_are_found(content: Path) -> None:
    change(content, "en/glossary.toml", "too small to see", "too small to see with any eye at all")
    change(content, "es/glossary.toml", "[mrd]", "[emr]")
    problems = [f[3] for f in findings(content)]
    assert "The meaning of 'mrd' has 10 words." in problems
    assert "'mrd' is not in both glossaries, here and in English." in problems


def test_a_statement_no_page_explains_is_found(content: Path) -> None:
    change(content, MRD, '["FL-5"]', "[]")
    assert ("statements.toml", 1, "statements", "No page explains FL-5.") in findings(content)


def test_a_translation_goes_stale_when_the_original_changes(content: Path) -> None:
    change(content, MRD, "Ask what would help.", "Ask what might help.")
    spanish = "es/topics/mrd.md"
    assert [f[:3] for f in findings(content)] == [
        (spanish, line_of(content, spanish, "source_sha"), "translations")
    ]
    stamp(content / spanish, content)
    assert findings(content) == []


@pytest.mark.parametrize("key", ["title", "summary"])
def test_what_stands_in_lists_of_pages_is_translated_too(content: Path, key: str) -> None:
    """A new title or summary makes the translation stale like a new text."""
    change(content, MRD, f'{key} = "', f'{key} = "Not so: ')
    spanish = "es/topics/mrd.md"
    assert [f[:3] for f in findings(content)] == [
        (spanish, line_of(content, spanish, "source_sha"), "translations")
    ]


def test_a_word_goes_stale_when_its_english_meaning_changes(content: Path) -> None:
    change(content, "en/glossary.toml", "Leukemia too small", "Cancer too small")
    glossary = "es/glossary.toml"
    assert [f[:3] for f in findings(content)] == [
        (glossary, line_of(content, glossary, "[mrd]"), "translations")
    ]
    assert main(["--content", str(content), "--stamp", glossary]) == 0
    assert findings(content) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("- Pregunta qué ayuda.[^K]", "- Pregunta qué ayuda.[^S22]"),
        ("[EMR](term:mrd)", "EMR"),
        ("call-now team", "call-now today"),
        ("- [ ] Sí, claro\n- [x] No, es poca", "- [x] Sí, claro\n- [ ] No, es poca"),
        ("mrd-result", "mrd-other"),
        ('visit="results"', 'visit="clinic"'),
        ("## ¿Qué es?\n\n", ""),
        ("\n## ¿Qué es?", "\nUno.[^K]\n\n## ¿Qué es?"),
        ("Es lo que queda", "Es 1 de 9 que queda"),
        ('phases = ["induction"]', 'phases = ["maintenance"]'),
    ],
)
def test_a_translation_of_another_shape_is_found(content: Path, old: str, new: str) -> None:
    change(content, "es/topics/mrd.md", old, new)
    found = findings(content)
    assert ("es/topics/mrd.md", "translations") in [(f[0], f[2]) for f in found], found


def test_figures_may_be_written_as_each_language_writes_them(content: Path) -> None:
    change(content, MRD, "It is what is left", "It is 0.01 of 10,000 that is left")
    change(content, "es/topics/mrd.md", "Es lo que queda", "Es 0,01 de 10 000 que queda")
    stamp(content / "es/topics/mrd.md", content)
    assert findings(content) == []


def test_a_page_without_translation_is_found(content: Path) -> None:
    (content / "es/topics/mrd.md").unlink()
    assert (MRD, 1, "translations", "The page has no translation into 'es'.") in findings(content)


def test_an_accepted_finding_needs_a_reason_and_something_to_accept(content: Path) -> None:
    change(content, MRD, "ill.[^K]", "ill, in battle.[^K]")
    change(content, "es/topics/mrd.md", 'source_sha = "', 'source_sha = "x')
    stamp(content / "es/topics/mrd.md", content)
    entry = '[[accepted]]\ncheck = "wording"\nfile = "en/topics/mrd.md"\ncontains = "battle"\n'
    accepted = content / "accepted.toml"
    accepted.write_text(entry + 'reason = "It names a battle."\n', encoding="utf-8")
    assert findings(content) == []
    accepted.write_text(entry + 'reason = " "\n', encoding="utf-8")
    assert {f[2] for f in findings(content)} == {"wording", "accepted"}
    change(content, MRD, ", in battle", "")
    stamp(content / "es/topics/mrd.md", content)
    accepted.write_text(entry + 'reason = "It names a battle."\n', encoding="utf-8")
    assert [f[2] for f in findings(content)] == ["accepted"]


def test_a_page_whose_subject_needs_the_words_may_use_them(content: Path) -> None:
    body = BODY.format(**{**ENGLISH, "text": "It is 5 mg. A test can find it."})
    text = page_text(
        body.replace("mrd-result", "doses-result"),
        "doses",
        changes={"sensitive": '["numbers"]', "also": '["doses"]'},
    )
    (content / "en/topics/doses.md").write_text(text, encoding="utf-8")
    assert not [f for f in findings(content) if f[0] == "en/topics/doses.md" and f[2] == "wording"]


def test_a_date_that_comes_warns_and_stops_only_a_release(
    content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """In years everything is due: pages, danger words and sources. Nothing else is wrong then."""
    later = ["--content", str(content), "--today", "2040-01-01"]
    problems = "\n".join(problem for *_, problem in findings(content, date(2040, 1, 1)))
    assert "The page was due" in problems
    assert "The danger words were due" in problems
    assert "was last looked at" in problems
    assert main(later) == 0
    assert "WARNING" in capsys.readouterr().err
    assert main([*later, "--release"]) == 1
    change(content, MRD, "ill.[^K]", "ill.[^S99]")
    assert main(later) == 1


def test_lines_read_as_people_see_them() -> None:
    line = "- [x] A **very** small [cell](term:blast), see [it](topic:mrd).[^S22][^K]"
    assert without_markup(line) == "A very small cell, see it."
    assert without_markup('- [Why?]{#mrd-a visit="clinic"}') == "Why?"


def test_the_report_for_machines_has_what_was_measured(
    content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--content", str(content), "--json", "--today", "2026-12-01"]) == 0
    data = json.loads(capsys.readouterr().out)
    assert data["languages"]["en"]["pages"] == 1
    assert data["languages"]["en"]["words"] == data["pages"][0]["words"]
    assert (data["statements"]["total"], data["statements"]["explained"]) == (1, 1)
    assert data["sources"] == {"general knowledge": 1, "study": 1}
    assert data["marks"]["total"] > data["marks"]["general_knowledge"] > 0
    assert data["pages"][0]["parts"]["questions"] == 1
    assert data["pages"][0]["unmarked"] == 0
    assert data["findings"] == []


def test_the_table_for_people_ends_with_the_findings_and_their_number(
    content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    change(content, MRD, "ill.[^K]", "ill.[^S99]")
    assert main(["--content", str(content), "--today", "2026-12-01"]) == 1
    out = capsys.readouterr().out
    assert "en/mrd" in out
    lines = out.splitlines()
    number = next(n for n, line in enumerate(lines) if line.startswith("findings: "))
    listed = lines[number + 1 :]
    assert lines[number - 1 : number + 1] == ["accepted: 0", f"findings: {len(listed)}"]
    place = f"content/{MRD}:{line_of(content, MRD, '[^S99]')}"
    assert any(line.startswith(f"{place}: The source 'S99'") for line in listed)


def test_stamping_from_the_command_line(content: Path, capsys: pytest.CaptureFixture[str]) -> None:
    change(content, MRD, "Ask what would help.", "Ask what might help.")
    assert main(["--content", str(content), "--stamp", "es/topics/mrd.md"]) == 0
    assert findings(content) == []
    assert main(["--content", str(content), "--stamp", "es/topics/none.md"]) == 2
    assert "cannot be read" in capsys.readouterr().err


def test_it_runs_as_a_program() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tools.check_content", "--help"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    assert "--stamp" in done.stdout


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ('["c"]', "[]", "The list 'team' is empty."),
        ('["c"]', '["c", "c"]', "'c' stands there twice."),
        ("team = ", 'same = ["a b", "c b"]\nteam = ', "'b' stands for the words of two lines."),
        ("2027-05-22", "2026-11-30", "The danger words were due for review on 2026-11-30."),
    ],
)
def test_lists_of_danger_words_are_full_and_reviewed(
    content: Path, old: str, new: str, problem: str
) -> None:
    change(content, "es/danger.toml", old, new)
    assert [found[0::3] for found in findings(content)] == [("es/danger.toml", problem)]


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ('kind = "study"', 'kind = "stuudy"', "The kind of 'S22' is not known: 'stuudy'."),
        ("year = 2020", "year = 2031", "The source 'S22' is from the year 2031."),
        ("S004", "...", "The address of 'S22' has a part left out."),
    ],
)
def test_a_source_says_nothing_that_cannot_be(
    content: Path, old: str, new: str, problem: str
) -> None:
    change(content, "sources.toml", old, new)
    line = line_of(content, "sources.toml", "[S22]")
    assert findings(content) == [("sources.toml", line, "sources", problem)]


def test_nobody_looks_at_a_source_tomorrow(content: Path) -> None:
    source = (content / "sources.toml").read_text(encoding="utf-8")
    late = source.replace("looked_at = 2026-11-22", "looked_at = 2026-12-02")
    (content / "sources.toml").write_text(late, encoding="utf-8")
    assert "The source 'S22' is said to be looked at on 2026-12-02." in [
        f[3] for f in findings(content)
    ]


def test_every_language_needs_its_danger_words(content: Path) -> None:
    (content / "es/danger.toml").unlink()
    assert [found[:3] for found in findings(content)] == [("es/danger.toml", 1, "danger")]


def test_a_page_that_lost_its_emergency_signs_is_found(content: Path) -> None:
    """In each language, and even when the page was rewritten in all of them."""
    (content / "emergency.toml").write_text('pages = ["mrd"]\n', encoding="utf-8")
    problem = "The page has no signs for emergency services."
    assert [(f[0], f[3]) for f in findings(content)] == [
        (MRD, problem),
        ("es/topics/mrd.md", problem),
    ]


def test_a_question_that_people_may_have_kept_is_not_lost(content: Path) -> None:
    ids = content / "question-ids.toml"
    ids.write_text('asked = ["mrd-result", "mrd-old"]\n', encoding="utf-8")
    assert [f[3] for f in findings(content)] == ["No page asks 'mrd-old' any more."]
    ids.write_text('asked = ["mrd-result"]\n[gone]\nmrd-old = ""\n', encoding="utf-8")
    assert [f[3] for f in findings(content)] == ["It is not said why 'mrd-old' is gone."]
    ids.write_text('asked = ["mrd-result"]\n[gone]\nmrd-old = "Twice."\n', encoding="utf-8")
    assert findings(content) == []
    ids.write_text('asked = []\n[gone]\nmrd-result = "Twice."\n', encoding="utf-8")
    problem = "The name 'mrd-result' was used before: question-ids.toml."
    assert [(f[0], f[3]) for f in findings(content)] == [
        (MRD, problem),
        ("es/topics/mrd.md", problem),
    ]


def test_one_name_on_two_pages_is_found(content: Path) -> None:
    """The page "mrd" may not ask what begins like a question of "mrd-result"."""
    text = (content / MRD).read_text(encoding="utf-8")
    longer = text.replace('id = "mrd"', 'id = "mrd-result"').replace(
        "#mrd-result", "#mrd-result-day"
    )
    (content / "en/topics/mrd-result.md").write_text(longer, encoding="utf-8")
    change(content, MRD, "#mrd-result ", "#mrd-result-day ")
    problem = "The name 'mrd-result-day' is a question on the page mrd too."
    assert problem in [f[3] for f in findings(content)]


@pytest.mark.parametrize("key", ["check", "file", "contains", "reason"])
def test_an_accepted_finding_says_which_one(content: Path, key: str) -> None:
    """An empty text would accept every finding there is."""
    change(content, MRD, "ill.[^K]", "ill, in battle.[^K]")
    stamp(content / "es/topics/mrd.md", content)
    entry = {"check": "wording", "file": MRD, "contains": "battle", "reason": "A name."}
    lines = "".join(f'{name} = "{value}"\n' for name, value in (entry | {key: ""}).items())
    (content / "accepted.toml").write_text(f"[[accepted]]\n{lines}", encoding="utf-8")
    assert {f[2] for f in findings(content)} == {"wording", "accepted"}


@pytest.mark.parametrize(
    ("file", "new", "says"),
    [
        ("readability.toml", "[oops", "readability.toml:"),
        ("banned.toml", "[oops", "banned.toml:"),
        ("accepted.toml", "[oops", "accepted.toml:"),
        ("hard-words.toml", "[oops", "hard-words.toml:"),
        ("en/danger.toml", "[oops", "en/danger.toml:"),
        ("banned.toml", '[[rule]]\nid = "Z"\nreason = "z"\nen = ["(oops"]', "'(oops' is not a reg"),
        ("banned.toml", '[[rule]]\nreason = "z"\nen = ["oops"]', "Rule number 3 has no id"),
        ("hard-words.toml", 'odds = ["\\\\b(oops"]', "is not a regular expression"),
        ("readability.toml", "[limits.oops]", "The limit 'oops' is not known."),
    ],
)
def test_a_slip_in_a_file_that_steers_the_checks_is_named(
    content: Path, capsys: pytest.CaptureFixture[str], file: str, new: str, says: str
) -> None:
    """With file and line, and not as a finding about the pages."""
    path = content / file
    text = path.read_text(encoding="utf-8") if path.exists() else ""
    if file == "hard-words.toml" and new.startswith("odds"):
        text = text.replace('odds = ["\\\\b\\\\d+ de cada \\\\d+"]', "")
    path.write_text(f"{text}\n{new}\n", encoding="utf-8")
    assert main(["--content", str(content), "--today", "2026-12-01"]) == 2
    told = capsys.readouterr().err
    assert says in told
    assert re.match(rf"content/{re.escape(file)}:\d+", told)
    if "oops" in told and "regular" in told:
        assert told.startswith(f"content/{file}:{line_of(content, file, 'oops')}")


POINT = "- [MRD](term:mrd) is very small.[^S22]\n"
QUESTION = '- [What was my result?]{#mrd-result visit="results"}\n'
CHECK = "### Is it zero?\n- [ ] Yes, for sure\n- [x] No, it is small\n> Some may be left.[^S22]\n"
MORE_QUESTIONS = "".join(
    f'- [{words}]{{#mrd-{n} visit="results"}}\n'
    for n, words in enumerate(("Who calls?", "Does sleep help?", "Which lab looks?"))
)
PICTURE = "::: picture hundred 17"


@pytest.mark.parametrize(
    ("old", "new", "check", "problem"),
    [
        (POINT, POINT + "- Two.[^K]\n- Three.[^K]\n- Four.[^K]\n", "parts", "4 in key-points"),
        (QUESTION, QUESTION + MORE_QUESTIONS, "parts", "There are 4 in ask."),
        (CHECK, CHECK + "\n" + CHECK.replace("zero", "one"), "parts", "2 questions in check."),
        ("- You feel very ill.[^K]\n", "Well.[^K]\n", "parts", "The box has no list of signs."),
        ("- Ask what", "- A.\n- B.\n- C.\n- Ask what", "length", "This list has 4 items."),
        ("It is what", "So it is. " * 40 + "It is what", "length", "words before ask."),
        ("You feel very ill", "You feel " + "so " * 60 + "ill", "length", "call-now and ask have"),
        (PICTURE, "::: picture mrd-zoom", "numbers", "A numbers box has no picture of 100"),
        ("Say it in short words.", "Say " + "it " * 500 + ".", "reading", "words on average."),
        (
            "::: family",
            "::: family\n- So.\n:::\n\n::: family",
            "parts",
            "The page has 2 family boxes.",
        ),
    ],
)
def test_too_many_and_too_few_are_found_in_every_language(
    content: Path, old: str, new: str, check: str, problem: str
) -> None:
    """The Spanish page is given the English body, so that both have the same mistake."""
    change(content, MRD, old, new)
    body = (content / MRD).read_text(encoding="utf-8").split("+++")[2]
    spanish = content / "es/topics/mrd.md"
    front = spanish.read_text(encoding="utf-8").split("+++")[1]
    spanish.write_text(f"+++{front}+++{body}", encoding="utf-8")
    found = findings(content)
    for file in (MRD, "es/topics/mrd.md"):
        assert [f for f in found if f[0] == file and f[2] == check and problem in f[3]], found


@pytest.mark.parametrize(
    ("old", "new", "check", "problem"),
    [
        ("Te sientes muy mal.[^K]", "Te sientes muy mal.[^S99]", "sources", "'S99' is not in"),
        ("[EMR](term:mrd)", "[EMR](term:no)", "glossary", "The glossary has no word 'no'."),
        ("Una prueba la ve", "La neutropenia está", "glossary", "'neutropenia' looks medical"),
        ("muy mal.[^K]", "muy mal, una batalla.[^K]", "wording", "'batalla' is not said here"),
        ("## ¿Qué es?", "## Esto", "reading", "This heading is not a question."),
        ("Si tienes dudas, llama.", "Llama.", "parts", "does not end with the line"),
        ("- 83 de cada 100", "- 83 de las 100", "numbers", "should name 83 people out of 100."),
        ("Pregunta qué", "Viven 3 de cada 4. Pregunta qué", "numbers", "box: '3 de cada 4'."),
        ("quedar algo.[^S22]", "queda una prueba.", "marks", "No source mark"),
    ],
)
def test_a_mistake_in_a_translation_is_found(
    content: Path, old: str, new: str, check: str, problem: str
) -> None:
    change(content, "es/topics/mrd.md", old, new)
    found = [f for f in findings(content) if f[0] == "es/topics/mrd.md"]
    assert [f for f in found if f[2] == check and problem in f[3]], found
