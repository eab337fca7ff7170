"""The browser's Python: the interpreter as it comes, its standard library without the unused."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

from tools.web_build.errors import BuildError

INTERPRETER = ("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm")

_UNUSED = (
    "__hello__.py",
    "__phello__/",
    "_pydatetime.py",  # there is the one in C
    "_pyio.py",
    "_pyrepl/",
    "antigravity.py",
    "bdb.py",
    "cProfile.py",
    "cmd.py",
    "code.py",
    "colorsys.py",
    "compileall.py",
    "configparser.py",
    "csv.py",
    "ctypes/macholib/",
    "doctest.py",
    "encodings/cp8",
    "encodings/hp_",
    "encodings/koi8",
    "encodings/mac_",
    "ensurepip/",
    "filecmp.py",
    "fileinput.py",
    "ftplib.py",
    "getpass.py",
    "http/server.py",
    "idlelib/",
    "imaplib.py",
    "lib2to3/",
    "logging/config.py",
    "logging/handlers.py",
    "mailbox.py",
    "modulefinder.py",
    "multiprocessing/",
    "netrc.py",
    "nturl2path.py",
    "optparse.py",
    "pdb.py",
    "pickletools.py",
    "plistlib.py",
    "poplib.py",
    "profile.py",
    "profiling/",
    "pstats.py",
    "pty.py",
    "py_compile.py",
    "pyclbr.py",
    "pydoc.py",
    "pydoc_data/",
    "rlcompleter.py",
    "sched.py",
    "shelve.py",
    "smtplib.py",
    "socketserver.py",
    "sqlite3/",
    "sre_compile.py",
    "sre_constants.py",
    "sre_parse.py",
    "statistics.py",
    "symtable.py",
    "tabnanny.py",
    "this.py",
    "timeit.py",
    "tkinter/",
    "trace.py",
    "tracemalloc.py",
    "tty.py",
    "turtle.py",
    "turtledemo/",
    "unittest/",
    "venv/",
    "wave.py",
    "webbrowser.py",
    "wsgiref/",
    "xml/dom/",
    "xml/etree/",
    "xmlrpc/",
    "zipapp.py",
)
"""Parts of the standard library that neither the app nor its packages import."""


def interpreter_files(client: Path) -> dict[str, bytes]:
    """The files of Pyodide that a browser loads, by their name. Raises BuildError."""
    folder = client / "pyodide"
    missing = [name for name in INTERPRETER if not (folder / name).is_file()]
    if missing:
        raise BuildError(f"{folder} has no {', '.join(missing)}. Install flet-web again.")
    return {name: (folder / name).read_bytes() for name in INTERPRETER}


def standard_library(client: Path) -> bytes:
    """The standard library, trimmed and not compressed.

    Stored, not deflated: it travels compressed as a whole, which makes it smaller, and Python
    opens it faster. The same library gives the same bytes.
    """
    buffer = io.BytesIO()
    source = zipfile.ZipFile(client / "pyodide" / "python_stdlib.zip")
    with source, zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as target:
        for entry in sorted(source.infolist(), key=lambda entry: entry.filename):
            if not entry.is_dir() and not entry.filename.startswith(_UNUSED):
                target.writestr(zipfile.ZipInfo(entry.filename), source.read(entry))
    return buffer.getvalue()
