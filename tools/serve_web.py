"""Serves a build on this computer only: python -m tools.serve_web DIR [--port 8000]"""

from __future__ import annotations

import argparse
import contextlib
import sys
from collections.abc import Mapping
from functools import partial
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote, urlsplit

from tools.web_build.errors import BuildError
from tools.web_build.media_types import TYPES
from tools.web_build.security import HEADERS

HOST = "127.0.0.1"
_ENCODINGS = ((".br", "br"), (".gz", "gzip"))


class _Handler(BaseHTTPRequestHandler):
    """Answers GET and HEAD with the files of one folder, compressed where the browser can."""

    protocol_version = "HTTP/1.1"

    def __init__(self, folder: Path, base: str, security: Mapping[str, str], *args: object) -> None:
        self.folder = folder
        self.base = base
        self.security = security
        super().__init__(*args)  # type: ignore[arg-type]

    def do_GET(self) -> None:
        path = unquote(urlsplit(self.path).path)
        if not path.startswith(self.base):
            return self._refuse()
        address = path.removeprefix(self.base) or "index.html"
        file = (self.folder / address).resolve()
        if not file.is_relative_to(self.folder) or not file.is_file():
            return self._refuse()
        return self._send(file)

    def do_HEAD(self) -> None:
        self.do_GET()

    def _send(self, file: Path) -> None:
        sent, encoding = self._best(file)
        data = sent.read_bytes()
        # The file's size and time tell versions apart; the service worker checks hashes anyway.
        tag = f'"{file.stat().st_size:x}-{file.stat().st_mtime_ns:x}-{encoding}"'
        unchanged = self.headers.get("If-None-Match") == tag
        self.send_response(HTTPStatus.NOT_MODIFIED if unchanged else HTTPStatus.OK)
        self.send_header("Content-Type", TYPES.get(file.suffix, "application/octet-stream"))
        self.send_header("ETag", tag)
        # Names stay the same from build to build: ask each time whether the file is still fresh.
        self.send_header("Cache-Control", "no-cache")
        self.send_header("Vary", "Accept-Encoding")
        for name, value in self.security.items():
            self.send_header(name, value)
        if encoding:
            self.send_header("Content-Encoding", encoding)
        self.send_header("Content-Length", "0" if unchanged else str(len(data)))
        self.end_headers()
        if self.command == "GET" and not unchanged:
            with contextlib.suppress(ConnectionError):  # the browser has left
                self.wfile.write(data)

    def _best(self, file: Path) -> tuple[Path, str]:
        accepted = self.headers.get("Accept-Encoding", "")
        for suffix, encoding in _ENCODINGS:
            copy = file.with_name(file.name + suffix)
            if encoding in accepted and copy.is_file():
                return copy, encoding
        return file, ""

    def _refuse(self) -> None:
        self.send_response(HTTPStatus.NOT_FOUND)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *args: object) -> None:
        """Keep no record of who asked for what."""


def make_server(
    folder: Path, port: int = 0, base: str = "/", security: Mapping[str, str] = HEADERS
) -> ThreadingHTTPServer:
    """A server for a build, on 127.0.0.1 and, if ``port`` is 0, any free port.

    ``base`` is the path of the app on its host, ``security`` are the headers that every answer
    carries. The caller runs ``serve_forever`` and closes it. Raises BuildError for a folder
    without a build, OSError for a port that is taken.
    """
    if not (folder / "index.html").is_file():
        raise BuildError(f"{folder} has no build in it. Run: python -m tools.build_web --out DIR")
    handler = partial(_Handler, folder.resolve(), base, security)
    return ThreadingHTTPServer((HOST, port), handler)


def main() -> int:
    parser = argparse.ArgumentParser(description="Serves a build on this computer only.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--port", type=int, default=8000)
    parser.add_argument("--base-url", default="/", help="as given to tools.build_web")
    options = parser.parse_args()
    path = options.base_url.strip("/")
    base = f"/{path}/" if path else "/"
    try:
        server = make_server(options.folder, options.port, base)
    except (BuildError, OSError) as error:
        print(f"Cannot serve: {error}", file=sys.stderr)
        return 1
    print(f"http://{HOST}:{server.server_port}{base}", flush=True)
    with server:
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            return 0
    return 0


if __name__ == "__main__":
    sys.exit(main())
