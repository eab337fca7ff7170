"""The nginx configuration of docs/hosting.md does what it says, on the nginx of this computer."""

from __future__ import annotations

import re
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from tools.web_build.media_types import TYPES
from tools.web_build.security import HEADERS

ROOT = Path(__file__).resolve().parents[2]
NGINX = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin")
HOST = "companion.example.org"

UNIMPORTANT = {".tar", ".zip", ".toml"}
"""Read as bytes by the app's own scripts, which ask for no type."""

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(NGINX is None, reason="there is no nginx here"),
]


def documented() -> str:
    """The configuration as the document has it."""
    text = (ROOT / "docs" / "hosting.md").read_text(encoding="utf-8")
    (block,) = re.findall(r"```nginx\n(.*?)```", text, re.S)
    return str(block)


def whole(folder: Path, servers: str) -> Path:
    """A file with what nginx needs besides to run as this user and write into the folder only."""
    temporary = "".join(
        f"{kind}_temp_path {folder / kind};\n"
        for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    file = folder / "nginx.conf"
    file.write_text(
        f"daemon off; master_process off; pid {folder / 'pid'}; error_log stderr;\n"
        f"events {{}}\nhttp {{\naccess_log off;\n{temporary}{servers}}}\n"
    )
    return file


def make_certificate(folder: Path) -> tuple[Path, Path]:
    """A certificate for the name in the document, signed by itself, and its key."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, HOST)])
    now = datetime.now(UTC)
    certificate = (
        x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
        .not_valid_before(now)
        .not_valid_after(now + timedelta(days=1))
        .sign(key, hashes.SHA256())
    )
    files = folder / "companion.pem", folder / "companion.key"
    files[0].write_bytes(certificate.public_bytes(serialization.Encoding.PEM))
    files[1].write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
    )
    return files


def free_port() -> int:
    """A port that nothing listens on."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        return int(server.getsockname()[1])


def ask(port: int, path: str, **headers: str) -> HTTPResponse:
    """The answer to a GET."""
    connection = HTTPConnection("127.0.0.1", port)
    connection.request("GET", path, headers={"Host": HOST, **headers})
    answer = connection.getresponse()
    answer.read()
    connection.close()
    return answer


@contextmanager
def served(folder: Path, beside: Path) -> Iterator[tuple[int, int]]:
    """Ports of the two documented servers, without TLS, for a folder.

    ``beside`` is another folder, which nginx writes its own files into.
    """
    redirecting, serving = free_port(), free_port()
    servers = (
        documented()
        .replace("listen 80;", f"listen 127.0.0.1:{redirecting};")
        .replace("listen 443 ssl http2;", f"listen 127.0.0.1:{serving};")
        .replace("/srv/companion", str(folder))
    )
    servers = re.sub(r"ssl_certificate\w* .*;", "", servers)
    process = subprocess.Popen([NGINX or "", "-p", beside, "-c", whole(beside, servers)])
    try:
        for _ in range(100):
            with socket.socket() as tried:
                if tried.connect_ex(("127.0.0.1", serving)) == 0:
                    break
            time.sleep(0.1)
        yield redirecting, serving
    finally:
        process.terminate()
        process.wait()


@pytest.fixture
def ports(tmp_path: Path) -> Iterator[tuple[int, int]]:
    """Ports of the documented servers for a folder with a file of each kind."""
    folder = tmp_path / "srv"
    folder.mkdir()
    for suffix in TYPES:
        (folder / f"file{suffix}").write_bytes(b"as it is")
    (folder / "index.html").write_text("<p>hello")
    (folder / "file.js.gz").write_bytes(b"compressed")
    with served(folder, tmp_path) as ports:
        yield ports


def test_nginx_takes_the_configuration(tmp_path: Path) -> None:
    """With a certificate in place it starts, without a word of warning."""
    servers = documented()
    for file in make_certificate(tmp_path):
        servers = re.sub(rf"/etc/ssl/\w+/{file.name}", str(file), servers)
    command = [NGINX or "", "-t", "-p", str(tmp_path), "-c", str(whole(tmp_path, servers))]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stderr
    assert "[warn]" not in result.stderr


def test_answers_carry_headers_and_types(ports: tuple[int, int]) -> None:
    """Each kind of file of a build, and the page at the root."""
    _, port = ports
    page = ask(port, "/")
    assert page.status == 200
    for name, value in HEADERS.items():
        assert page.headers[name] == value
    assert page.headers["Cache-Control"] == "no-cache"
    assert page.headers["ETag"]
    for suffix, media_type in TYPES.items():
        told = ask(port, f"/file{suffix}").headers["Content-Type"]
        if suffix not in UNIMPORTANT:
            assert told.split(";")[0] == media_type.split(";")[0], suffix
    assert ask(port, "/nothing.js").status == 404


def test_compressed_copies_are_given_to_those_who_take_them(ports: tuple[int, int]) -> None:
    """And caches between are told that answers differ."""
    _, port = ports
    answer = ask(port, "/file.js", **{"Accept-Encoding": "gzip"})
    assert answer.headers["Content-Encoding"] == "gzip"
    assert answer.headers["Vary"] == "Accept-Encoding"
    assert ask(port, "/file.js").headers["Content-Encoding"] is None


def test_plain_http_leads_to_https(ports: tuple[int, int]) -> None:
    """The address typed without its scheme arrives."""
    answer = ask(ports[0], "/index.html")
    assert (answer.status, answer.headers["Location"]) == (301, f"https://{HOST}/index.html")
