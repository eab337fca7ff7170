"""What people come for, from the first start on."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from aya_companion.domain.questions import Question
from aya_companion.domain.settings import Settings
from aya_companion.domain.visits import Appointment
from aya_companion.i18n.formats import Formats
from aya_companion.store.store import Store
from tests.e2e.conftest import Opener
from tests.e2e.languages import one_per_script
from tests.e2e.robots.questions import QuestionForm
from tests.e2e.robots.start import Start
from tests.e2e.robots.today import Today
from tests.e2e.robots.topic import Topic
from tests.e2e.robots.visits import Visits
from tests.e2e.serving import App
from tests.e2e.test_every_screen_in_a_browser import careful_look

QUESTION = "On which dates will MRD be checked?"
STARTED = Settings(language="en", started=True)


def next_thursday() -> Appointment:
    """An appointment at half past nine on the Thursday to come."""
    now = datetime.now(UTC)
    today = now.date()
    day = today + timedelta(days=(3 - today.weekday()) % 7 or 7)
    return Appointment(
        id="thursday",
        created_at=now,
        updated_at=now,
        day=day,
        at=time(9, 30),
        zone="UTC",
        title="Marrow check",
    )


@one_per_script
def test_first_start(app: App, open_app: Opener, code: str) -> None:
    """Language, who I am, where I am, and the app speaks my language; so it does next time.

    Each of the three steps can be used with a screen reader and with a thumb.
    """
    start = open_app(app.start()).become(Start).has_title("AYA Companion")
    found = {"language": careful_look(start)}
    start.choose_language(code)
    found["role"] = careful_look(start.drawn())
    start.i_have_all().has_title(start.t("Where are you in treatment?"))
    found["place"] = careful_look(start.drawn())
    assert not any(found.values()), found
    today = start.i_am_at("Induction")
    today.says(today.t("You are here")).says(today.t("For this phase"))
    assert today.page.locator("html").get_attribute("lang") == code
    app.kill()
    again = open_app(app.start()).in_language(code)
    again.says(again.t("You are here"))


def test_a_question_from_a_page_waits_under_thursday_and_survives_kill_9(
    app: App, open_app: Opener
) -> None:
    """Read, open a word, add the question, attach it, answer it; after a crash it is there."""
    thursday = next_thursday()

    app.write(STARTED, lambda store: store.appointments.put(thursday)).start()
    topic = open_app(app, "/learn/mrd").become(Topic)
    topic.open_word("remission").close_sheet()
    topic.add_question(QUESTION)
    topic.ask_it_at_the_next_visit(Formats("en", ZoneInfo("UTC")).short_weekday_date(thursday.day))
    topic.go("/visits/thursday", "Marrow check").says(QUESTION)
    app.kill()

    visits = open_app(app.start(), "/visits").become(Visits)
    visits.open("Marrow check").says(QUESTION).tap(QUESTION)
    visits.become(QuestionForm).answer("In week five").save()
    app.kill()

    (question,) = app.questions()
    assert (question.text, question.visit_id) == (QUESTION, "thursday")
    assert question.answer == "In week five"


def test_an_appointment_and_a_question_in_own_words(app: App, open_app: Opener) -> None:
    """Both are typed by hand, and stand where they belong."""
    today = open_app(app.write(STARTED).start()).become(Today)
    today.add_an_appointment().place("Blue building").save()
    today.go("/visits", "Visits").says("Blue building")
    today.go("/").write_a_question().ask("May I swim?").save()
    today.go("/visits/questions", "My questions").says("May I swim?")


def test_words_left_in_a_field_are_kept(app: App, open_app: Opener) -> None:
    """By the system's own way out of Prepare, and of an answer at the visit."""
    thursday, ours = next_thursday(), "May I swim?"

    def write(store: Store) -> None:
        store.appointments.put(thursday)
        store.questions.put(
            Question(
                id="swim",
                created_at=thursday.created_at,
                updated_at=thursday.updated_at,
                text=ours,
                visit_id=thursday.id,
            )
        )

    app.write(STARTED, write).start()
    screen = open_app(app, "/visits/thursday").says(ours)
    screen.go("/visits/thursday/prepare", "Prepare").type("What happened?", "Fever at night")
    screen.drawn().back().has_title("Marrow check")
    screen.go("/visits/thursday/prepare", "Prepare").says("Fever at night")
    screen.go("/visits/thursday/now", ours).type("What they said", "In the spring").drawn().back()
    screen.go("/visits/questions/swim", "My question")
    screen.go("/visits/thursday", "Marrow check").says("Answered: In the spring")


