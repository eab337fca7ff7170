"""Make ``assets/fonts/*.woff2``: one static file for each family and weight of i18n/fonts.py.

Where they come from (all SIL Open Font License 1.1):
- Figtree and the Noto Sans fonts of small scripts: the npm packages ``@fontsource/*``, whose
  pieces by Unicode range are put together again, because the app loads one file for a family.
- Chinese, Japanese, Korean: Debian's ``fonts-noto-cjk``, cut down to the characters of each
  country's own standard set (people type text of their own, so a cut to the words of the pages
  would leave boxes). What is not in it still shows in the next font of the list.
- Signs: parts of Noto Sans Math, Symbols and Symbols 2, in this order.

Run it with ``npm`` on the path and Debian's ``fonts-noto-cjk`` installed.
"""

from __future__ import annotations

import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

from fontTools import subset
from fontTools.merge import Merger, Options
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables._g_l_y_f import Glyph

OUT = Path(__file__).resolve().parents[1] / "assets" / "fonts"
CJK = Path("/usr/share/fonts/opentype/noto")

PACKAGES = {
    "figtree": "5.3.0",
    "noto-sans": "5.3.0",
    "noto-sans-arabic": "5.3.0",
    "noto-sans-devanagari": "5.3.0",
    "noto-sans-math": "5.3.0",
    "noto-sans-symbols": "5.3.0",
    "noto-sans-symbols-2": "5.3.0",
    "noto-emoji": "5.3.2",
}

# Font, package, pieces in the order of preference.
TEXT = [
    ("Figtree", "figtree", ["latin", "latin-ext"]),
    (
        "NotoSans",
        "noto-sans",
        ["latin", "latin-ext", "vietnamese", "greek", "greek-ext", "cyrillic", "cyrillic-ext"],
    ),
    ("NotoSansArabic", "noto-sans-arabic", ["arabic", "latin"]),
    ("NotoSansDevanagari", "noto-sans-devanagari", ["devanagari", "latin"]),
]

# Punctuation, letterlike signs, arrows, mathematics, shapes, dingbats, and the pseudo-language's
# brackets.
SIGN_RANGES = [
    (0x2000, 0x206F),
    (0x2070, 0x209F),
    (0x20A0, 0x20CF),
    (0x2100, 0x218F),
    (0x2190, 0x23FF),
    (0x2460, 0x27BF),
    (0x27E6, 0x27EF),
    (0x2900, 0x297F),
    (0x2B00, 0x2BFF),
]

INVISIBLE = [
    *range(0x200B, 0x2010),
    *range(0x2028, 0x202F),
    *range(0x2060, 0x2070),
    *range(0xFE00, 0xFE10),
    0xFEFF,
]

# Font, face in the collection, Python codec of the country's standard set, its last lead byte.
# 0xC6: Big5's first level (frequent characters) ends there.
EAST_ASIAN = [
    ("NotoSansSC", "Noto Sans CJK SC", "gb2312", 0xF7),
    ("NotoSansTC", "Noto Sans CJK TC", "big5", 0xC6),
    ("NotoSansJP", "Noto Sans CJK JP", "euc_jp", 0xF4),
    ("NotoSansKR", "Noto Sans CJK KR", "euc_kr", 0xC8),
]


def fetch(folder: Path) -> None:
    """Unpack the npm packages under ``folder``, each in a folder of its short name."""
    for name, version in PACKAGES.items():
        package = f"@fontsource/{name}@{version}"
        subprocess.run(["npm", "pack", "--silent", package], cwd=folder, check=True)
        with tarfile.open(folder / f"fontsource-{name}-{version}.tgz") as archive:
            archive.extractall(folder / name, filter="data")


def pieces(folder: Path, name: str, subsets: Iterable[str], weight: int) -> list[Path]:
    """The files of a package's subsets in one weight."""
    files = folder / name / "package" / "files"
    return [files / f"{name}-{piece}-{weight}-normal.woff2" for piece in subsets]


