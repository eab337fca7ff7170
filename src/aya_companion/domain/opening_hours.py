"""Hours in what somebody wrote, so that they are not taken for a telephone number.

An hour is at most 24, and a number is never written with a colon.
"""

from __future__ import annotations

import re

_HOUR = r"(?:2[0-4]|[01]?\d)"
_TIME_WORD = (
    r"(?:h|hs|hrs?|hours?|horas?|heures?|std|stunden|uhr|uur|am|pm|a\.m\.?|p\.m\.?"
    r"|days?|d[i\u00ed]as?|jours?|tage"
    r"|\u0633\u0627\u0639(?:\u0629|\u0647|\u0627\u062a)|\u0633|\u0635|\u0645"
    r"|\u0635\u0628\u0627\u062d\u0627\u064b?|\u0645\u0633\u0627\u0621\u064b?|\u0623\u064a\u0627\u0645|\u0627\u064a\u0627\u0645)(?!\w)"
)
_CLOCK = rf"{_HOUR}(?:[:.h][0-5]\d)?(?:\s*{_TIME_WORD})?"
_BETWEEN = r"(?:-|to|till|until|a|\u00e0|bis|hasta|\u0625\u0644\u0649|\u0627\u0644\u0649|\u062d\u062a\u0649)"
_HOURS = re.compile(
    rf"(?P<always>24\s*[/x]\s*7(?:\s*/\s*365)?(?!\d))|(?P<range>{_CLOCK}\s*{_BETWEEN}\s*{_CLOCK})"
    rf"|(?P<time>{_HOUR}:[0-5]\d(?:\s*{_TIME_WORD})?|{_HOUR}\s*{_TIME_WORD})",
    re.IGNORECASE,
)


def without_hours(plain: str, *, sure: bool) -> str:
    """The text with a sign in place of each of its hours, as long as before.

    With ``sure``, only of those that can be nothing else: "8-17" beside other digits may be part of a
    number. Digits and dashes are expected as in ASCII.
    """

    def blot(match: re.Match[str]) -> str:
        written = match.group()
        before, behind = plain[: match.start()], plain[match.end() :]
        if re.search(r"[\d+][-./:]?\Z", before) or re.match(r"[-./:]?\d", behind):
            return written  # in the middle of a number
        touches = re.search(r"\d[ /-]*\Z", before) or re.match(r"[ /-]*\d", behind)
        alone = match["always"] or re.match(r"24\D*\Z", written) or ":" in written or not touches
        return "~" * len(written) if alone or not sure else written

    return _HOURS.sub(blot, plain)
