"""A reminder in the format of calendars: take the quiz again on a day.

Source: RFC 5545.
"""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TypedDict

    class Reminder(TypedDict):
        """What a calendar keeps.

        Shape: day is as "2027-02-20", moment as "2026-11-22T10:00:00.000Z", the moment
        at which the reminder is made; quiz is the quiz's id. text is in lines.
        """

        quiz: str
        moment: str
        day: str
        title: str
        text: str
        url: str


MEDIA_TYPE = "text/calendar;charset=utf-8"
LINE_OCTETS = 75
AT_NINE = "PT9H"
"""An alarm counts from the beginning of the day, which is midnight."""


def calendar_text(reminder: "Reminder") -> str:
    """Give the file that a calendar reads."""
    title = _escaped(reminder["title"])
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//kwispel//kwispel//EN",
        "BEGIN:VEVENT",
        "UID:" + _uid(reminder),
        "DTSTAMP:" + _stamp(reminder["moment"]),
        "DTSTART;VALUE=DATE:" + reminder["day"].replace("-", ""),
        "SUMMARY:" + title,
        "DESCRIPTION:" + _escaped(reminder["text"]),
        "URL:" + reminder["url"],
        "TRANSP:TRANSPARENT",
        "BEGIN:VALARM",
        "ACTION:DISPLAY",
        "DESCRIPTION:" + title,
        "TRIGGER:" + AT_NINE,
        "END:VALARM",
        "END:VEVENT",
        "END:VCALENDAR",
    ]
    return "".join([_folded(line) + "\r\n" for line in lines])


def _uid(reminder: "Reminder") -> str:
    """Give a name that no other reminder has: nobody makes two in a millisecond."""
    digits = "".join([sign for sign in reminder["moment"] if "0" <= sign <= "9"])
    return f"{reminder['quiz']}-{digits}@kwispel"


def _stamp(moment: str) -> str:
    return moment.split(".", maxsplit=1)[0].replace("-", "").replace(":", "") + "Z"


def _escaped(text: str) -> str:
    """Write a text as a value, without the control characters that none may hold."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    kept = "".join([sign for sign in lines if sign >= " " or sign == "\n"])
    for sign in ("\\", ";", ","):
        kept = kept.replace(sign, "\\" + sign)
    return kept.replace("\x7f", "").replace("\n", "\\n")


def _folded(line: str) -> str:
    """Break a line where it grows too long, never within a character."""
    parts: list[str] = []
    part, length = "", 0
    for sign in line:
        octets = _octets(ord(sign))
        if length + octets > LINE_OCTETS:
            parts.append(part)
            # The blank that begins what goes on counts too.
            part, length = " ", 1
        part += sign
        length += octets
    return "\r\n".join([*parts, part])


def _octets(code: int) -> int:
    """Say how long a character is in UTF-8.

    Where a browser's text is in halves of 16 bits, the first half of a pair counts for
    both, so that they are never parted.
    """
    if 0xD800 <= code < 0xE000:  # noqa: PLR2004 - where the halves are
        return 4 if code < 0xDC00 else 0  # noqa: PLR2004 - where the second ones begin
    limits = (0x80, 0x800, 0x10000)
    return 1 + len([limit for limit in limits if code >= limit])
