"""The app asks its own host for its own files, and nobody for anything else."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import BrowserContext

from aya_companion.i18n.locales import locale_of
from aya_companion.ui.routes import PATTERNS
from tests.e2e.languages import PER_SCRIPT
from tests.e2e_web.conftest import Site, open_app, wait_until_kept
from tests.e2e_web.diary import begin, in_store
from tools.web_build.precache import GUARDED
from tools.web_build.security import HEADERS

OpenBrowser = Callable[[], BrowserContext]

REACH_OUT = """async (address) => {
    try { await fetch(address, { mode: "no-cors" }); return "reached"; }
    catch { return "refused"; }
}"""


FILLED = {
    ":topic": "mrd",
    ":anchor": "sources",
    ":language": "en",
    ":number": "0",
    ":term": "mrd",
    ":visit": "thursday",
    ":question": "mine",
    ":stop": "consolidation",
}
SOME = ("/", "/call", "/learn/mrd", "/learn/mrd/drawing/1", "/more/map", "/visits/thursday/sheet")
KEEP_A_VISIT = """
from datetime import date
from aya_companion.domain.questions import Question
from aya_companion.domain.visits import Appointment
moments = {"created_at": datetime.now(UTC), "updated_at": datetime.now(UTC)}
store.appointments.put(Appointment(id="thursday", day=date(2030, 1, 3), zone="UTC", **moments))
store.questions.put(Question(id="mine", text="May I swim?", visit_id="thursday", **moments))
await store.commit()
1
"""


def addresses() -> list[str]:
    """One address of every screen."""
    found = []
    for pattern, *_ in PATTERNS:
        parts = [FILLED.get(part, part) for part in pattern.split("/")]
        found.append("/".join(parts))
    return found


def test_every_request(site: Site, open_browser: OpenBrowser) -> None:
    """A walk through all screens asks for files of the build and sends nothing.

    The first language shows them all; in those of other scripts it is what brings their fonts.
    """
    context = open_browser()
    asked: list[tuple[str, str, str | None]] = []
    context.on("request", lambda r: asked.append((r.method, r.url, r.post_data)))
    screen = begin(context, site.url)
    in_store(screen, KEEP_A_VISIT)
    for code in PER_SCRIPT:
        screen.go("/more/settings").tap(locale_of(code).name)
        screen.in_language(code)
        for route in addresses() if code == "en" else SOME:
            screen.go(route)
            screen.page.wait_for_timeout(250)
        screen.go("/learn", screen.t("Learn"))  # the app still answers after all of them
    for method, url, body in asked:
        if url.startswith(("data:", "blob:")):
            continue
        assert url.startswith(site.url), url
        assert (method, body) == ("GET", None), url
        assert "?" not in url.removesuffix("?canvaskit=chromium"), url
    fonts = [url for _, url, _ in asked if url.endswith(".woff2")]
    assert not [url for url in fonts if "/v" in url.removeprefix(site.url)], "engine's own fonts"


KEPT_POLICY = """async (address) =>
    (await caches.match(address)).headers.get("Content-Security-Policy")"""


def test_python_cannot_reach_another_host(site: Site, open_browser: OpenBrowser) -> None:
    """From the page and from the Python worker, at the first visit and later, others are shut.

    The server sends no policy: what binds them is the page's own and the service worker's.
    """
    other = Site(site.folder)
    try:
        address = f"{other.url}build.js"
        context = open_browser()
        page = open_app(context, site.url)
        assert page.evaluate(REACH_OUT, address) == "refused"
        assert page.workers[0].evaluate(REACH_OUT, address) == "refused"
        wait_until_kept(page)
        for guarded in GUARDED:
            assert page.evaluate(KEPT_POLICY, guarded) == HEADERS["Content-Security-Policy"]
        page = open_app(context, site.url)
        assert page.evaluate(REACH_OUT, address) == "refused"
        assert page.workers[0].evaluate(REACH_OUT, address) == "refused"
    finally:
        other.stop()
