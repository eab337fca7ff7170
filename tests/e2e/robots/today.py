"""Today."""

from __future__ import annotations

from tests.e2e.robots.questions import QuestionForm
from tests.e2e.robots.screen import Screen
from tests.e2e.robots.visits import VisitForm


class Today(Screen):
    """The first tab."""

    def add_an_appointment(self) -> VisitForm:
        """Open the form."""
        return self.tap(self.t("Add an appointment")).become(VisitForm)

    def write_a_question(self) -> QuestionForm:
        """Open the form."""
        return self.tap(self.t("Write a question")).become(QuestionForm)
