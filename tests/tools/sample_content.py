"""A content folder of one page in two languages in which there is nothing to mend."""

from __future__ import annotations

from pathlib import Path

from tests.library.pages import page_text

READABILITY = """\
[limits]
sentence_words = 12
paragraph_sentences = 3
list_items = 3
page_words = [20, 120]
short_words = 60
meaning_words = 8
key_points = [1, 3]
questions = [1, 3]
checks = 1
source_days = 366

[en]
measure = "flesch_kincaid_grade"
at_most = 6.0
call_line = "If you are unsure, call."
names = ["blinatumomab"]

[es]
measure = "szigriszt_pazos"
at_least = 65.0
call_line = "Si tienes dudas, llama."
names = []
"""
HARD_WORDS = """\
[en]
patterns = ["^neutro", "penia$"]
drugs = ["ginase$"]
everyday = ["neutral"]
clinical = ["\\\\btest"]
small_words = ["what", "is", "was", "my", "the"]
odds = ["(?<![.,])\\\\b\\\\d+ (?:in|of) (?:every )?\\\\d+", "\\\\b100 people"]
of_100 = "of 100"

[es]
patterns = ["^neutro"]
everyday = []
clinical = ["\\\\bprueba"]
small_words = ["cual", "es", "mi"]
odds = ["\\\\b\\\\d+ de cada \\\\d+"]
of_100 = "de cada 100"
"""
BANNED = """\
[[rule]]
id = "M16"
reason = "No battle words."
en = ['\\bbattle\\b']
es = ['\\bbatalla\\b']

[[rule]]
id = "M2"
reason = "No doses."
choices = true
except_pages = ["doses"]
en = ['\\b\\d+ mg\\b']
"""
SOURCES = """\
[K]
title = "General knowledge"
publisher = ""
year = 0
where = ""
kind = "general knowledge"
grade = ""
looked_at = 2026-11-22

[S22]
title = "MRD in ALL"
publisher = "Blood Research"
year = 2020
where = "doi:10.5045/br.2020.S004"
kind = "study"
grade = "A"
looked_at = 2026-11-22
"""
GLOSSARY = '[mrd]\nterm = "{term}"\nmeaning = "{meaning}"\nsay = ""\n'
BODY = """\
::: key-points
- [{mrd}](term:mrd) {point}.[^S22]
:::

::: call-now team
- {sign}.[^K]

{call}
:::

## {question}

{text}[^S22] {more}[^K]

:::: numbers
{groups}[^K]

::: picture hundred 17
- 17 {of}
- 83 {of}

{who}[^S22]
:::
::::

::: family
- {family}[^K]
:::

::: ask
- [{ask}]{{#mrd-result visit="results"}}
:::

::: check
### {check}
- [ ] {wrong}
- [x] {right}
> {why}[^S22]
:::

::: teach
### A
{teach}
### B
{teach}
### C
{teach}
### D
{teach}
### E
{teach}
:::
"""
ENGLISH = {
    "mrd": "MRD",
    "point": "is very small",
    "sign": "You feel very ill",
    "call": "Call at any hour. If you are unsure, call.",
    "question": "What is it?",
    "text": "It is what is left at the end. A test can find it.",
    "more": "Your team tells you the day when it is done.",
    "groups": "These are groups. They are not you.",
    "of": "of 100 people",
    "who": "Young people who were seen long ago.",
    "family": "Ask what would help.",
    "ask": "What was my result?",
    "check": "Is it zero?",
    "wrong": "Yes, for sure",
    "right": "No, it is small",
    "why": "Some may be left.",
    "teach": "Say it in short words.",
}
SPANISH = {
    "mrd": "EMR",
    "point": "es muy poca",
    "sign": "Te sientes muy mal",
    "call": "Llama a toda hora. Si tienes dudas, llama.",
    "question": "¿Qué es?",
    "text": "Es lo que queda al final. Una prueba la ve.",
    "more": "Tu equipo te dice qué día se hace.",
    "groups": "Son grupos. No eres tú.",
    "of": "de cada 100 personas",
    "who": "Gente joven de hace mucho.",
    "family": "Pregunta qué ayuda.",
    "ask": "¿Cuál fue mi resultado?",
    "check": "¿Es cero?",
    "wrong": "Sí, claro",
    "right": "No, es poca",
    "why": "Puede quedar algo.",
    "teach": "Di esto con pocas palabras.",
}

DANGER = """\
written = 2026-11-22
review_due = 2027-05-22
review = "not yet checked by a clinician"
crisis = ["a"]
emergency = ["b"]
team = ["c"]
today = ["d"]
"""


def write_sample(folder: Path) -> Path:
    """Write the folder; the translation is not stamped yet."""
    sensitive = {"sensitive": '["numbers"]'}
    files = {
        "readability.toml": READABILITY,
        "hard-words.toml": HARD_WORDS,
        "banned.toml": BANNED,
        "sources.toml": SOURCES,
        "question-ids.toml": 'asked = ["mrd-result"]\n[gone]\n',
        "sections.toml": '[[section]]\nid = "tests"\npages = ["mrd"]\n',
        "statements.toml": '[FL-5]\ngist = "MRD is a clue."\nkind = "context"\n',
        "en/section-names.toml": 'tests = "Tests"\n',
        "es/section-names.toml": 'tests = "Pruebas"\n',
        "en/danger.toml": DANGER,
        "es/danger.toml": DANGER,
        "en/glossary.toml": GLOSSARY.format(term="MRD", meaning="Leukemia too small to see."),
        "es/glossary.toml": GLOSSARY.format(term="EMR", meaning="Leucemia que no se ve."),
        "en/topics/mrd.md": page_text(BODY.format(**ENGLISH), changes=sensitive),
        "es/topics/mrd.md": page_text(BODY.format(**SPANISH), translated=True, changes=sensitive),
    }
    for name, text in files.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return folder
