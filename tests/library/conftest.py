"""A small library in two languages, in a folder, with one broken page."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.library.pages import page_text

SECTIONS = """\
[[section]]
id = "start"
pages = ["car-t", "missing"]

[[section]]
id = "empty"
pages = ["missing"]

[[section]]
id = "tests"
pages = ["mrd", "broken"]
"""
SOURCE = """\
[S22]
title = "MRD in ALL"
publisher = "Blood Research"
year = 2020
where = "doi:10.5045/br.2020.S004"
kind = "study"
grade = "A"
looked_at = 2026-11-22
"""
GLOSSARY = """\
[mrd]
term = "{mrd}"
meaning = "Leukemia too small to see."
say = ""
"""
MRD = """\
Look for [MRD](term:mrd) in the [marrow](term:bone-marrow), [again](term:mrd).[^S22]

::: ask
- [{question}]{{#mrd-result visit="results"}}
:::
"""


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A content folder."""
    files = {
        "sections.toml": SECTIONS,
        "sources.toml": SOURCE,
        "statements.toml": '[FL-5]\ngist = "MRD is a clue."\nkind = "context"\n',
        "en/section-names.toml": 'start = "Start here"\ntests = "Tests"\nempty = "Empty"\n',
        "es/section-names.toml": 'tests = "Pruebas"\n',
        "ar/section-names.toml": 'tests = "x"\n',
        "en/glossary.toml": GLOSSARY.format(mrd="MRD")
        + '\n[bone-marrow]\nterm = "bone marrow"\nmeaning = "Soft inside of bones."\nsay = ""\n',
        "es/glossary.toml": GLOSSARY.format(mrd="EMR"),
        "en/topics/mrd.md": page_text(MRD.format(question="What was it?")),
        "es/topics/mrd.md": page_text(MRD.format(question="¿Cuál fue?"), translated=True),
        "en/topics/car-t.md": page_text(
            "Words.", "car-t", changes={"phases": '["induction", "car-t"]'}
        ),
        "en/topics/broken.md": page_text("<b>No</b>", "broken"),
        "en/topics/aside.md": page_text("Words.", "aside", changes={"phases": "[]"}),
    }
    folder = tmp_path / "content"
    for name, text in files.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return folder
