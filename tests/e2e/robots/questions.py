"""Questions."""

from __future__ import annotations

from tests.e2e.robots.screen import Screen


class QuestionForm(Screen):
    """Write a question down, or what they said."""

    def ask(self, words: str) -> QuestionForm:
        """Type the question."""
        return self.type(self.t("What do you want to ask?"), words)

    def answer(self, words: str) -> QuestionForm:
        """Type what they said."""
        return self.type(self.t("What they said"), words)

    def save(self) -> Screen:
        """Keep it."""
        self.tap(self.t("Save"))
        self.button(self.t("Save")).wait_for(state="detached")
        return self
