"""The server for a build on this computer."""

from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Iterator
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from tools.serve_web import make_server
from tools.web_build.errors import BuildError

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def port(tmp_path: Path) -> Iterator[int]:
    """The port of a server for a small build."""
    folder = tmp_path / "build"
    folder.mkdir()
    (tmp_path / "secret.txt").write_text("not part of the build")
    (folder / "index.html").write_text("<p>hello</p>")
    (folder / "python.mjs").write_text("export {}")
    (folder / "python.mjs.br").write_bytes(b"brotli")
    server = make_server(folder)
    assert server.server_address[0] == "127.0.0.1"
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server.server_port
    server.shutdown()
    server.server_close()


def ask(port: int, path: str, **headers: str) -> HTTPResponse:
    """The answer to a GET, read."""
    connection = HTTPConnection("127.0.0.1", port)
    connection.request("GET", path, headers={k.replace("_", "-"): v for k, v in headers.items()})
    answer = connection.getresponse()
    answer.body = answer.read()  # type: ignore[attr-defined]
    connection.close()
    return answer


def test_page_with_policy(port: int) -> None:
    """The root gives the page, and every answer carries the security headers."""
    answer = ask(port, "/")
    assert answer.status == 200
    assert answer.headers["Content-Type"].startswith("text/html")
    assert "default-src 'self'" in answer.headers["Content-Security-Policy"]
    assert answer.headers["X-Content-Type-Options"] == "nosniff"


def test_compressed_copy_where_accepted(port: int) -> None:
    """A browser that takes brotli gets the copy under the type of the file itself."""
    answer = ask(port, "/python.mjs", Accept_Encoding="gzip, br")
    assert answer.body == b"brotli"  # type: ignore[attr-defined]
    assert answer.headers["Content-Encoding"] == "br"
    assert answer.headers["Content-Type"].startswith("text/javascript")
    assert ask(port, "/python.mjs").headers["Content-Encoding"] is None


def test_unchanged_file_is_not_sent_again(port: int) -> None:
    """The browser asks each time, and gets a file again only when it changed."""
    tag = ask(port, "/").headers["ETag"]
    assert ask(port, "/", If_None_Match=tag).status == 304


@pytest.mark.parametrize("path", ["/../secret.txt", "/%2e%2e/secret.txt", "/nothing.js"])
def test_nothing_outside_the_build(port: int, path: str) -> None:
    """Only files of the build are given."""
    assert ask(port, path).status == 404


def test_folder_without_a_build(tmp_path: Path) -> None:
    """A wrong folder is refused, with what to do."""
    with pytest.raises(BuildError, match="build_web"):
        make_server(tmp_path)


def test_command_serves_a_build_at_its_path(tmp_path: Path) -> None:
    """It prints the address to open, and answers below the path only."""
    (tmp_path / "index.html").write_text("<p>hello</p>")
    command = [sys.executable, "-m", "tools.serve_web", str(tmp_path), "--port", "0"]
    command += ["--base-url", "companion"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT) as process:
        assert process.stdout
        address = urlsplit(process.stdout.readline().strip())
        assert (address.hostname, address.path) == ("127.0.0.1", "/companion/")
        assert ask(address.port or 0, "/companion/").status == 200
        assert ask(address.port or 0, "/").status == 404
        process.terminate()
