"""The parts of the web build that need no browser."""

from __future__ import annotations

import gzip
import io
import json
import re
import shutil
import tarfile
from pathlib import Path, PurePosixPath
from typing import Any

import brotli  # type: ignore[import-untyped]
import pytest
from fontTools.ttLib import TTFont

from aya_companion.device.flet.replace_once import FletChangedError
from aya_companion.ui.routes import find
from tools.web_build import icon_font, precache
from tools.web_build.app_files import compile_catalogs
from tools.web_build.archive import pack
from tools.web_build.client import BOOTSTRAP, client_files, find_client
from tools.web_build.compression import compress_all
from tools.web_build.dependencies import package_files, required_packages
from tools.web_build.errors import BuildError
from tools.web_build.fallback_fonts import stand_ins
from tools.web_build.flet_names import flet_names, icon_names
from tools.web_build.media_types import media_type
from tools.web_build.page import build_script, index_html, script_files, storage_name, web_manifest
from tools.web_build.precache import image_files, named, service_worker, stage, version_of
from tools.web_build.python_runtime import standard_library
from tools.web_build.security import HEADERS, POLICY
from tools.web_build.staging import compile_modules

ROOT = Path(__file__).resolve().parents[2]
FILES = {"index.html": b"<p>", "fonts/Figtree-400.woff2": b"f"}
IMAGE = "snapshot-1.bin"


def test_archive_is_the_same_each_time() -> None:
    """The order in which files were found and the time of the build leave no trace."""
    files = {PurePosixPath("b/x.py"): b"1", PurePosixPath("a.py"): b"2"}
    archive = pack(files)
    assert archive == pack(dict(reversed(files.items())))
    with tarfile.open(fileobj=io.BytesIO(archive)) as tar:
        assert tar.getnames() == ["a.py", "b/x.py"]


@pytest.mark.browser
@pytest.mark.skipif(shutil.which("node") is None, reason="there is no Node here")
def test_compiled_modules_are_the_same_each_time() -> None:
    """Sources are replaced by what the browser's Python compiles them to; nothing else changes."""
    source = b"WORDS = {'one', 'two', 'three'}\ndef f(x):\n    return x in {'a', 'b', 'c'}\n"
    files = {PurePosixPath("pack/a.py"): source, PurePosixPath("pack/data.toml"): b"x = 1"}
    compiled = compile_modules(find_client(), files)
    assert compiled == compile_modules(find_client(), files)
    assert set(compiled) == {PurePosixPath("pack/a.pyc"), PurePosixPath("pack/data.toml")}


def test_compression_is_the_same_each_time() -> None:
    """Compressed copies carry no time, and nothing is compressed that cannot get smaller."""
    files = {"a.js": b"let a = 1;" * 200, "f.woff2": b"x" * 2000, "tiny.js": b"1"}
    assert compress_all(files) == compress_all(files)
    assert set(compress_all(files)) == {"a.js.br", "a.js.gz"}


def test_a_quick_build_has_the_same_copies_and_larger() -> None:
    """What is tried out has what is released, only less compressed."""
    data = bytes(index * index % 251 for index in range(40_000))
    best, quick = compress_all({"a.js": data}), compress_all({"a.js": data}, quick=True)
    assert brotli.decompress(quick["a.js.br"]) == gzip.decompress(quick["a.js.gz"]) == data
    assert all(len(quick[address]) > len(copy) for address, copy in best.items())


def test_compiled_catalogs_carry_no_date() -> None:
    """A catalog that says nothing of its dates is not dated on the day of the build."""
    place = PurePosixPath("locales/es/messages.po")
    text = (
        'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n\nmsgid "a"\nmsgstr "b"\n'
    )
    (compiled,) = compile_catalogs({place: text.encode()}).values()
    assert set(re.findall(rb"Date: (\S+)", compiled)) == {b"2000-01-01"}


def test_packages_of_the_browser() -> None:
    """What Flet needs elsewhere only is not shipped, what it needs in the browser is."""
    packages = required_packages(ROOT / "pyproject.toml")
    assert {"flet", "msgpack", "repath", "tzdata"} <= set(packages)
    assert not {"httpx", "oauthlib", "cryptography", "flet-web", "platformdirs"} & set(packages)


def test_package_that_is_not_installed(tmp_path: Path) -> None:
    """A missing package is named, with what to do."""
    (tmp_path / "pyproject.toml").write_text('[project]\ndependencies = ["no-such-thing"]\n')
    with pytest.raises(BuildError, match=r"no-such-thing is not installed.*pip install"):
        required_packages(tmp_path / "pyproject.toml")


def test_locale_data_of_other_languages_stays_at_home() -> None:
    """Babel's data goes along for the app's languages and for what they inherit from."""
    places = {place.name for place, _ in package_files("babel", {"en", "zh-Hans"})}
    assert {"root.dat", "en.dat", "zh.dat", "zh_Hans.dat"} <= places
    assert not {"fi.dat", "en_GB.dat", "zh_Hant.dat"} & places


