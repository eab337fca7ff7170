"""A page is read aloud by a voice of the device, and stops when told to."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page

from aya_companion.library.shelf import Shelf
from tests.e2e_web.conftest import ROOT, Site, open_app, wait_for

pytestmark = pytest.mark.usefixtures("been_here")

OpenBrowser = Callable[[], BrowserContext]

STUBBED_VOICE = """
(() => {
  const spoken = [];
  let running = null;
  const voice = { name: "Stub", lang: "en-US", localService: LOCAL, default: true };
  const synthesis = {
    spoken,
    getVoices: () => [voice],
    addEventListener() {},
    speak(utterance) {
      spoken.push(utterance.text);
      // The first two sentences end; the third goes on until it is stopped.
      if (spoken.length < 3) setTimeout(() => utterance.onend(), 50);
      else running = utterance;
    },
    cancel() {
      running?.onerror({ error: "canceled" });
      running = null;
    },
  };
  Object.defineProperty(globalThis, "speechSynthesis", { value: synthesis });
  globalThis.SpeechSynthesisUtterance = class {
    constructor(text) { this.text = text; }
  };
})();
"""


def listening(context: BrowserContext, url: str, *, local: bool) -> Page:
    """The Listen screen of a page, with a stubbed voice of the device or of a network."""
    context.add_init_script(STUBBED_VOICE.replace("LOCAL", str(local).lower()))
    page = open_app(context, url)
    for name in ("English", "I have ALL", "Skip"):
        page.get_by_role("button", name=re.compile(rf"^\s*{name}")).first.click()
    page.get_by_role("button", name=re.compile("Write a question")).first.wait_for()
    page.evaluate("location.hash = '/learn/mrd/listen'")
    return page


def test_reading_begins_goes_on_and_stops(site: Site, open_browser: OpenBrowser) -> None:
    """Sentence after sentence, until "Stop reading"."""
    page = listening(open_browser(), site.url, local=True)
    page.get_by_role("button", name=re.compile("Read it to me")).first.click()
    wait_for(page, "speechSynthesis.spoken.length === 3")
    page.get_by_role("button", name=re.compile("Stop reading")).first.click()
    page.get_by_role("button", name=re.compile("Read it to me")).first.wait_for()
    first = Shelf.from_folder(ROOT / "content").page("mrd", "en").summary
    assert first.startswith(page.evaluate("speechSynthesis.spoken[0]"))
    assert page.evaluate("speechSynthesis.spoken.length") == 3


def test_a_voice_of_the_network_is_not_used(site: Site, open_browser: OpenBrowser) -> None:
    """What is read would leave the device: no voice is said to be there."""
    page = listening(open_browser(), site.url, local=False)
    page.get_by_text("no voice for English").first.wait_for(state="attached")
    assert page.evaluate("speechSynthesis.spoken.length") == 0
