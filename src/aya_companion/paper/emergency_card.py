"""The emergency card on paper: a wallet card in each language, with its essentials as a QR code."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from aya_companion.domain.card_number import CardNumber
from aya_companion.domain.care_team import CallLevel, Contact, EmergencyCard, LineType
from aya_companion.i18n.catalogs import Translator
from aya_companion.paper.document import Side, render
from aya_companion.paper.qr import qr_svg

LineName = Callable[[Translator, LineType], str]


@dataclass(frozen=True)
class Fact:
    """One thing on the card: what it is called, and what it says. A number to dial is ``number``."""

    label: str
    words: str
    number: bool = False


def card_title(t: Translator) -> str:
    """What helpers read first."""
    return t("I have leukemia (ALL). Fever is an emergency.")


def card_facts(card: EmergencyCard, side: Side, line_name: LineName) -> list[Fact]:
    """What the card says in a language, the most important first; empty fields are left out."""
    t = side.t
    facts = [Fact(t("Name"), card.name), Fact(t("Call my team at"), fever_words(card, side))]
    for contact in _team(card):
        label = f"{contact.name}, {contact.hours}" if contact.hours else contact.name
        facts.extend(_numbers(t("My team: {name}", name=label), contact.phone))
    facts.extend(_numbers(t("Emergency services"), card.emergency_number))
    facts.append(Fact(t("Allergies"), card.allergies))
    if card.line is not LineType.NONE:
        facts.append(Fact(t("Central line"), line_name(t, card.line)))
    facts.append(Fact(t("Diagnosis"), card.diagnosis))
    facts.append(Fact(t("Good to know"), card.notes))
    return [fact for fact in facts if fact.words]


def _numbers(label: str, phone: CardNumber) -> list[Fact]:
    """The number; as long as nobody has said which is meant, what was written and each it may be."""
    return [
        Fact(", ".join(filter(None, (label, words))), number.shown, number=True)
        if number
        else Fact(label, words)
        for words, number in phone.lines
    ]


def lock_screen_facts(card: EmergencyCard, side: Side, line_name: LineName) -> list[Fact]:
    """What there is room for on a lock screen: one number of the team, and no long texts."""
    short = replace(card, contacts=_team(card)[:1], diagnosis="", notes="")
    return card_facts(short, side, line_name)


def _team(card: EmergencyCard) -> tuple[Contact, ...]:
    """Whom to call at once; any contact when none is kept for that."""
    return tuple(card.contacts_for(CallLevel.TEAM)) or card.contacts


def fever_words(card: EmergencyCard, side: Side) -> str:
    """The team's number in both units; the general rule of the fact base (3.16) without one."""
    if card.fever is None:
        return side.t(
            "{celsius} ({fahrenheit}) or higher, even once",
            celsius=side.f.temperature(Decimal(38), "C"),
            fahrenheit=side.f.temperature(Decimal("100.4"), "F"),
        )
    return side.t(
        "{celsius} ({fahrenheit}) or higher, even once",
        celsius=side.f.temperature(card.fever.celsius, "C"),
        fahrenheit=side.f.temperature(card.fever.fahrenheit, "F"),
    )


def say_this(t: Translator) -> str:
    """What to tell paramedics (the fact base, 3.16)."""
    return t(
        "On leukemia treatment. May have no white cells to fight infection. "
        "With a fever: antibiotics fast."
    )


def qr_lines(card: EmergencyCard, side: Side, line_name: LineName) -> list[str]:
    """The essentials as plain text for the code, the most important first."""
    facts = [f"{fact.label}: {fact.words}" for fact in card_facts(card, side, line_name)]
    return [card_title(side.t), say_this(side.t), *facts]


def paper_card(card: EmergencyCard, sides: Sequence[Side], line_name: LineName) -> str:
    """The card to cut out and fold to the size of a bank card, as HTML.

    Its languages stand side by side; the code and what to say are on the back of each.
    """
    return render(
        "emergency_card.html",
        side=sides[0],
        title=sides[0].t("My emergency card"),
        points=11,
        cut=sides[0].t("Cut along the outer line. Fold along the dotted lines."),
        cards=[
            {
                "code": side.code,
                "direction": side.direction,
                "title": card_title(side.t),
                "say": say_this(side.t),
                "unwell": side.t("Shivering, or feeling very ill at any temperature: call too."),
                "facts": card_facts(card, side, line_name),
                "qr": qr_svg(qr_lines(card, side, line_name)),
                "scan": side.t("Scan for this card as text. Works without internet."),
            }
            for side in sides
        ],
    )
