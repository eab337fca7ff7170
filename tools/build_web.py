"""Makes the folder of static files: python -m tools.build_web --out DIR [--base-url /companion/] [--quick]"""

from __future__ import annotations

import argparse
import json
import sys
import time
import tomllib
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).resolve().parent.parent

try:
    from aya_companion.device.flet.replace_once import FletChangedError
    from aya_companion.i18n.fonts import FAMILIES
    from tools.web_build import icon_font
    from tools.web_build.app_files import app_files
    from tools.web_build.archive import pack, sources
    from tools.web_build.client import client_files, find_client
    from tools.web_build.compression import compress_all
    from tools.web_build.errors import BuildError
    from tools.web_build.fallback_fonts import stand_ins
    from tools.web_build.flet_names import icon_names
    from tools.web_build.node import find_node
    from tools.web_build.page import (
        build_script,
        icons,
        index_html,
        is_build,
        script_files,
        storage_name,
        web_manifest,
    )
    from tools.web_build.precache import image_files, named, service_worker, stage
    from tools.web_build.python_runtime import interpreter_files, standard_library
    from tools.web_build.staging import compile_library, compile_modules, make_snapshot
except ModuleNotFoundError as missing:
    sys.exit(
        f"The build stopped: Python's package {missing.name} is not installed. "
        "Run: pip install -r locks/build.txt"
    )


def build(base: str, *, quick: bool = False) -> dict[str, bytes]:
    """All files of the build by address, compressed copies included; ``quick``: not their best.

    Raises BuildError, FletChangedError.
    """
    client = find_client()
    find_node()
    _say("Collecting the app, its words, pages and packages")
    collected = app_files(ROOT)
    _say(f"Compiling {len(collected)} files for the browser's Python")
    app = compile_modules(client, collected)
    runtime = interpreter_files(client)
    runtime["python_stdlib.zip"] = compile_library(client, standard_library(client))
    _say("Making the memory image")
    image, snapshot = make_snapshot(app, runtime)

    files = client_files(client)
    names = icon_names(sources(collected))
    files[icon_font.ADDRESS] = icon_font.trim_icons(files[icon_font.ADDRESS], names)
    files |= {f"pyodide/{name}": data for name, data in runtime.items()}
    files |= script_files() | assets(ROOT / "assets")
    files |= {"app.tar": pack(app), "app.webmanifest": web_manifest()}
    files["index.html"] = index_html(base)
    storage, release, fonts = storage_name(base), _release(), stand_ins(files)

    def described(version: str) -> dict[str, bytes]:
        """The files, with what tells the page and the service worker of them."""
        script = build_script(version, release, storage, image, fonts)
        listed = files | {"build.js": script}
        return listed | {"service-worker.js": service_worker(listed, image, version, storage)}

    # Without the image: it differs each time, and it follows from the rest.
    files = named(described) | image_files(image, snapshot)
    _say("Compressing")
    return files | compress_all(files, quick=quick)


def check_place(out: Path) -> None:
    """Raises BuildError unless a build can be put here: nothing is lost but an earlier build."""
    if out.exists() and not out.is_dir():
        raise BuildError(f"{out} is a file. Name a folder.")
    if out.exists() and any(out.iterdir()) and not is_build(out):
        raise BuildError(f"{out} is not empty and not a build. Name an empty folder.")


def write(files: dict[str, bytes], out: Path) -> None:
    """Put the files into a folder, in place of a build that was there.

    They are written beside it first, so that a full disk leaves the earlier build whole. Raises
    BuildError when the folder holds something else, OSError when it cannot be written.
    """
    check_place(out)
    out = out.resolve()
    out.parent.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(dir=out.parent, prefix=f".{out.name}-") as beside:
        made = Path(beside) / "made"
        for address, data in files.items():
            path = made / address
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
        if out.exists():
            out.rename(Path(beside) / "before")
        made.rename(out)


def report(files: dict[str, bytes]) -> dict[str, object]:
    """What was made: how many files, and how many bytes a phone downloads and keeps."""
    plain = {a: data for a, data in files.items() if not a.endswith((".br", ".gz"))}
    sent = {a: len(files.get(f"{a}.br", data)) for a, data in plain.items()}
    chromium = {a for a in plain if not a.startswith("canvaskit/") or "/chromium/" in a}
    return {
        "files": len(plain),
        "first_screen_download": sum(sent[a] for a in chromium if stage(a) == "start"),
        "whole_download": sum(sent[a] for a in chromium),
        "on_disk": sum(len(plain[a]) for a in chromium),
        "largest": dict(sorted(sent.items(), key=lambda item: -item[1])[:12]),
    }


def assets(folder: Path) -> dict[str, bytes]:
    """Fonts, pictures and icons, by address; what stands at the top is for phone builds.

    Raises BuildError when one is missing that the app asks for.
    """
    found = {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.glob("*/**/*"))
        if path.suffix in (".woff2", ".png", ".svg", ".webp")
    }
    if missing := sorted({*FAMILIES.values(), *icons()} - found.keys()):
        raise BuildError(f"{folder} has no {', '.join(missing)}. Get them from the repository.")
    return found


def _release() -> str:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return str(project["version"])


def _base(text: str) -> str:
    """An address path that begins and ends with a slash."""
    path = text.strip("/")
    return f"/{path}/" if path else "/"


def _say(message: str) -> None:
    print(f"{time.strftime('%H:%M:%S')} {message}", file=sys.stderr, flush=True)


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description="Makes the folder of static files.")
    parser.add_argument("--out", type=Path, required=True, help="the folder to make")
    parser.add_argument("--base-url", default="/", help="the path of the app on its host")
    parser.add_argument("--quick", action="store_true", help="compress little, to try things out")
    options = parser.parse_args(arguments)
    try:
        check_place(options.out)
        files = build(_base(options.base_url), quick=options.quick)
        write(files, options.out)
    except (BuildError, FletChangedError, OSError) as error:
        print(f"The build stopped: {error}", file=sys.stderr)
        return 1
    print(json.dumps({"out": str(options.out), **report(files)}, indent=2))
    return 0


if __name__ == "__main__":
    sys.exit(main())
