"""Call, and the form that fills the card."""

from __future__ import annotations

import pytest

from aya_companion.domain.card_number import CardNumber
from aya_companion.domain.care_team import Contact
from aya_companion.domain.settings import Settings
from tests.fakes.running import finish
from tests.ui.window import Window, open_window

EDIT = "/more/card"


def dialled(window: Window) -> list[str]:
    """The numbers that one tap on the screen dials, from top to bottom."""
    actions = [getattr(node.control, "action", None) for node in window.sight.tappable]
    return [action.url for action in actions if action is not None]


def test_an_empty_card_shows_the_general_rule_and_that_the_teams_wins() -> None:
    words = open_window().go("/call").sight.words
    assert "38.0°C (100.4°F) or higher, even once" in words
    assert "use theirs" in words


def test_the_teams_temperature_wins() -> None:
    words = open_window(full=True).go("/call").sight.words
    assert "37.8°C (100.0°F) or higher, even once" in words
    assert "38.0°C" not in words
    assert "My team told me this number." in words


def test_three_levels_stand_in_the_order_of_urgency() -> None:
    words = open_window().go("/call").sight.words
    places = [
        words.index(level)
        for level in (
            "Call emergency services now",
            "Call my team now, day or night",
            "Tell my team today",
        )
    ]
    assert places == sorted(places)


def test_one_tap_dials() -> None:
    assert dialled(open_window(full=True).go("/call")) == [
        "tel:112",
        "tel:+34600000001",
        "tel:+34600000002",
        "tel:024",
    ]


def test_nothing_can_be_dialled_that_nobody_wrote_down() -> None:
    assert dialled(open_window().go("/call")) == []


@pytest.mark.parametrize(
    "button", ["Choose my country's number", "Add my team's number", "Add a crisis line"]
)
def test_an_empty_card_leads_to_its_form(button: str) -> None:
    assert open_window().go("/call").tap(button).model.route == EDIT


def test_helpers_find_what_they_need_to_know() -> None:
    words = open_window(full=True).go("/call").sight.words
    for fact in ("Zuzana Person", "Penicillin", "Port", "Hard of hearing"):
        assert fact in words


def test_the_card_speaks_the_second_language_at_one_tap() -> None:
    settings = Settings(language="en", second_language="es", started=True)
    window = open_window(settings).go("/call").tap("Show Español")
    t = window.model.companion.catalogs.translator("es")
    assert t("Call emergency services now") in window.sight.words
    assert t("Tell my team today") in window.sight.words


def test_a_country_fills_in_its_number_and_it_can_be_changed() -> None:
    window = open_window().go(EDIT).choose("Country", "Spain")
    assert window.sight.field("Number for emergencies").value == "112"
    window.type("Number for emergencies", "061").tap("Save")
    assert window.do.card.get().emergency_number.text == "061"
    assert "tel:061" in dialled(window.go("/call"))


def test_no_country_is_guessed() -> None:
    assert open_window().go(EDIT).sight.field("Country").value == ""


def test_a_team_number_is_added_and_taken_away_with_undo() -> None:
    window = open_window().go(EDIT).type("Phone number", "+34 600 123 456").tap("Add this number")
    assert [c.phone.text for c in window.do.card.get().contacts] == ["+34 600 123 456"]
    window.tap("Remove My team")
    assert window.do.card.get().contacts == ()
    assert [c.phone.text for c in window.undo().do.card.get().contacts] == ["+34 600 123 456"]


def test_a_usual_temperature_is_kept_at_once() -> None:
    window = open_window().go(EDIT).type("Temperature", "38.3").tap("Save temperature")
    fever = window.do.card.get().fever
    assert fever is not None
    assert str(fever.celsius) == "38.3"


@pytest.mark.parametrize("typed", ["36.5", "39.4"])
def test_an_unusual_temperature_is_kept_only_after_a_check(typed: str) -> None:
    window = open_window().go(EDIT).type("Temperature", typed).tap("Save temperature")
    assert window.do.card.get().fever is None
    assert "Check this with your team" in window.sight.words
    window.tap("Yes, my team said so")
    assert str(window.do.card.get().fever.celsius) == typed  # type: ignore[union-attr]


