"""The app as the stock tools would put it on the web, made to work offline and nothing more."""

from __future__ import annotations

import gzip
import json
import shutil
import tempfile
from pathlib import Path, PurePosixPath

from flet.controls.types import WebRenderer
from flet_web import patch_font_manifest_json, patch_index_html, patch_manifest_json

from aya_companion.device.flet.replace_once import replace_once
from tools.web_build.app_files import compile_catalogs
from tools.web_build.archive import add_folder, collect, pack
from tools.web_build.client import BOOTSTRAP, find_client, without_service_worker
from tools.web_build.compression import compress_all

START = Path(__file__).resolve().parent.parent / "web" / "web_start.py"
SERVICE_WORKER = """
const FILES = %s;
addEventListener("install", (event) => event.waitUntil(
  caches.open("plain").then((cache) => cache.addAll(FILES)).then(() => skipWaiting())));
addEventListener("activate", (event) => event.waitUntil(clients.claim()));
addEventListener("fetch", (event) => event.respondWith(
  caches.match(event.request, { ignoreSearch: true }).then((kept) => kept ?? fetch(event.request))));
"""
REGISTER = """<script>
addEventListener("load", () => navigator.serviceWorker.register("sw.js"));
</script></body>"""
MAIN = b"""\
import js
from pyodide.ffi import to_js
import app_main
js.ayaBuild = to_js({"storage": "plain"}, dict_converter=js.Object.fromEntries)
app_main.main()
"""
"""Starts the app's own ``main.py``, after telling it what a stock page does not: the name of its
storage."""
SKIPPED = (
    *("skwasm", "wimp", "experimental_", ".symbols", ".map", "main.dart.wasm", "main.dart.mjs"),
    *("python.exe", ".d.ts", "media_kit", "canvaskit/canvaskit."),
)
"""Files that neither build loads in Chromium; without them the comparison is made sooner."""


def plain_build(root: Path) -> dict[str, bytes]:
    """The files of the plain build of the project at ``root``, compressed copies included."""
    files = collect(root, START, {path.parent.name for path in root.glob("locales/*/locale.toml")})
    del files[PurePosixPath(START.name)]
    files[PurePosixPath("app_main.py")] = files[PurePosixPath("main.py")]
    files[PurePosixPath("main.py")] = MAIN
    add_folder(files, root / "content", "content", {".toml", ".md"})
    add_folder(files, root / "locales", "locales", {".toml", ".po"})
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "web"
        shutil.copytree(find_client(), out)
        _patch(out)
        for path in sorted((root / "assets").rglob("*")):
            if path.is_file():
                target = out / path.relative_to(root / "assets")
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(path.read_bytes())
        built = {
            path.relative_to(out).as_posix(): path.read_bytes()
            for path in sorted(out.rglob("*"))
            if path.is_file() and not any(part in path.as_posix() for part in SKIPPED)
        }
    built["app.tar.gz"] = gzip.compress(pack(compile_catalogs(files)), 9, mtime=0)
    kept = [name for name in built if not name.startswith(("fonts/NotoSansJP", "fonts/NotoSansT"))]
    built["sw.js"] = (SERVICE_WORKER % json.dumps(["./", *kept])).encode()
    return built | compress_all(built)


def _patch(out: Path) -> None:
    index = out / "index.html"
    patch_index_html(
        str(index),
        "/",
        pyodide=True,
        pyodide_script_path="main.py",
        pyodide_version="314.0.7",
        app_package_url="app.tar.gz",
        web_renderer=WebRenderer.CANVAS_KIT,
        no_cdn=True,
    )
    text = index.read_text(encoding="utf-8")
    # As Flet writes it, the address is the name of a package to a worker, and is not found.
    relative, absolute = 'flet.pyodideUrl="pyodide/', 'flet.pyodideUrl="/pyodide/'
    text = replace_once(text, relative, absolute, index.name)
    index.write_text(replace_once(text, "</body>", REGISTER, index.name), encoding="utf-8")
    patch_manifest_json(str(out / "manifest.json"), app_name="AYA Companion")
    patch_font_manifest_json(str(out / "assets/FontManifest.json"))
    bootstrap = out / BOOTSTRAP
    script = without_service_worker(bootstrap.read_text(encoding="utf-8"))
    bootstrap.write_text(script, encoding="utf-8")
