"""The served app talks to the browser that was given its address, and to nobody else."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from pathlib import Path

import pytest
from websockets.exceptions import InvalidStatus
from websockets.sync.client import connect

from tests.device.served.running import Running, running

FONTS = Path(__file__).parents[3] / "assets" / "fonts"

EVIL = "http://evil.example"


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    with running(tmp_path_factory.mktemp("data")) as app:
        yield app


def websocket_status(app: Running, **options: str) -> int:
    """101 when a WebSocket is accepted, else the status of the refusal."""
    headers = {name: value for name, value in options.items() if name in ("Cookie", "Host")}
    # The library writes a Host header of its own, from the address.
    host = headers.pop("Host", app.host)
    with socket.create_connection(("127.0.0.1", app.port), timeout=10) as line:
        try:
            with connect(
                f"ws://{host}/ws",
                sock=line,
                origin=options.get("origin"),  # type: ignore[arg-type]
                additional_headers=headers,
                open_timeout=10,
            ):
                return 101
        except InvalidStatus as refused:
            return refused.response.status_code


def test_the_printed_address_opens_the_app(app: Running) -> None:
    welcome = app.get(app.way_in)
    assert welcome.status == 200
    assert b'content="0;url=/"' in welcome.body
    page = app.get("/", cookie=app.cookie())
    assert page.status == 200
    assert b"flutter_bootstrap.js" in page.body
    origin = f"http://{app.host}"
    assert websocket_status(app, Cookie=app.cookie(), origin=origin) == 101


def test_the_cookie_is_kept_from_scripts_and_other_sites(app: Running) -> None:
    cookie = app.get(app.way_in).headers["set-cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=Strict" in cookie
    assert app.way_in.split("token=")[1] not in cookie


@pytest.mark.parametrize("path", ["/", "/main.dart.js", "/fonts/Figtree-400.woff2", "/docs", "/x"])
def test_without_the_token_everything_is_refused(app: Running, path: str) -> None:
    answer = app.get(path)
    assert answer.status == 403
    assert b"Open the one that was printed" in answer.body
    assert "set-cookie" not in answer.headers


@pytest.mark.parametrize("path", ["/?token=", "/?token=wrong", "/?token=%C3%A9", "/?nothing"])
def test_a_wrong_token_is_refused(app: Running, path: str) -> None:
    assert app.get(path).status == 403


def test_a_wrong_cookie_is_refused(app: Running) -> None:
    assert app.get("/", cookie=app.cookie()[:-1]).status == 403
    assert app.get("/", cookie=app.cookie().split("=")[0] + "=").status == 403


@pytest.mark.parametrize("host", ["evil.example", "evil.example:{port}", "localhost:{port}", ""])
def test_a_name_that_was_pointed_at_this_computer_is_refused(app: Running, host: str) -> None:
    """DNS rebinding: the page's own name leads to 127.0.0.1, and the browser sends that name."""
    name = host.format(port=app.port)
    cookie = app.cookie()
    assert app.get("/", host=name, cookie=cookie).status in (400, 403)
    assert app.get(app.way_in, host=name).status in (400, 403)
    if name:
        assert websocket_status(app, Host=name, Cookie=cookie, origin=f"http://{name}") == 403


@pytest.mark.parametrize("origin", [EVIL, "null", "http://127.0.0.1:1", "https://127.0.0.1"])
def test_another_web_page_is_refused_even_with_the_cookie(app: Running, origin: str) -> None:
    cookie = app.cookie()
    assert app.get("/", origin=origin, cookie=cookie).status == 403
    assert websocket_status(app, Cookie=cookie, origin=origin) == 403


def test_a_websocket_needs_the_cookie_and_an_origin(app: Running) -> None:
    origin = f"http://{app.host}"
    assert websocket_status(app, origin=origin) == 403
    assert websocket_status(app, Cookie="aya-companion=1", origin=origin) == 403
    assert websocket_status(app, Cookie=app.cookie()) == 403


@pytest.mark.parametrize("site", ["cross-site", "same-site"])
def test_pages_of_another_local_server_cannot_use_the_cookie(app: Running, site: str) -> None:
    """Browsers send a cookie of 127.0.0.1 to all its ports, and call that the same site."""
    assert app.get("/main.dart.js", cookie=app.cookie(), sec_fetch_site=site).status == 403
    assert app.get("/", cookie=app.cookie(), sec_fetch_site="same-origin").status == 200


def test_every_answer_keeps_the_browser_to_this_host(app: Running) -> None:
    for answer in (app.get("/x"), app.get(app.way_in), app.get("/", cookie=app.cookie())):
        policy = answer.headers["content-security-policy"]
        assert "default-src 'self'" in policy
        assert "frame-ancestors 'none'" in policy
        assert "http:" not in policy
        assert "https:" not in policy
        assert answer.headers["referrer-policy"] == "no-referrer"
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert answer.headers["cross-origin-resource-policy"] == "same-origin"
        assert "access-control-allow-origin" not in answer.headers


def test_other_addresses_of_this_computer_do_not_answer(app: Running) -> None:
    with pytest.raises(OSError):
        socket.create_connection(("127.0.0.2", app.port), timeout=2)


def test_a_search_for_a_font_gets_one_of_ours(app: Running) -> None:
    cookie = app.cookie()
    arabic = app.get("/assets/fonts/notosansarabic/v1/abc.woff2", cookie=cookie)
    unknown = app.get("/assets/fonts/notosanstamil/v1/abc.woff2", cookie=cookie)
    assert (arabic.status, unknown.status) == (200, 200)
    assert arabic.body[:4] == unknown.body[:4] == b"wOF2"
    assert arabic.body != unknown.body
    assert app.get("/assets/fonts/notosansarabic/v1/abc.woff2").status == 403


def test_a_search_beyond_latin_gets_devanagari(app: Running) -> None:
    """The engine's Noto Sans has Devanagari too, and that is what it is asked for."""
    found = app.get("/assets/fonts/notosans/v1/abc.woff2", cookie=app.cookie())
    assert found.body == (FONTS / "NotoSansDevanagari-400.woff2").read_bytes()