def test_an_unusual_temperature_can_be_taken_back() -> None:
    window = open_window().go(EDIT).type("Temperature", "36.5").tap("Save temperature")
    window.tap("No, change it")
    assert window.do.card.get().fever is None
    assert "Check this with your team" not in window.sight.words


@pytest.mark.parametrize("typed", ["", "warm", "383", "98.6"])
def test_what_is_no_temperature_in_its_unit_is_refused(typed: str) -> None:
    window = open_window().go(EDIT).type("Temperature", typed).tap("Save temperature")
    assert window.do.card.get().fever is None
    assert "does not look like a body temperature" in window.sight.words


def test_fahrenheit_is_kept_as_it_was_typed() -> None:
    window = open_window().go(EDIT).tap("°F").type("Temperature", "100.4")
    window.tap("Save temperature")
    fever = window.do.card.get().fever
    assert fever is not None
    assert (str(fever.value), fever.unit.value) == ("100.4", "F")


@pytest.mark.parametrize("change", [("Temperature", "40.5"), ("Temperature", "98.6")])
def test_a_changed_number_is_asked_about_again(change: tuple[str, str]) -> None:
    """Yes to one number is not yes to another."""
    window = open_window().go(EDIT).type("Temperature", "36.5").tap("Save temperature")
    assert "Yes, my team said so" not in window.type(*change).sight.words


def test_a_changed_unit_is_asked_about_again() -> None:
    """A yes to degrees Celsius is not a yes to degrees Fahrenheit."""
    window = open_window().go(EDIT).type("Temperature", "36.5").tap("Save temperature")
    assert "Yes, my team said so" not in window.tap("°F").sight.words


def test_a_tap_in_haste_saves_the_whole_phone_number() -> None:
    """On a slow phone the button that is tapped is the one from before the last digits."""
    window = open_window().go(EDIT)
    window.tap_in_haste("Phone number", "+34 600 123", "+34 600 123 456", "Add this number")
    assert [c.phone.text for c in window.do.card.get().contacts] == ["+34 600 123 456"]


def test_a_tap_in_haste_saves_the_whole_temperature() -> None:
    window = open_window().go(EDIT)
    window.tap_in_haste("Temperature", "38", "38.5", "Save temperature")
    fever = window.do.card.get().fever
    assert fever is not None
    assert str(fever.value) == "38.5"


def test_save_keeps_everything_that_is_typed() -> None:
    """Also a number and a temperature whose own buttons nobody tapped."""
    window = open_window().go(EDIT).type("Phone number", "+34 600 123 456")
    window.type("Temperature", "38.3").type("Allergies", "Penicillin").tap("Save")
    card = window.do.card.get()
    assert [c.phone.text for c in card.contacts] == ["+34 600 123 456"]
    assert card.fever is not None
    assert (str(card.fever.value), card.allergies) == ("38.3", "Penicillin")
    assert "Card saved" in window.notice.words
    assert window.model.route == "/call"


@pytest.mark.parametrize(
    ("label", "typed"),
    [
        ("Temperature", "36.5"),
        ("Temperature", "warm"),
        ("Phone number", "ask the nurse"),
        ("Number for emergencies", "the porter"),
    ],
)
def test_save_names_what_it_did_not_keep_and_stays(label: str, typed: str) -> None:
    window = open_window().go(EDIT).type(label, typed).type("Allergies", "Latex").tap("Save")
    assert f"Not saved yet: {label}. The rest is saved." in window.notice.words
    assert window.model.route == EDIT
    assert window.sight.field(label).value == typed
    card = window.do.card.get()
    assert (card.allergies, card.fever, card.contacts, card.emergency_number.text) == (
        "Latex",
        None,
        (),
        "",
    )


def test_an_unusual_temperature_is_checked_after_the_cards_save_too() -> None:
    window = open_window().go(EDIT).type("Temperature", "36.5").tap("Save")
    window.tap("Yes, my team said so").tap("Save")
    assert str(window.do.card.get().fever.celsius) == "36.5"  # type: ignore[union-attr]
    assert window.model.route == "/call"


