"""One journey in WebKit, the engine of every browser on an iPhone."""

from __future__ import annotations

import os
import shutil
import subprocess
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.e2e_web.conftest import Site

webdriver = pytest.importorskip("selenium.webdriver")

DRIVER = shutil.which("WebKitWebDriver")
BROWSERS = sorted(Path("/usr/lib").glob("*/webkit2gtk-4.*/MiniBrowser"))
SCREEN = shutil.which("Xvfb")

pytestmark = pytest.mark.skipif(
    not (DRIVER and BROWSERS and SCREEN), reason="there is no WebKit here, or no Xvfb"
)

OWN = "May I swim?"
TAKEN = "Which emergency room knows my plan?"
TAKEN_OFFLINE = "On which dates will MRD be checked?"


@pytest.fixture
def browser(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """WebKitGTK's small browser, on a screen that nobody sees."""
    read, write = os.pipe()
    command = [SCREEN or "", "-displayfd", str(write), "-screen", "0", "800x900x24"]
    screen = subprocess.Popen(command, pass_fds=[write], stderr=subprocess.DEVNULL)
    monkeypatch.setenv("DISPLAY", ":" + os.read(read, 16).decode().strip())
    for name in ("LANG", "LANGUAGE", "LC_ALL"):
        monkeypatch.setenv(name, "en_US.UTF-8")  # "C" is no language that the engine knows
    monkeypatch.setenv("HOME", str(tmp_path))
    options = webdriver.WebKitGTKOptions()
    options.binary_location = str(BROWSERS[-1])
    options.add_argument("--automation")
    service = webdriver.webkitgtk.service.Service(executable_path=DRIVER)
    driver = webdriver.WebKitGTK(options=options, service=service)
    yield driver
    driver.quit()
    screen.terminate()
    screen.wait()
    os.close(read)
    os.close(write)


def wait(condition: Callable[[], Any], seconds: float = 120) -> Any:
    """What the condition gives as soon as it is true."""
    end = time.monotonic() + seconds
    while not (answer := condition()):
        assert time.monotonic() < end, "waited in vain"
        time.sleep(0.3)
    return answer


def names(browser: Any) -> list[str]:
    """The names of all buttons and tabs that a screen reader would find."""
    script = """return [...document.querySelectorAll(
        "flt-semantics[role=button], flt-semantics[role=tab]")]
        .map((e) => e.getAttribute("aria-label") || e.innerText)"""
    return list(browser.execute_script(script))


def press(browser: Any, name: str) -> None:
    """Press what has this name, or else has it in its name; the screen on top comes last."""
    script = """const all = [...document.querySelectorAll(
        "flt-semantics[role=button], flt-semantics[role=tab]")]
        .map((e) => [e, (e.getAttribute("aria-label") || e.innerText).trim()]).reverse();
        const found = all.find(([, name]) => name === arguments[0])
            ?? all.find(([, name]) => name.includes(arguments[0]));
        found?.[0].click(); return Boolean(found);"""
    wait(lambda: browser.execute_script(script, name), 30)


def says(browser: Any, words: str) -> None:
    """Wait until these words stand on the screen."""
    script = """const tree = document.querySelector("flt-semantics-host");
        return (tree?.innerText ?? "") + [...(tree?.querySelectorAll("[aria-label]") ?? [])]
            .map((e) => e.getAttribute("aria-label")).join(" ")"""
    end = time.monotonic() + 60
    while words not in (seen := browser.execute_script(script)):
        assert time.monotonic() < end, f"{words!r} is not on the screen: {seen}"
        time.sleep(0.3)


def go(browser: Any, route: str, words: str) -> None:
    """Open an address, and wait for words that stand there.

    The app writes the address of a screen that it has just opened, and would write over one that
    is given at that moment.
    """
    time.sleep(2)
    browser.execute_script("location.hash = arguments[0]", route)
    says(browser, words)


def type_into(browser: Any, label: str, words: str) -> None:
    """Type into a field as a person does."""

    def field() -> Any:
        found = browser.find_elements("css selector", "flt-semantics textarea, flt-semantics input")
        return next((e for e in found if label in (e.get_attribute("aria-label") or "")), None)

    wait(field, 30).click()
    wait(field, 30).send_keys(words)
    wait(lambda: field().get_attribute("value") == words, 30)


def test_journey(site: Site, browser: Any) -> None:
    """An appointment, a page, its question there, one of their own, a backup; more with no server."""
    browser.get(site.url)
    wait(lambda: any("English" in name for name in names(browser)))
    press(browser, "English")
    says(browser, "Who are you?")
    assert browser.execute_script("return document.documentElement.lang") == "en"
    press(browser, "Skip")
    says(browser, "Where are you in treatment?")
    press(browser, "Skip")
    says(browser, "Write a question")

    go(browser, "/visits/new", "What is it for?")
    press(browser, "Save")
    says(browser, "Clinic visit")

    go(browser, "/learn/fever", "Add to my list: ")
    press(browser, f"Add to my list: {TAKEN}")
    says(browser, "On your list: ")
    press(browser, "Ask on ")
    press(browser, "Call")
    says(browser, "Call my team now, day or night")

    go(browser, "/visits/questions/new", "What do you want to ask?")
    type_into(browser, "What do you want to ask?", OWN)
    press(browser, "Save")
    says(browser, "Fever and when to call")  # where they came from
    browser.get(site.url)
    says(browser, "This browser may erase what you write here after a week")
    go(browser, "/visits/questions", OWN)
    says(browser, TAKEN)
    go(browser, "/visits", "2 questions ready")

    go(browser, "/more/backup", "Save without a passphrase")
    press(browser, "Save without a passphrase")
    press(browser, "Save as plain text")
    link = wait(lambda: browser.find_elements("css selector", "#aya-file a[download]"))[0]
    assert link.get_attribute("download").endswith(".json")
    link.click()
    says(browser, "Backup saved")

    wait(lambda: kept(browser, "works-offline"))
    site.stop()
    browser.get(site.url)
    says(browser, "Write a question")
    go(browser, "/visits/questions", OWN)
    go(browser, "/learn/mrd", "Add to my list: ")
    press(browser, f"Add to my list: {TAKEN_OFFLINE}")
    says(browser, "On your list: ")
    browser.get(site.url)
    says(browser, "Write a question")
    go(browser, "/visits/questions", TAKEN_OFFLINE)


def kept(browser: Any, mark: str) -> bool:
    """Whether the service worker has set a mark."""
    script = """const done = arguments[1];
        caches.match(arguments[0]).then((found) => done(Boolean(found)))"""
    return bool(browser.execute_async_script(script, mark))
