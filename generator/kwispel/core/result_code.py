"""Result codes: quiz, version and answers in letters that a person can read out.

Source: docs/reference/result-codes.md, which says what each letter holds.
"""

from kwispel.core.flags import is_set

TYPE_CHECKING = False
if TYPE_CHECKING:
    from kwispel.core.shapes import Reply, Sheet
    from kwispel.core.shapes import SheetQuestion as Question

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford's base 32: no I, L, O or U."""
GROUP = 4

FORMAT = 1
TAG_LETTERS = 3
KEY_LETTERS = 4
CHECK_LETTERS = 2
TAG_PRIME = 32749
CHECK_PRIME = 1021
"""The greatest primes below 32 to the power 3 and 2: one wrong letter, or two that
changed places, always change the remainder."""
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
        *body_of(sheet["questions"], known),
    ]
    digits += _digits(remainder(digits), CHECK_LETTERS)
    letters = "".join([ALPHABET[digit] for digit in digits])
    starts = range(0, len(letters), GROUP)
    return "-".join([letters[start : start + GROUP] for start in starts])


def tag_of(quiz: str) -> int:
    """Give the number below 32749 by which a code names its quiz."""
    tag = 0
    for letter in quiz:
        tag = (tag * 257 + ord(letter)) % TAG_PRIME
    return tag


def body_of(questions: "list[Question]", known: "list[Reply]") -> list[int]:
    """Give the letters of the answers: as many for each set of answers."""
    number, count, most = 0, 1, 1
    for question, reply in zip(questions, known, strict=True):
        ways = ways_of(question)
        most *= ways
        if reply["state"] != "hidden":
            number += count * _way(question, reply)
            count *= ways
    letters = 0
    while most > 1:
        most = -(-most // len(ALPHABET))
        letters += 1
    return _digits(number, letters)


def ways_of(question: "Question") -> int:
    """Say in how many ways a question can be answered or left open."""
    if is_set(question, "multiple"):
        counted = counting(question)
        return sets_of(counted) + len(question["options"]) - len(counted)
    return len(question["options"]) + (1 if is_set(question, "optional") else 0)


def counting(question: "Question") -> list[int]:
    """Give the positions of the options that are not n.a."""
    points = question["points"]
    return [at for at, worth in enumerate(points) if worth is not None]


def sets_of(counted: list[int]) -> int:
    """Say how many sets of ticks there are."""
    return int(2 ** len(counted))


def _way(question: "Question", reply: "Reply") -> int:
    """Give the number of a way: open first where it may be, then the options in order.

    Of several ticks each stands for a power of 2, and n.a. comes after all of those.
    """
    chosen = reply["chosen"]
    if not is_set(question, "multiple"):
        return chosen[0] + (1 if is_set(question, "optional") else 0) if chosen else 0
    counted = counting(question)
    if reply["state"] == "na":
        before = [at for at in range(chosen[0]) if at not in counted]
        return sets_of(counted) + len(before)
    way = 0
    for at in reversed(counted):
        way = 2 * way + (1 if at in chosen else 0)
    return way


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


def remainder(digits: list[int]) -> int:
    """Give what the letters that check the others are made of."""
    left = 0
    for digit in digits:
        left = (left * len(ALPHABET) + digit) % CHECK_PRIME
    return left