def test_what_is_typed_on_the_card_is_still_there_after_a_look_at_it() -> None:
    window = open_window().go(EDIT).type("Phone number", "+34 600 123").type("Temperature", "38.3")
    window.tap("°F").tap("Tell my team today").tap("Call").tap("Back")
    assert window.sight.field("Phone number").value == "+34 600 123"
    assert window.sight.field("Temperature").value == "38.3"
    window.tap("Add this number")
    assert [c.level.value for c in window.do.card.get().contacts] == ["today"]


@pytest.mark.parametrize("typed", ["ask the nurse", "room 7", ""])
def test_what_a_phone_cannot_dial_is_not_taken_for_a_number(typed: str) -> None:
    window = open_window().go(EDIT).type("Who is it?", "Ward").type("Phone number", typed)
    window.tap("Add this number")
    assert window.do.card.get().contacts == ()
    assert "A phone can't dial this" in window.sight.words
    assert window.sight.field("Phone number").value == typed


def test_words_kept_as_a_number_before_are_shown_and_are_no_button() -> None:
    window = open_window(full=True)
    finish(window.do.card.change(contacts=(Contact("Ward", CardNumber.of("ask the nurse")),)))
    window.go("/call")
    assert "ask the nurse" in window.sight.words
    assert dialled(window) == ["tel:112", "tel:024"]


def test_a_country_leaves_alone_what_she_typed() -> None:
    """A number of their own stays, saved or not, also where none is known for the country."""
    window = open_window().go(EDIT).type("Crisis line (dark thoughts)", "600 111 222").tap("Save")
    window.go(EDIT).type("Number for emergencies", "061").choose("Country", "Egypt")
    assert window.sight.field("Number for emergencies").value == "061"
    assert window.sight.field("Crisis line (dark thoughts)").value == "600 111 222"
    assert window.do.card.get().crisis_number.text == "600 111 222"


def test_a_country_chosen_after_another_takes_its_numbers_along() -> None:
    window = open_window().go(EDIT).choose("Country", "Spain").choose("Country", "Egypt")
    card = window.do.card.get()
    assert (card.emergency_number.text, card.crisis_number.text) == ("123", "")
    assert window.sight.field("Crisis line (dark thoughts)").value == ""


def test_choosing_a_country_can_be_undone() -> None:
    window = open_window(full=True)
    before = window.do.card.get()
    window.go(EDIT).choose("Country", "Egypt").undo()
    assert window.do.card.get() == before
    assert window.sight.field("Number for emergencies").value == "112"


def test_the_numbers_of_a_country_say_where_they_come_from() -> None:
    assert "are general knowledge" in open_window().go(EDIT).sight.words


def test_bringing_a_number_back_keeps_what_was_added_meanwhile() -> None:
    window = open_window(full=True).go(EDIT).tap("Remove Night ward")
    window.type("Phone number", "+34 600 000 003").tap("Add this number").undo()
    phones = [c.phone.text[-1] for c in window.do.card.get().contacts]
    assert phones == ["1", "2", "3"]


@pytest.mark.parametrize(
    ("unit", "typed", "usual"),
    [("°C", "36.5", "between 37.0°C and 39.0°C"), ("°F", "97", "between 98.6°F and 102.2°F")],
)
def test_the_check_speaks_in_the_unit_that_was_typed(unit: str, typed: str, usual: str) -> None:
    window = open_window().go(EDIT).tap(unit).type("Temperature", typed).tap("Save temperature")
    assert usual in window.sight.words


def test_a_second_language_this_version_lacks_is_passed_over() -> None:
    """It came with a newer version, or from a file. It stays chosen for when there is one."""
    settings = Settings(language="en", second_language="xx", started=True)
    window = open_window(settings, full=True)
    for address in ("/call", "/learn/mrd", "/visits/thursday/sheet", "/more/card/paper"):
        assert window.go(address).sight.titles
    finish(window.model.change_settings(text_size=1.5))
    assert window.model.companion.store.settings.get().second_language == "xx"


def test_what_will_be_dialled_is_shown_while_it_is_typed() -> None:
    window = open_window().go(EDIT).type("Phone number", "24h: 912 345 678")
    assert "Dials \u2066912 345 678\u2069" in window.sight.words
    window.type("Phone number", "555 0142 ext 3")
    shown = "Dials \u2066555 0142\u2069, waits a moment, then dials \u20663\u2069"
    assert shown in window.sight.words
    window.type("Number for emergencies", "(999)")
    assert "Dials \u2066999\u2069" in window.sight.words


