"""Result codes: quiz, version and answers in letters that a person can read out.

Source: docs/reference/result-codes.md, which says what each letter holds.
"""

from kwispel.core.flags import is_set
from kwispel.core.replies import is_asked, reply_to

TYPE_CHECKING = False
if TYPE_CHECKING:
    from kwispel.core.shapes import Answers, CodeHead, Replay, Reply, Sheet
    from kwispel.core.shapes import SheetQuestion as Question

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford's base 32: no I, L, O or U."""
READ_AS = {"I": "1", "L": "1", "O": "0"}
BETWEEN = "-\u2010\u2011\u2012\u2013\u2014 \u00a0\t\r\n"
"""What may stand between letters: hyphens and spaces, as people and programs set."""
GROUP = 4

FORMAT = 1
TAG_LETTERS = 3
KEY_LETTERS = 4
CHECK_LETTERS = 2
TAG_PRIME = 32749
CHECK_PRIME = 1021
"""The greatest primes below 32 to the power 3 and 2: one wrong letter, or two that
changed places, always change the remainder."""
MOST_LETTERS = 4000
MORE = 16
"""Set in every letter of a version but its last."""


def result_code(sheet: "Sheet", known: "list[Reply]") -> str | None:
    """Give the code of a set of answers, None where the sheet has no key."""
    if "key" not in sheet:
        return None
    key = sheet["key"]
    digits = [
        FORMAT,
        *_digits(tag_of(sheet["quiz"]), TAG_LETTERS),
        *_digits(key, KEY_LETTERS),
        *_version_digits(sheet["version"]),
        *_body(sheet["questions"], known),
    ]
    digits += _digits(_remainder(digits), CHECK_LETTERS)
    letters = "".join([ALPHABET[digit] for digit in digits])
    starts = range(0, len(letters), GROUP)
    return "-".join([letters[start : start + GROUP] for start in starts])


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
    if digits[0] != FORMAT or _number(check) != _remainder(digits):
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
            rest, way = divmod(rest, _ways(question))
            answer = _answer(question, way)
            if answer is not None:
                answers[question["id"]] = answer
            known.append(reply_to(question, answer))
        else:
            known.append({"state": "hidden", "chosen": []})
    is_whole = rest == 0 and body == _body(questions, known)
    return answers if is_whole else None


def tag_of(quiz: str) -> int:
    """Give the number below 32749 by which a code names its quiz."""
    tag = 0
    for letter in quiz:
        tag = (tag * 257 + ord(letter)) % TAG_PRIME
    return tag


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


def _body(questions: "list[Question]", known: "list[Reply]") -> list[int]:
    """Give the letters of the answers: as many for each set of answers."""
    number, count, most = 0, 1, 1
    for question, reply in zip(questions, known, strict=True):
        ways = _ways(question)
        most *= ways
        if reply["state"] != "hidden":
            number += count * _way(question, reply)
            count *= ways
    letters = 0
    while most > 1:
        most = -(-most // len(ALPHABET))
        letters += 1
    return _digits(number, letters)


def _ways(question: "Question") -> int:
    """Say in how many ways a question can be answered or left open."""
    if is_set(question, "multiple"):
        counted = _counted(question)
        return _sets(counted) + len(question["options"]) - len(counted)
    return len(question["options"]) + (1 if is_set(question, "optional") else 0)


def _counted(question: "Question") -> list[int]:
    """Give the positions of the options that are not n.a."""
    points = question["points"]
    return [at for at, worth in enumerate(points) if worth is not None]


def _sets(counted: list[int]) -> int:
    """Say how many sets of ticks there are."""
    return int(2 ** len(counted))


def _way(question: "Question", reply: "Reply") -> int:
    """Give the number of a way: open first where it may be, then the options in order.

    Of several ticks each stands for a power of 2, and n.a. comes after all of those.
    """
    chosen = reply["chosen"]
    if not is_set(question, "multiple"):
        return chosen[0] + (1 if is_set(question, "optional") else 0) if chosen else 0
    counted = _counted(question)
    if reply["state"] == "na":
        before = [at for at in range(chosen[0]) if at not in counted]
        return _sets(counted) + len(before)
    way = 0
    for at in reversed(counted):
        way = 2 * way + (1 if at in chosen else 0)
    return way


def _answer(question: "Question", way: int) -> str | list[str] | None:
    options = question["options"]
    if not is_set(question, "multiple"):
        at = way - (1 if is_set(question, "optional") else 0)
        return None if at < 0 else options[at]
    counted = _counted(question)
    if way < _sets(counted):
        ticked: list[str] = []
        for at in counted:
            way, is_ticked = divmod(way, 2)
            if is_ticked:
                ticked.append(options[at])
        return ticked or None
    others = [at for at in range(len(options)) if at not in counted]
    return [options[others[way - _sets(counted)]]]


def _version_digits(version: int) -> list[int]:
    digits = [version % MORE]
    while version >= MORE:
        version //= MORE
        digits.insert(0, MORE + version % MORE)
    return digits


def _digits(number: int, letters: int) -> list[int]:
    digits: list[int] = []
    for _ in range(letters):
        number, digit = divmod(number, len(ALPHABET))
        digits.insert(0, digit)
    return digits


def _number(digits: list[int]) -> int:
    number = 0
    for digit in digits:
        number = number * len(ALPHABET) + digit
    return number


def _remainder(digits: list[int]) -> int:
    remainder = 0
    for digit in digits:
        remainder = (remainder * len(ALPHABET) + digit) % CHECK_PRIME
    return remainder