def test_stemmers_of_other_languages_stay_at_home() -> None:
    """The search takes along what knows the words of the app's languages."""
    places = {place.name for place, _ in package_files("snowballstemmer", {"en", "ar"})}
    needed = {"among.py", "basestemmer.py"}
    assert places == needed | {"english_stemmer.py", "arabic_stemmer.py"}


def test_no_compiled_extension_is_shipped() -> None:
    """Machine code for this computer is of no use in a browser."""
    for name in required_packages(ROOT / "pyproject.toml"):
        assert not [p for p, _ in package_files(name, {"en"}) if p.suffix in (".so", ".pyd")]


def test_names_taken_from_flet() -> None:
    """Each name once, in order, under both ways to import it."""
    assert flet_names(["ft.Text(ft.Colors.RED)", "flet.Row()", "x.Other"]) == [
        "Colors",
        "Row",
        "Text",
    ]


def test_icons_that_the_app_shows_are_in_the_font() -> None:
    """The engine's plain icons stay, and of other styles those that the source names."""
    source = client_files(find_client())[icon_font.ADDRESS]
    names = icon_names(["ft.Icons.ROUTE_ROUNDED", "flet.Icons.ADD", "Icons.CALL_OUTLINED"])
    assert names == ["ADD", "CALL_OUTLINED", "ROUTE_ROUNDED"]
    trimmed = icon_font.trim_icons(source, names)
    assert trimmed == icon_font.trim_icons(source, names)
    before = TTFont(io.BytesIO(source)).getBestCmap()
    after = TTFont(io.BytesIO(trimmed)).getBestCmap()
    kept = {before[code] for code in after}
    assert {"add_baseline", "arrow_back_baseline", "route_rounded", "call_outlined"} <= kept
    assert "route_sharp" not in kept


def test_client_has_no_other_host_and_no_worker_of_its_own() -> None:
    """What would ask another host, or replace our service worker, is taken out."""
    files = client_files(find_client())
    assert b"serviceWorkerSettings: {" not in files["flutter_bootstrap.js"]
    assert b"cdn.jsdelivr.net" not in files["main.dart.js"]
    assert not [name for name in files if "katex" in name or name.endswith((".map", ".symbols"))]


def test_plain_flet_needs_each_change_of_its_start_script() -> None:
    """A change of ``tools/web_build/client.py`` can go when its line here fails."""
    plain = (find_client() / BOOTSTRAP).read_text(encoding="utf-8")
    ours = client_files(find_client())[BOOTSTRAP].decode()
    assert "serviceWorkerSettings: {" in plain
    assert "sourceMappingURL" in plain
    assert "canvasKitVariant: flet.canvasKitVariant" not in plain
    assert "canvasKitVariant: flet.canvasKitVariant" in ours
    assert "serviceWorkerSettings: {" not in ours
    assert "sourceMappingURL" not in ours


def test_plain_flet_fetches_packages_at_each_start() -> None:
    """``tools/web/python-worker.js`` can be Flet's own again when this fails."""
    worker = (find_client() / "python-worker.js").read_text(encoding="utf-8")
    assert "micropip" in worker
    assert "_loadSnapshot" not in worker


def test_a_start_script_of_another_flet_stops_the_build(tmp_path: Path) -> None:
    """The error names the file and what was sought in it."""
    client = tmp_path / "web"
    shutil.copytree(find_client(), client, ignore=shutil.ignore_patterns("pyodide", "*.symbols"))
    (client / BOOTSTRAP).write_text("_flutter.loader.load();", encoding="utf-8")
    with pytest.raises(FletChangedError, match=r"flutter_bootstrap\.js has 0 .*serviceWorker"):
        client_files(client)