@pytest.mark.parametrize(
    ("name", "kept_as"),
    [("", ("24h", "")), ("Night ward", ("Night ward", "24h"))],
)
def test_a_text_is_split_into_label_and_number(name: str, kept_as: tuple[str, str]) -> None:
    window = open_window().go(EDIT).type("Who is it?", name)
    window.type("Phone number", "24h: 912 345 678").tap("Add this number")
    (contact,) = window.do.card.get().contacts
    assert (contact.name, contact.phone.words) == kept_as
    assert dialled(window.go("/call")) == ["tel:912345678"]


BOTH = "912 345 678 / 913 111 222"


def test_of_several_numbers_none_is_kept_before_the_person_has_chosen() -> None:
    window = open_window().go(EDIT).type("Phone number", BOTH).tap("Add this number")
    assert window.do.card.get().contacts == ()
    assert "Choose the number to dial." in window.sight.words
    assert window.sight.field("Phone number").value == BOTH
    window.tap("\u2066913 111 222\u2069")
    assert "Dials \u2066913 111 222\u2069" in window.sight.words
    window.tap("Add this number")
    assert [c.phone.text for c in window.do.card.get().contacts] == ["913 111 222"]


def test_several_numbers_become_several_entries() -> None:
    window = open_window().go(EDIT).type("Who is it?", "Ward").type("Phone number", BOTH)
    window.tap("Each as its own entry").tap("Add this number")
    contacts = window.do.card.get().contacts
    assert [(c.name, c.phone.text) for c in contacts] == [
        ("Ward", "912 345 678"),
        ("Ward", "913 111 222"),
    ]


def test_an_answer_is_none_any_more_once_something_else_is_typed() -> None:
    window = open_window().go(EDIT).type("Phone number", BOTH).tap("\u2066913 111 222\u2069")
    window.type("Phone number", "912 345 678 / 914 000 000").tap("Add this number")
    assert window.do.card.get().contacts == ()


def test_an_emergency_number_among_several_is_chosen_before_it_is_kept() -> None:
    window = open_window().go(EDIT).type("Number for emergencies", "112 / 911").tap("Save")
    assert "Not saved yet: Number for emergencies. The rest is saved." in window.notice.words
    window.tap("\u2066911\u2069").tap("Save")
    assert window.do.card.get().emergency_number.text == "911"
    assert window.model.route == "/call"


def test_old_words_are_answered_in_the_form_and_the_answer_can_be_taken_back() -> None:
    window = open_window()
    old = Contact("Ward", CardNumber(BOTH), "at night")
    finish(window.do.card.change(contacts=(old,)))
    window.go("/call")
    assert BOTH in window.sight.words
    assert dialled(window) == ["tel:912345678", "tel:913111222"]
    window.tap("Which one is right?").tap("\u2066913 111 222\u2069")
    assert window.do.card.get().contacts == (
        Contact("Ward", CardNumber.of("913 111 222"), "at night"),
    )
    assert "Which number should be dialled?" not in window.sight.words
    assert window.undo().do.card.get().contacts == (old,)
    window.tap("Each as its own entry")
    assert [c.phone.text for c in window.do.card.get().contacts] == ["912 345 678", "913 111 222"]


def test_old_words_stay_whole_while_other_things_are_saved() -> None:
    window = open_window()
    finish(window.do.card.change(emergency_number=CardNumber("112 / 911")))
    window.go(EDIT).type("Allergies", "Latex").tap("Save")
    assert window.do.card.get().emergency_number == CardNumber("112 / 911")
    assert "Card saved" in window.notice.words
    assert dialled(window.go("/call")) == ["tel:112", "tel:911"]


def test_a_country_leaves_the_words_beside_a_number_as_they_were_typed() -> None:
    window = open_window().go(EDIT).type("Number for emergencies", "1 800 CALL NOW")
    window.choose("Country", "Spain")
    assert window.sight.field("Number for emergencies").value == "1 800 CALL NOW"
