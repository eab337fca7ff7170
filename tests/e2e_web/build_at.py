"""A build as it is for another path of its host."""

from __future__ import annotations

import base64
import hashlib
import json
import os
import shutil
from pathlib import Path

from tools.web_build.page import index_html, storage_name


def build_at(base: str, build: Path, out: Path) -> None:
    """What build_web.py makes for ``base``, made from a build for the root."""
    shutil.copytree(build, out, copy_function=os.link)
    script = (build / "build.js").read_text(encoding="utf-8")
    told = json.dumps(storage_name("/")), json.dumps(storage_name(base))
    edit(
        out,
        {
            "index.html": index_html(base).decode(),
            "build.js": script.replace(f'"storage": {told[0]}', f'"storage": {told[1]}'),
        },
        storage=storage_name(base),
    )


def edit(folder: Path, changed: dict[str, str], **values: object) -> None:
    """Put other texts in place of a build's files, and a service worker that fits them.

    ``values`` are those of the service worker's own description of the build.
    """
    worker = (folder / "service-worker.js").read_text(encoding="utf-8")
    start = worker.index("{", worker.index("const BUILD"))
    build, end = json.JSONDecoder().raw_decode(worker, start)
    build |= values
    for entry in build["files"]:
        if (text := changed.get(entry["address"])) is not None:
            entry["hash"] = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
    described = worker[:start] + json.dumps(build) + worker[end:]
    for name, text in (changed | {"service-worker.js": described}).items():
        for suffix in ("", ".br", ".gz"):  # links to the files of another folder, maybe
            (folder / f"{name}{suffix}").unlink(missing_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