def test_changed_client_stops_the_build(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A client of another version ends in an error that names the file."""
    with pytest.raises(BuildError, match=r"main\.dart\.js"):
        client_files(tmp_path)


def test_standard_library_is_trimmed_and_the_same_each_time() -> None:
    """What a phone never imports is left out."""
    library = standard_library(find_client())
    assert library == standard_library(find_client())
    assert b"asyncio/" in library
    assert b"turtle" not in library


def test_version_tells_files_apart() -> None:
    """Any changed byte or name makes another version; the order does not."""
    assert version_of(FILES) == version_of(dict(reversed(FILES.items())))
    assert version_of(FILES) != version_of(FILES | {"index.html": b"<b>"})
    assert re.fullmatch("[0-9a-f]{12}", version_of(FILES))


def described(release: str = "1.0", fonts: dict[str, list[str]] | None = None) -> str:
    """The version of a small build, from its service worker."""

    def describe(version: str) -> dict[str, bytes]:
        script = build_script(version, release, "aya-companion", IMAGE, fonts or {})
        files = FILES | {"build.js": script}
        return files | {"service-worker.js": service_worker(files, IMAGE, version, "aya-companion")}

    files = named(describe)
    version = str(listed(files["service-worker.js"])["version"])
    assert f'"version": "{version}"' in files["build.js"].decode()
    return version


def listed(worker: bytes) -> dict[str, Any]:
    """What the build has told a service worker."""
    text = worker.decode()
    build: dict[str, Any]
    build, _ = json.JSONDecoder().raw_decode(text, text.index("{", text.index("const BUILD")))
    return build


def test_whatever_a_phone_gets_makes_another_version(monkeypatch: pytest.MonkeyPatch) -> None:
    """A new release, other stand-in fonts or other headers, with every file as it was before."""
    before = described()
    assert described() == before
    assert described(release="1.1") != before
    assert described(fonts={"notosans": ["fonts/Figtree-400.woff2"]}) != before
    monkeypatch.setattr(precache, "HEADERS", {"Referrer-Policy": "same-origin"})
    assert described() != before


def test_a_rebuilt_memory_image_is_no_new_version() -> None:
    """The image is never twice the same; its hash stands beside it, outside the service worker."""
    worker = service_worker(FILES, IMAGE, "v1", "aya-companion")
    (entry,) = [file for file in listed(worker)["files"] if file["address"] == IMAGE]
    assert "hash" not in entry
    one, two = image_files(IMAGE, b"one"), image_files(IMAGE, b"two")
    assert entry["hashAt"] in one
    assert one[entry["hashAt"]] != two[entry["hashAt"]]


def test_service_worker_lists_every_file() -> None:
    """Each file with its hash and type, and when it is fetched."""
    build = listed(service_worker(FILES, IMAGE, "v1", "aya-companion"))
    files = {file["address"]: file for file in build["files"]}
    assert set(files) == {*FILES, IMAGE}
    assert files["index.html"]["stage"] == "start"
    assert files["index.html"]["guarded"]
    assert files[IMAGE]["stage"] == "later"


def test_fonts_come_in_the_order_of_their_need() -> None:
    """First those of a Latin language, then of all languages of the app, then of all scripts."""
    assert stage("fonts/Figtree-700.woff2") == "start"
    assert stage("fonts/NotoSansArabic-400.woff2") == "languages"
    assert stage("fonts/NotoSansJP-400.woff2") == "later"


def test_two_apps_of_one_host_keep_apart() -> None:
    """A sub-path has names of its own; what is at the root keeps the name it always had."""
    assert storage_name("/") == "aya-companion"
    names = {storage_name(base) + ":" for base in ("/", "/a/", "/a/b/", "/b/")}
    assert not [(a, b) for a in names for b in names if a != b and a.startswith(b)]


def test_every_font_of_the_app_stands_in_for_one_of_the_engine() -> None:
    """What people type in any script we ship a font for is drawn with it."""
    fonts = {f"fonts/{path.name}" for path in (ROOT / "assets/fonts").glob("Noto*-400.woff2")}
    given = {font for listed in stand_ins(fonts).values() for font in listed}
    assert given == fonts - {"fonts/NotoSans-400.woff2"}  # that one the app itself brings


def test_page_allows_no_other_host() -> None:
    """The policy stands in the page, names no host, and goes with every answer."""
    page = index_html("/companion/").decode()
    assert '<base href="/companion/">' in page
    assert "{{" not in page
    assert "http" not in POLICY
    assert "unsafe-eval" not in POLICY.replace("wasm-unsafe-eval", "")
    assert POLICY in HEADERS["Content-Security-Policy"]


def test_page_has_no_script_of_its_own() -> None:
    """Every script is a file: the policy forbids others."""
    page = index_html("/").decode()
    assert all("src=" in tag for tag in re.findall(r"<script[^>]*>", page))


def test_first_words_are_there_in_every_language() -> None:
    """What is seen before the app is up speaks the person's language."""
    script = build_script("v1", "1.0", "aya-companion", IMAGE, {}).decode()
    build = json.loads(script.removeprefix("globalThis.ayaBuild = ").removesuffix(";\n"))
    assert {"en", "es", "ar"} <= set(build["firstPaint"])
    assert build["firstPaint"]["ar"]["direction"] == "rtl"
    assert all(build["firstPaint"]["en"].values())


def test_manifest_names_icons_that_exist() -> None:
    """A phone can put the app on its home screen."""
    manifest = json.loads(web_manifest())
    for icon in manifest["icons"]:
        assert (ROOT / "assets" / icon["src"]).is_file()
    assert {"192x192", "512x512"} <= {icon["sizes"] for icon in manifest["icons"]}
    assert any(icon.get("purpose") == "maskable" for icon in manifest["icons"])
    routes = [shortcut["url"].removeprefix("./#") for shortcut in manifest["shortcuts"]]
    assert [find(route).screen for route in routes] == ["call", "question_edit"]


def test_scripts_have_known_types() -> None:
    """Each file of the page has a type; an unknown kind stops the build."""
    for name in script_files():
        assert media_type(name)
    with pytest.raises(BuildError, match=r"\.xyz"):
        media_type("a.xyz")
