"""The rules of banned.toml catch what they are for and leave fair sentences alone."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tools.content_checks.library import ContentLibrary
from tools.content_checks.wording import read_rules

LIBRARY = ContentLibrary(Path(__file__).parents[2] / "content", date.min)
CAUGHT = {
    "en": {
        "M1": "You should get blinatumomab.",
        "M2": "Take two tablets, or double the dose.",
        "M3": "This is normal. You can wait until morning.",
        "M4": "Call at 38.0 °C.",
        "M5": "Take paracetamol for the pain.",
        "M6": "The survival rate is 73%.",
        "M7": "Undetectable means you are cured.",
        "M8": "You need a transplant.",
        "M9": "You qualify for CAR T.",
        "M10": "Blinatumomab for T-cell ALL helps.",
        "M11": "The guideline says so.",
        "M12": "You'll be able to have a baby.",
        "M13": "No period means you can't get pregnant.",
        "M14": "Skip a dose if you feel sick.",
        "M15": "Live vaccines are fine.",
        "M16": "She is fighting cancer.",
        "M17": "Go to the best hospital.",
        "M18": "Berries boost your immune system.",
        "M19": "He committed suicide.",
        "M20": "Call 911.",
        "M21": "Relapse is rare.",
        "M22": "This is salvage treatment.",
        "M23": "Send us your results.",
        "M25": "This app is always up to date.",
    },
    "es": {
        "M1": "Debes recibir blinatumomab.",
        "M2": "Toma dos pastillas.",
        "M3": "Eso es normal, puedes esperar.",
        "M4": "Llama con 38,0 °C.",
        "M5": "Toma un paracetamol.",
        "M6": "La tasa de supervivencia es alta.",
        "M7": "Indetectable quiere decir que estás curada.",
        "M8": "Necesitas un trasplante.",
        "M9": "No cumples los requisitos.",
        "M10": "El blinatumomab para la LLA de células T ayuda.",
        "M11": "La guía dice que sí.",
        "M12": "Podrás tener hijos.",
        "M13": "El DIU es seguro.",
        "M14": "Deja de tomar la pastilla.",
        "M15": "Las vacunas vivas son seguras.",
        "M16": "Su lucha contra la leucemia.",
        "M17": "Ve al mejor hospital.",
        "M18": "Refuerza tus defensas con zumo.",
        "M19": "La tasa de suicidio.",
        "M20": "Llama al 112.",
        "M21": "La recaída es rara.",
        "M22": "Un tratamiento de rescate.",
        "M23": "Mándanos tus resultados.",
        "M25": "Esta aplicación está al día.",
        "spelling": "Qué es?",
    },
}
FAIR = {
    "en": [
        "Don't take ibuprofen before you talk to them.",
        "Never stop taking it on your own.",
        "It is not your fault.",
        "The cells that fight germs.",
        "An article about the ASH 2026 guidelines reports two times.",
        "Many labs draw the line at 0.01 percent, 1 cell in 10,000 cells.",
        "Your team may lower the dose step by step.",
        "Ask if you need a transplant.",
    ],
    "es": [
        "No tomes paracetamol ni ibuprofeno.",
        "Nunca es culpa tuya.",
        "Un artículo sobre las guías ASH 2026 informa.",
        "Son 1 célula entre 10 000.",
        "La leucovorina es el rescate.",
        "¿Qué es? ¡Bien!",
    ],
}


def broken_rules(language: str, sentence: str) -> list[str]:
    """The rules a sentence breaks."""
    return [rule.id for rule in read_rules(LIBRARY, language) if rule.pattern.search(sentence)]


@pytest.mark.parametrize(
    ("language", "rule", "sentence"),
    [(lang, rule, said) for lang, rules in CAUGHT.items() for rule, said in rules.items()],
)
def test_what_must_not_be_said_is_caught(language: str, rule: str, sentence: str) -> None:
    assert rule in broken_rules(language, sentence)


@pytest.mark.parametrize(
    ("language", "sentence"), [(lang, said) for lang, fair in FAIR.items() for said in fair]
)
def test_fair_sentences_are_left_alone(language: str, sentence: str) -> None:
    assert broken_rules(language, sentence) == []


def test_every_rule_has_a_reason_and_an_example() -> None:
    for rule in LIBRARY.settings("banned.toml")["rule"]:
        assert rule["reason"]
        for language in ("en", "es"):
            assert (rule["id"] in CAUGHT[language]) == bool(rule.get(language))