def test_the_systems_back_and_deep_links(app: App, open_app: Opener) -> None:
    """A link opens its page, back leads the way one came, an unknown address helps."""
    screen = open_app(app.write(STARTED).start(), "/learn/mrd")
    screen.has_title("MRD: looking for the last leukemia cells")
    screen.call().has_title("Call")
    screen.back().has_title("MRD: looking for the last leukemia cells")
    screen.tap("Back").has_title("Learn")
    screen.go("/no/such/place", "Nothing here").tap("Search the library").has_title("Learn")
    screen.back().has_title("Nothing here")


def test_one_page_starts_afresh_after_another(app: App, open_app: Opener) -> None:
    """What was answered on one page is not answered on the next, opened right from it."""
    screen = open_app(app.write(STARTED).start(), "/learn/mrd")
    screen.tap("All leukemia is gone for good").says("Not quite. Here is why.")
    screen.go("/learn/fever").says_no_more("MRD: looking for the last leukemia cells")
    screen.says("Check yourself").says_no_more("Not quite. Here is why.")
    screen.says_no_more("Yes, that's it.")


def test_arabic_runs_from_right_to_left(app: App, open_app: Opener) -> None:
    """The screen is mirrored, and so is what comes up over it."""
    thursday = next_thursday()
    arabic = Settings(language="ar", second_language="en", started=True)
    app.write(arabic, lambda store: store.appointments.put(thursday)).start()
    screen = open_app(app, "/learn/mrd").in_language("ar").become(Topic)
    call = screen.t.within("verb", "Call")
    assert screen.middle_of(screen.t("Back")) > 195 > screen.middle_of(call)
    assert screen.page.locator("html").get_attribute("lang") == "ar"

    screen.button("remission").click()
    close = screen.button(screen.t("Close"))
    close.wait_for(state="attached")
    box = close.bounding_box()
    assert box is not None
    assert box["x"] + box["width"] / 2 > 195  # a sheet begins at the right
    screen.close_sheet()

    screen.go("/visits/thursday/edit", screen.t("Change appointment"))
    screen.tap(Formats("ar", ZoneInfo("UTC")).full_date(thursday.day))
    ok, cancel = screen.t("OK"), screen.t("Cancel")
    screen.button(cancel).wait_for(state="attached")
    assert screen.middle_of(ok) < screen.middle_of(cancel)


def test_keyboard_only(app: App, open_app: Opener) -> None:
    """Call, a word and the plus beside a question are reached with Tab and pressed with Enter."""
    screen = open_app(app.write(STARTED).start(), "/learn/mrd")
    keys = screen.page.keyboard

    def tab_to(name: str) -> None:
        for _ in range(120):
            keys.press("Tab")
            focused = screen.page.evaluate(
                "(document.activeElement.getAttribute('aria-label')"
                " || document.activeElement.innerText || '').trim()"
            )
            if focused.startswith(name):
                return
        raise AssertionError(f"Tab never reaches {name!r}")

    tab_to(f"Add to my list: {QUESTION}")
    keys.press("Enter")
    screen.button(f"On your list: {QUESTION}").wait_for(state="attached")
    tab_to("remission")
    keys.press("Enter")
    screen.has_title("remission")
    tab_to("Close")
    keys.press("Enter")
    screen.button("Close").wait_for(state="detached")
    screen.go("/learn/fever").says_no_more("MRD: looking")
    tab_to("Call")
    keys.press("Enter")
    screen.has_title("Call")
