"""Starts the served app as a process of its own and asks it things as a browser would."""

from __future__ import annotations

import http.client
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

STUB = Path(__file__).with_name("served_stub.py")
MAIN = Path(__file__).resolve().parents[3] / "main.py"


@dataclass(frozen=True)
class Answer:
    """What came back: status, headers by lower-case name, body."""

    status: int
    headers: dict[str, str]
    body: bytes


@dataclass(frozen=True)
class Running:
    """A process that serves the app, and the address that it printed."""

    process: subprocess.Popen[str]
    address: str

    @property
    def host(self) -> str:
        """``127.0.0.1:PORT``"""
        return urlsplit(self.address).netloc

    @property
    def port(self) -> int:
        """The port it listens on."""
        return urlsplit(self.address).port or 0

    @property
    def way_in(self) -> str:
        """The path and query of the printed address."""
        parts = urlsplit(self.address)
        return f"{parts.path}?{parts.query}"

    def get(self, path: str = "/", **headers: str) -> Answer:
        """GET a path; ``host``, ``sec_fetch_site`` and others set headers, an empty one drops it."""
        sent = {"Host": self.host} | {
            name.replace("_", "-").title(): value for name, value in headers.items()
        }
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        try:
            connection.putrequest("GET", path, skip_host=True)
            for name, value in sent.items():
                if value:
                    connection.putheader(name, value)
            connection.endheaders()
            response = connection.getresponse()
            found = {name.lower(): value for name, value in response.getheaders()}
            return Answer(response.status, found, response.read())
        finally:
            connection.close()

    def cookie(self) -> str:
        """The cookie that the printed address gives out."""
        return self.get(self.way_in).headers["set-cookie"].split(";")[0]


def command(*arguments: str, script: Path = STUB) -> list[str]:
    """The command line of the stub, or of the real app."""
    return [sys.executable, str(script), *arguments]


@contextmanager
def running(
    data: Path, port: int = 0, browser: Path | None = None, script: Path = STUB
) -> Iterator[Running]:
    """A served app on a free port; it is gone afterwards.

    ``browser`` is a program that the app opens in place of the system's browser; none without it.
    """
    opening = [] if browser else ["--no-open"]
    process = subprocess.Popen(
        command("--port", str(port), "--data", str(data), *opening, script=script),
        env={**os.environ, "BROWSER": f"{browser} %s", "DISPLAY": ":none"},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        assert process.stdout is not None
        line = process.stdout.readline()
        found = re.fullmatch(r"AYA Companion: (http://127\.0\.0\.1:\d+/\?token=\S+)\n", line)
        assert found, line
        yield Running(process, found[1])
    finally:
        if process.poll() is None:
            process.kill()
        process.communicate()
