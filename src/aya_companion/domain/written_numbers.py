"""Where in a text digits stand that are a telephone number, and what of that may be read otherwise."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate

from aya_companion.domain.errors import InvalidRecordError
from aya_companion.domain.phone_number import LONGEST, PhoneNumber, number_of

FULL = 7
"""From so many digits on, a number among words is one that anybody can call. Shorter ones may be a
room or a year."""

EMERGENCY = frozenset({"112", "911", "999"})
"""What people write two of beside each other: "112 911" is hardly one number."""


@dataclass(frozen=True)
class Found:
    """A number, from where to where it stands, and whether letters spell it as on a keypad."""

    number: PhoneNumber
    start: int
    end: int
    spelled: bool = False

    @property
    def is_full(self) -> bool:
        """Whether it is one that anybody can call."""
        return sum(key.isdecimal() for key in self.number.keys) >= FULL

    def overlaps(self, other: Found) -> bool:
        """Whether both have a part of the text in common."""
        return self.start < other.end and other.start < self.end


_WITHIN = r"[ ().\[\]/-]*"
_EXTENSION = (
    r"(?:\s*[,;-]?\s*\(?\s*(?:ext(?:ension|ensi\u00f3n|n)?|x|poste|durchwahl|dw|anexo|interno|int|ramal"
    r"|\u062a\u062d\u0648\u064a\u0644\u0629|\u062f\u0627\u062e\u0644\u064a)\s*[.:=]*\s*"
    r"(?P<extension>,*[\d*#]+(?:,+[\d*#]+)*)\)?(?!\w)"
    r"|(?P<pause>,+\d{1,6}(?:,+\d{1,6})*)(?![\w(-])(?! ?\d))?"
)
_WRITTEN = re.compile(
    rf"(?P<plus>\+)?[ (\[]*(?P<keys>\d(?:{_WITHIN}\d)*|[*#][\d*#]*(?: ?[\d*#]+)*){_EXTENSION}",
    re.IGNORECASE,
)
_SPELLED = re.compile(
    r"(?<![\w+*#])(?P<plus>\+)?\(?(?P<prefix>(?:1[ .)-]*)?8(?:00|33|44|55|66|77|88)|0800|0500|1[38]00)"
    r"(?P<tail>(?:[ .)-]*(?:(?!EXT)[A-Z]{2,}+|\d))+)(?!\w)",
    re.IGNORECASE,
)
_KEYPAD = str.maketrans("ABCDEFGHIJKLMNOPQRSTUVWXYZ", "22233344455566677778889999")


class Look:
    """One look at a text: the numbers ``found``, and whether something was ``doubted``."""

    def __init__(self, text: str) -> None:
        self.found: list[Found] = []
        self.doubted = False
        self._small: list[tuple[int, int, bool]] = []
        self._text = self._read_spelled(text)
        for match in _WRITTEN.finditer(self._text):
            self._read_cluster(match)
        self._weigh_small()

    @property
    def numbers(self) -> list[PhoneNumber]:
        """The numbers found."""
        return [one.number for one in self.found]

    def is_all(self, one: Found) -> bool:
        """Whether nothing but a number stands there: a short one is meant then."""
        return not re.search(r"\w", self._text[: one.start] + self._text[one.end :])

    def _add(
        self,
        groups: list[str],
        start: int,
        end: int,
        plus: bool = False,
        extension: str = "",
        *,
        spelled: bool = False,
    ) -> None:
        try:
            number = number_of(groups, plus=plus, extension=extension)
        except InvalidRecordError:
            self.doubted = True
        else:
            self.found.append(Found(number, start, end, spelled))

    # Letters of a keypad

    def _read_spelled(self, text: str) -> str:
        """Reads the letters behind a prefix that nobody answers: 1 800 CALL NOW."""
        for match in _SPELLED.finditer(text):
            tail = match["tail"]
            first = re.search(r"[A-Z]", tail, re.IGNORECASE)
            prefix = re.findall(r"\d+", match["prefix"])
            if first is None or self._is_full(prefix, tail[: first.start()]):
                continue
            lengths = range(10, 12) if prefix[0][0] != "0" else range(8, 12)
            pieces = re.findall(r"[A-Z0-9]+", tail, re.IGNORECASE)
            keys = [piece.upper().translate(_KEYPAD) for piece in pieces]
            sums = list(accumulate(map(len, keys), initial=len("".join(prefix))))[1:]
            whole = sums[-1] in lengths and tail.upper() == tail
            self.doubted |= not whole
            fitting = [n for n, total in enumerate(sums, 1) if total in lengths]
            for count in [len(keys)] if whole else fitting:
                groups = [*prefix, *keys[:count]]
                self._add(groups, *match.span(), bool(match["plus"]), spelled=True)
            if whole or fitting:
                blotted = "~" * len(match.group())
                text = text[: match.start()] + blotted + text[match.end() :]
        return text

    @staticmethod
    def _is_full(prefix: list[str], behind: str) -> bool:
        digits = len("".join(prefix)) + sum(map(str.isdecimal, behind))
        return digits >= (FULL if prefix[0][0] == "0" else 10)

    def _read_letters(self, groups: list[str], start: int, end: int, plus: bool) -> None:
        """Letters behind other digits are words or keys: 555 TAXI, 112 WARD."""
        word = re.match(r"[ .-]?([A-Z]{3,})(?!\w)", self._text[end:])
        if word and len("".join(groups)) + len(word[1]) in (7, 10, 11):
            self.doubted = True
            keys = word[1].translate(_KEYPAD)
            self._add([*groups, keys], start, end + word.end(), plus, spelled=True)

    # Digits

    def _read_cluster(self, match: re.Match[str]) -> None:
        """Reads digits that stand together: one number, or several."""
        plus, extension = bool(match["plus"]), match["extension"] or (match["pause"] or "")[1:]
        start, end = match.span("keys")
        written_from = match.end() - len(match.group().lstrip())
        if match["pause"] and (len(extension) > 2 and "," not in match["pause"][1:]):
            self._doubt_pause(match)
        if match["pause"] and sum(map(str.isdecimal, match["keys"])) < 5:
            extension = ""  # 112,15 are two
            self._add([match["pause"].strip(",")], match.start("pause") + 1, match.end("pause"))
            self.doubted = True
        written = match["keys"]
        if plus:  # ITU-T E.123: the zero in brackets is not dialled from abroad
            written = re.sub(r"\(\s*0\s*\)", lambda zero: " " * len(zero.group()), written)
        parts = list(self._parts(written, start, plus))
        for place, (part, begins) in enumerate(parts):
            last = place == len(parts) - 1
            self._read_part(
                part,
                written_from if place == 0 else begins,
                (match.end() if extension else end) if last else begins + len(part),
                plus and place == 0,
                extension if last else "",
            )

    def _doubt_pause(self, match: re.Match[str]) -> None:
        """Behind a comma may be an extension or another number: 600111222,911."""
        self.doubted = True
        groups = re.findall(r"\d+", match["keys"])
        self._add(groups, match.start(), match.end("keys"), bool(match["plus"]))
        pause = match["pause"].strip(",")
        self._add([pause], match.end() - len(pause), match.end())

    def _parts(self, written: str, start: int, plus: bool) -> Iterator[tuple[str, int]]:
        """What a slash, a dash between spaces, or a bracket at the end divides into several."""
        bracket = written.rfind("(")
        if bracket > 0 and not re.search(r"\)\D*\d", written[bracket:]):
            yield from self._parts(written[:bracket], start, plus)
            yield from self._parts(written[bracket + 1 :], start + bracket + 1, False)
            return
        begins = 0
        for border in re.finditer(r" *[/] *| +- +", written):
            before = _digits(written[begins : border.start()])
            behind = _digits(re.split(r"/| - ", written[border.end() :])[0])
            if _is_area_code(before, behind, plus and begins == 0):
                continue
            if "/" not in border.group() and (len(before) < FULL or len(behind) < FULL):
                self.doubted = True  # 555 - 1234 may be one
                self._add(re.findall(r"\d+", written), start, start + len(written), plus)
            yield written[begins : border.start()], start + begins
            begins = border.end()
        yield written[begins:], start + begins

    def _read_part(self, part: str, start: int, end: int, plus: bool, extension: str) -> None:
        groups = re.findall(r"[\d*#]+", part)
        digits = _digits(part)
        if not digits:
            return
        before, behind = self._text[:start], self._text[end:]
        touches = bool(re.search(r"\w\Z", before)) or bool(re.match(r"\w", behind))
        if len(groups) > 1 and touches:
            self._leave_out(groups, part, start, end, plus, extension)
            return
        if len(digits) < 3 and not plus and not extension and part[0] not in "*#":
            beside = (
                touches or re.search(r"[^\W\d_]\W*\Z", before) or re.match(r" *[^\W\d_]", behind)
            )
            self._small.append((start, end, bool(beside)))
            return
        self.doubted |= touches
        self._add_long(groups, start, end, plus, extension)
        if not extension:
            self._read_letters(groups, start, end, plus)
        self._doubt_ends(groups, part, start, end, plus, extension)

    def _leave_out(
        self, groups: list[str], part: str, start: int, end: int, plus: bool, extension: str
    ) -> None:
        """A group that letters touch, as in "912 345 678 3rd floor", may be none of the number's."""
        self.doubted = True
        self._add(groups, start, end, plus, extension)
        if re.search(r"\w\Z", self._text[:start]):
            self._add(
                groups[1:], start + part.index(groups[1], len(groups[0])), end, False, extension
            )
        else:
            self._add(groups[:-1], start, start + part.rindex(groups[-1]), plus)

    def _add_long(
        self, groups: list[str], start: int, end: int, plus: bool, extension: str
    ) -> None:
        """Two numbers with nothing but a space between them have the same shape twice."""
        keys, half = "".join(groups), len(groups) // 2
        shapes = [len(group) for group in groups]
        many = len(keys) > 12 or (len(groups) == 2 and not EMERGENCY.isdisjoint(groups))
        twice = many and not plus and shapes[:half] == shapes[half:]
        if not twice or not groups[0].isdecimal():
            self._add(groups, start, end, plus, extension)
            return
        self.doubted = True
        middle = start + re.search(rf"(?:\d+\D*){{{half}}}", self._text[start:end]).end()  # type: ignore[union-attr]
        self._add(groups[:half], start, middle)
        self._add(groups[half:], middle, end, False, extension)
        if len(keys) <= LONGEST:
            self._add([keys], start, end, False, extension)

    def _doubt_ends(
        self, groups: list[str], part: str, start: int, end: int, plus: bool, extension: str
    ) -> None:
        """The number of a room beside words may stand beside the telephone's: Ward 12 020 7946 0958."""
        if len(groups) < 2:
            return
        digits = _digits(part)
        short = len(groups[0]) < 3 or len(digits) > 11
        if (
            re.search(r"[^\W\d_] +\Z", self._text[:start])
            and short
            and not plus
            and groups[0][0] != "0"
            and len(digits) - len(groups[0]) >= FULL - 1
        ):
            self.doubted = True
            self._add(
                groups[1:], start + part.index(groups[1], len(groups[0])), end, False, extension
            )
        ends_small = len(groups[-1]) < 3 <= len(groups[-2])
        if re.match(r" +[^\W\d_]", self._text[end:]) and ends_small and not extension:
            self.doubted = True
            self._add(groups[:-1], start, start + part.rindex(groups[-1]), plus)

    def _weigh_small(self) -> None:
        """One or two digits are a label beside a word (Ward 12: ...), else perhaps a number (15)."""
        full = any(one.is_full for one in self.found)
        alone = not self.found and len(self._small) == 1
        for start, end, beside in self._small:
            if beside and full:
                continue
            digits = re.findall(r"\d+", self._text[start:end])
            if len("".join(digits)) == 2:
                self._add(digits, start, end)
            self.doubted |= not alone


def _digits(written: str) -> str:
    return "".join(filter(str.isdecimal, written))


def _is_area_code(before: str, behind: str, international: bool) -> bool:
    """Whether a slash stands within one number (030/123456) and not between two (112 / 911)."""
    begins = international or before.startswith("0")
    return begins and 0 < len(before) <= 6 and len(before) <= len(behind)