def merged(files: list[Path], folder: Path) -> TTFont:
    """One font of several; where two have a character, the first one's is kept."""
    seen: set[int] = set()
    parts = []
    for number, file in enumerate(files):
        font = TTFont(file)
        own = set(font.getBestCmap()) - seen
        seen |= own
        font = cut(font, own)
        font.flavor = None
        # A table without a counterpart in the other parts breaks the merge.
        for table in ("meta", "STAT", "MATH", "vhea", "vmtx", "gasp", "prep", "fpgm", "cvt "):
            if table in font:
                del font[table]
        part = folder / f"part-{number}.ttf"
        font.save(part)
        parts.append(str(part))
    return Merger(options=Options()).merge(parts)


def cut(font: TTFont, characters: Iterable[int]) -> TTFont:
    """The font with nothing but these characters and what they need to be shaped."""
    options = subset.Options()
    options.layout_features = ["*"]
    options.hinting = False
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14]
    options.notdef_outline = True
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=characters)
    subsetter.subset(font)
    return font


def save(font: TTFont, family: str, weight: int) -> None:
    """Write the font where the app looks for it."""
    font["head"].modified = font["head"].created  # The same input gives the same bytes.
    font.recalcTimestamp = False
    font.flavor = "woff2"
    file = OUT / f"{family}-{weight}.woff2"
    font.save(file)
    print(f"{file.name}: {len(font.getBestCmap())} characters, {file.stat().st_size // 1024} KiB")


def standard_set(codec: str, last_lead: int) -> Iterator[int]:
    """The characters of a two-byte national standard up to a lead byte, and basic Latin."""
    yield from range(0x20, 0x7F)
    yield from range(0xA0, 0x100)
    yield from range(0x2010, 0x2040)
    for lead in range(0xA1, last_lead + 1):
        for trail in [*range(0x40, 0x7F), *range(0xA1, 0xFF)]:
            try:
                text = bytes([lead, trail]).decode(codec)
            except UnicodeDecodeError:
                continue
            yield from map(ord, text)


def east_asian(face: str, weight: int) -> TTFont:
    """A face of Debian's collection by its family name."""
    style = "Regular" if weight == 400 else "Bold"
    collection = CJK / f"NotoSansCJK-{style}.ttc"
    for number in range(10):
        font = TTFont(collection, fontNumber=number)
        if font["name"].getDebugName(16) == face or font["name"].getDebugName(1) == face:
            return font
    sys.exit(f"{collection} has no face {face!r}")


def signs(folder: Path) -> TTFont:
    """The signs of three fonts in one."""
    wanted = {c for first, last in SIGN_RANGES for c in range(first, last + 1)}
    files = [
        *pieces(folder, "noto-sans-math", ["latin"], 400),
        *pieces(folder, "noto-sans-symbols", ["symbols", "latin"], 400),
        *pieces(folder, "noto-sans-symbols-2", ["symbols", "latin", "math"], 400),
    ]
    font = cut(merged(files, folder), wanted)
    # Marks of direction, joiners and variation selectors have no shape; where no font has them,
    # the browser engine goes looking for one.
    font["glyf"]["invisible"] = Glyph()
    font["hmtx"]["invisible"] = (0, 0)
    font.setGlyphOrder(font["glyf"].glyphOrder)
    for table in font["cmap"].tables:
        table.cmap.update({c: "invisible" for c in INVISIBLE if c not in table.cmap})
    return font


def main() -> None:
    """Make every font."""
    OUT.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        fetch(folder)
        for family, package, subsets in TEXT:
            for weight in (400, 600, 700):
                save(merged(pieces(folder, package, subsets, weight), folder), family, weight)
        save(signs(folder), "NotoSansSymbols", 400)
        emoji = ["emoji", *map(str, range(11))]
        save(merged(pieces(folder, "noto-emoji", emoji, 400), folder), "NotoEmoji", 400)
    for family, face, codec, last_lead in EAST_ASIAN:
        for weight in (400, 700):
            font = east_asian(face, weight)
            save(cut(font, standard_set(codec, last_lead)), family, weight)


if __name__ == "__main__":
    main()
