"""Read result codes: the answers that letters hold, or what is wrong with them.

Source: docs/reference/result-codes.md, which says what each letter holds.
"""

from kwispel.core.flags import is_set
from kwispel.core.replies import is_asked, reply_to
from kwispel.core.result_code import (
    ALPHABET,
    CHECK_LETTERS,
    FORMAT,
    KEY_LETTERS,
    MORE,
    TAG_LETTERS,
    body_of,
    counting,
    remainder,
    sets_of,
    tag_of,
    ways_of,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from kwispel.core.shapes import Answers, CodeHead, Replay, Reply, Sheet
    from kwispel.core.shapes import SheetQuestion as Question

READ_AS = {"I": "1", "L": "1", "O": "0"}
BETWEEN = "-\u2010\u2011\u2012\u2013\u2014 \u00a0\t\r\n"
"""What may stand between letters: hyphens and spaces, as people and programs set."""
MOST_LETTERS = 4000


def replay(sheet: "Sheet", text: str) -> "Replay":
    """Give the answers that a code holds, or what keeps it from being read.

    Never raises, whatever the text is.
    """
    head = read_code(text)
    if head is None:
        return {"refused": "damaged", "answers": {}}
    if head["tag"] != tag_of(sheet["quiz"]):
        return {"refused": "other-quiz", "answers": {}}
    if head["version"] != sheet["version"]:
        return {"refused": "other-version", "answers": {}}
    if head["key"] != sheet.get("key"):
        return {"refused": "other-key", "answers": {}}
    answers = answers_in(sheet["questions"], head["body"])
    if answers is None:
        return {"refused": "damaged", "answers": {}}
    return {"refused": "", "answers": answers}


def read_code(text: str) -> "CodeHead | None":
    """Take a code apart; None where it is damaged or made up."""
    digits = _read_letters(text)
    if digits is None or len(digits) < 1 + TAG_LETTERS + KEY_LETTERS + CHECK_LETTERS:
        return None
    digits, check = digits[:-CHECK_LETTERS], digits[-CHECK_LETTERS:]
    if digits[0] != FORMAT or _number(check) != remainder(digits):
        return None
    key_at = 1 + TAG_LETTERS
    version_at = key_at + KEY_LETTERS
    version = 0
    for at in range(version_at, len(digits)):
        version = version * MORE + digits[at] % MORE
        if digits[at] < MORE:
            return {
                "tag": _number(digits[1:key_at]),
                "key": _number(digits[key_at:version_at]),
                "version": version,
                "body": digits[at + 1 :],
            }
    return None


def answers_in(questions: "list[Question]", body: list[int]) -> "Answers | None":
    """Give the answers that the letters after the head hold, None where none do."""
    answers: dict[str, str | list[str]] = {}
    known: list[Reply] = []
    rest = _number(body)
    for question in questions:
        if is_asked(question, known):
            rest, way = divmod(rest, ways_of(question))
            answer = _answer(question, way)
            if answer is not None:
                answers[question["id"]] = answer
            known.append(reply_to(question, answer))
        else:
            known.append({"state": "hidden", "chosen": []})
    is_whole = rest == 0 and body == body_of(questions, known)
    return answers if is_whole else None


def _read_letters(text: str) -> list[int] | None:
    digits: list[int] = []
    for letter in text[:MOST_LETTERS]:
        big = letter.upper()
        big = READ_AS.get(big, big)
        if len(big) == 1 and big in ALPHABET:
            digits.append(ALPHABET.index(big))
        elif letter not in BETWEEN:
            return None
    return None if len(text) > MOST_LETTERS else digits


def _answer(question: "Question", way: int) -> str | list[str] | None:
    options = question["options"]
    if not is_set(question, "multiple"):
        at = way - (1 if is_set(question, "optional") else 0)
        return None if at < 0 else options[at]
    counted = counting(question)
    if way < sets_of(counted):
        ticked: list[str] = []
        for at in counted:
            way, is_ticked = divmod(way, 2)
            if is_ticked:
                ticked.append(options[at])
        return ticked or None
    others = [at for at in range(len(options)) if at not in counted]
    return [options[others[way - sets_of(counted)]]]


def _number(digits: list[int]) -> int:
    number = 0
    for digit in digits:
        number = number * len(ALPHABET) + digit
    return number
