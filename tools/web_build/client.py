"""The Flutter client that draws the app: the parts of it that are needed, ready to be offline."""

from __future__ import annotations

import json
import re
from importlib import util
from pathlib import Path

from tools.web_build.errors import BuildError

_NEEDED = (
    "main.dart.js",
    "flutter_bootstrap.js",
    "canvaskit/canvaskit.js",
    "canvaskit/canvaskit.wasm",
    "canvaskit/chromium/canvaskit.js",
    "canvaskit/chromium/canvaskit.wasm",
    "assets/AssetManifest.bin",
    "assets/AssetManifest.bin.json",
    "assets/FontManifest.json",
    "assets/fonts/MaterialIcons-Regular.otf",
    "assets/fonts/roboto.woff2",
)
"""Files of the client that a phone loads. Left out are other renderers, maps for debugging, and
the fonts and scripts of controls that the app does not use (formulas, video, sound)."""

_RIVE = b'"https://cdn.jsdelivr.net/npm/@rive-app/flutter-native-wasm@44.0.0/"'
"""Where the client would fetch a script for animations from, at every start."""

_FOLDERS = ("assets/shaders",)
_FONT_FAMILIES = ("MaterialIcons",)
_SERVICE_WORKER = re.compile(r"\s*serviceWorkerSettings: \{.*?\},(?=\s*onEntrypointLoaded)", re.S)
_LOADING = re.compile(r"window\.addEventListener\('flutter-first-frame'.*?once: true \}\);", re.S)


def find_client() -> Path:
    """The folder of the prebuilt client in the package flet-web. Raises BuildError."""
    spec = util.find_spec("flet_web")
    if spec is None or spec.origin is None:
        raise BuildError("The package flet-web is not installed. Run: pip install -e '.[build]'")
    return Path(spec.origin).parent / "web"


def client_files(client: Path) -> dict[str, bytes]:
    """The client's files by their address, changed where needed. Raises BuildError."""
    names = [*_NEEDED]
    for folder in _FOLDERS:
        names += sorted(
            path.relative_to(client).as_posix()
            for path in (client / folder).rglob("*")
            if path.is_file()
        )
    missing = [name for name in names if not (client / name).is_file()]
    if missing:
        raise BuildError(f"{client} has no {', '.join(missing)}. Install flet-web==1.0.5 again.")
    files = {name: (client / name).read_bytes() for name in names}
    files["flutter_bootstrap.js"] = _bootstrap(files["flutter_bootstrap.js"])
    files["main.dart.js"] = _main(files["main.dart.js"])
    files["assets/FontManifest.json"] = _font_manifest(files["assets/FontManifest.json"])
    return files


def _bootstrap(source: bytes) -> bytes:
    """Without Flutter's own service worker, which would replace ours and then remove itself.

    The page itself takes its first words away, once the app shows something.
    """
    text = source.decode()
    for pattern in (_SERVICE_WORKER, _LOADING):
        text, count = pattern.subn("", text)
        if count != 1:
            raise BuildError(
                "flutter_bootstrap.js is not the one of flet-web 1.0.5: look at tools/web_build/"
                f"client.py, which finds {count} places of {pattern.pattern!r}."
            )
    text = re.sub(r"\n//# sourceMappingURL=.*", "", text)
    return text.replace(
        "    assetBase: flet.assetBase\n",
        "    assetBase: flet.assetBase,\n    canvasKitVariant: flet.canvasKitVariant\n",
    ).encode()


def _main(source: bytes) -> bytes:
    """Without the address of another host: the script of an empty address fails at once."""
    if source.count(_RIVE) != 1:
        raise BuildError("main.dart.js is not the one of flet-web 1.0.5: look at _RIVE.")
    return source.replace(_RIVE, b'"data:,"')


def _font_manifest(source: bytes) -> bytes:
    """Only the fonts that are shipped, and Roboto, which the engine takes for Latin letters."""
    manifest = [entry for entry in json.loads(source) if entry["family"] in _FONT_FAMILIES]
    manifest.append({"family": "Roboto", "fonts": [{"asset": "fonts/roboto.woff2"}]})
    return json.dumps(manifest).encode()
