"""Appointments."""

from __future__ import annotations

from tests.e2e.robots.screen import Screen


class VisitForm(Screen):
    """Write an appointment down."""

    def place(self, words: str) -> VisitForm:
        """Say where it is."""
        return self.type(self.t("Where"), words)

    def save(self) -> Screen:
        """Keep it."""
        self.tap(self.t("Save"))
        self.button(self.t("Save")).wait_for(state="detached")
        return self


class Visits(Screen):
    """The list."""

    def open(self, name: str) -> Visit:
        """Open the appointment that shows this name."""
        self.page.get_by_role("button").filter(has_text=name).first.click()
        return self.become(Visit)


class Visit(Screen):
    """One appointment."""

    def open_question(self, words: str) -> Screen:
        """Open a question of it."""
        from tests.e2e.robots.questions import QuestionForm

        return self.tap(words).become(QuestionForm)
