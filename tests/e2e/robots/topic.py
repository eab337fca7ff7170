"""A page of the library."""

from __future__ import annotations

from tests.e2e.robots.screen import Screen


class Topic(Screen):
    """Reading: words, questions, sources."""

    def open_word(self, word: str) -> Topic:
        """Tap a word and wait for its meaning to come up."""
        self.button(word).click()
        return self.has_title(word)

    def close_sheet(self) -> Topic:
        """Close what came up."""
        self.tap(self.t("Close"))
        self.button(self.t("Close")).wait_for(state="detached")
        return self

    def add_question(self, words: str) -> Topic:
        """Put a question of the page on my list."""
        self.tap(self.t("Add to my list: {question}", question=words))
        self.button(self.t("On your list: {question}", question=words)).wait_for(state="attached")
        return self

    def ask_it_at_the_next_visit(self, day: str) -> Topic:
        """Take the offer of the notice."""
        return self.tap(self.t("Ask on {day}", day=day))
