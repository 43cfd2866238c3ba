"""A reminder in the format of calendars: take the quiz again on a day.

Source: RFC 5545.
"""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TypedDict

    class Reminder(TypedDict):
        """What a calendar keeps.

        Shape: day is as "2027-02-20", moment as "2026-11-22T10:00:00.000Z", the moment
        at which the reminder is made; quiz is the quiz's id. text is in lines; url is
        empty where a file does not know it.
        """

        quiz: str
        moment: str
        day: str
        title: str
        text: str
        url: str


MEDIA_TYPE = "text/calendar;charset=utf-8"
LINE_OCTETS = 75


def calendar_text(reminder: "Reminder") -> str:
    """Give the file that a calendar reads; its alarm goes off at nine that day."""
    moment, title = reminder["moment"], _escaped(reminder["title"])
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//kwispel//kwispel//EN",
        "BEGIN:VEVENT",
        # Nobody makes two reminders of one quiz in a millisecond.
        f"UID:{reminder['quiz']}-{moment}@kwispel",
        f"DTSTAMP:{_short(moment)[:15]}Z",
        f"DTSTART;VALUE=DATE:{_short(reminder['day'])}",
        f"SUMMARY:{title}",
        f"DESCRIPTION:{_escaped(reminder['text'])}",
        *([f"URL:{reminder['url']}"] if reminder["url"] else []),
        "TRANSP:TRANSPARENT",
        "BEGIN:VALARM",
        "ACTION:DISPLAY",
        f"DESCRIPTION:{title}",
        "TRIGGER:PT9H",
        "END:VALARM",
        "END:VEVENT",
        "END:VCALENDAR",
    ]
    return "".join([_folded(line) + "\r\n" for line in lines])


def _short(moment: str) -> str:
    return moment.replace("-", "").replace(":", "")


def _escaped(text: str) -> str:
    """Write a text as a value, without the control characters that none may hold."""
    for sign in "\\;,":
        text = text.replace(sign, "\\" + sign)
    lines = text.replace("\r\n", "\n").replace("\n", "\\n").replace("\t", " ")
    return "".join([sign for sign in lines if sign >= " " and sign != "\x7f"])


def _folded(line: str) -> str:
    """Break a line where it grows too long, never within a character."""
    folded, length = "", 0
    for sign in line:
        code = ord(sign)
        octets = 1 + (code >= 0x80) + (code >= 0x800) + (code >= 0x10000)  # noqa: PLR2004 - of UTF-8
        if length + octets > LINE_OCTETS:
            folded += "\r\n "
            # The blank that begins what goes on counts too.
            length = 1
        folded += sign
        length += octets
    return folded
