"""The Flutter client that draws the app: the parts of it that are needed, ready to be offline."""

from __future__ import annotations

import json
import re
from importlib import util
from pathlib import Path

from aya_companion.device.flet.no_cdn import SCRIPT, without_cdn
from aya_companion.device.flet.replace_once import replace_once
from tools.web_build.errors import BuildError

BOOTSTRAP = "flutter_bootstrap.js"

_NEEDED = (
    SCRIPT,
    BOOTSTRAP,
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

_FOLDERS = ("assets/shaders",)
_FONT_FAMILIES = ("MaterialIcons",)
_SERVICE_WORKER = re.compile(r"\s*serviceWorkerSettings: \{.*?\},(?=\s*onEntrypointLoaded)", re.S)
_SOURCE_MAP = re.compile(r"\n//# sourceMappingURL=.*")
_ASSET_BASE = "    assetBase: flet.assetBase"
_VARIANT = "\n    canvasKitVariant: flet.canvasKitVariant"
"""Which CanvasKit to load: Flet hands on what its page chooses, but not this."""


def find_client() -> Path:
    """The folder of the prebuilt client in the package flet-web. Raises BuildError."""
    spec = util.find_spec("flet_web")
    if spec is None or spec.origin is None:
        raise BuildError(
            "The package flet-web is not installed. Run: pip install -r locks/build.txt"
        )
    return Path(spec.origin).parent / "web"


def client_files(client: Path) -> dict[str, bytes]:
    """The client's files by their address, changed where needed.

    Raises BuildError, FletChangedError.
    """
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
    files[BOOTSTRAP] = _bootstrap(files[BOOTSTRAP].decode()).encode()
    files[SCRIPT] = without_cdn(files[SCRIPT])
    files["assets/FontManifest.json"] = _font_manifest(files["assets/FontManifest.json"])
    return files


def without_service_worker(bootstrap: str) -> str:
    """Flet's start script without Flutter's own service worker.

    That one would replace ours and then remove itself. Raises FletChangedError.
    """
    return replace_once(bootstrap, _SERVICE_WORKER, "", BOOTSTRAP)


def _bootstrap(text: str) -> str:
    text = without_service_worker(text)
    text = replace_once(text, _SOURCE_MAP, "", BOOTSTRAP)  # the map stays at home
    return replace_once(text, _ASSET_BASE, f"{_ASSET_BASE},{_VARIANT}", BOOTSTRAP)


def _font_manifest(source: bytes) -> bytes:
    """Only the fonts that are shipped, and Roboto, which the engine takes for Latin letters."""
    manifest = [entry for entry in json.loads(source) if entry["family"] in _FONT_FAMILIES]
    manifest.append({"family": "Roboto", "fonts": [{"asset": "fonts/roboto.woff2"}]})
    return json.dumps(manifest).encode()
