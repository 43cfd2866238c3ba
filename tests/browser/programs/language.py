# ruff: noqa: B009, B018, BLE001, C406, C408, E501, FBT003, FLY002, N818, PIE804, PLC3002, PLE0643, PLR0133, PLW0120, PYI034, RUF005, RUF057, SIM222, SIM905, UP031, UP032
# The many ways to say a thing are the point here.
"""Whatever of Python the core or the page may want to use: both Pythons must agree.

Kept to what the runtime promises; each function gives lines to be compared.
"""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator


def lines() -> list[str]:
    """Give what every function says, a line for each thing."""
    said = []
    for function in (
        whole_numbers,
        texts,
        formats,
        lists,
        sorting,
        dicts,
        sets,
        functions,
        late_names,
        classes,
        errors,
        flow,
    ):
        said += [f"{function.__name__}: {line}" for line in function()]
    return said


def whole_numbers() -> "Iterator[str]":
    """Divide, compare and convert, below and above 2 to the power 53."""
    for a in (7, -7, 0, 2**53 + 1, -(2**70) + 3):
        for b in (2, -3, 10**20):
            yield repr((a + b, a - b, a * b, a // b, a % b, divmod(a, b)))
            yield repr((a < b, a == b, min(a, b), max(a, b), a & 7, a << 3, a >> 2))
    yield repr((abs(-5), pow(3, 40), pow(3, 40, 7), -3 // 2, +4, ~5, 2**10))
    yield repr((int("42"), int(" -7 "), int("z", 36), str(10**21), bool(0), bool(3)))
    yield repr((hash(5) == hash(5), isinstance(True, int), True + True, round(7)))
    yield repr((hex(255), bin(5), oct(8), sum([1, 2, 3]), sum([], 5)))


def texts() -> "Iterator[str]":
    """Cut, join, search and compare."""
    text = "Één, twee — drie"
    yield repr((text.upper(), text.lower(), text.split(", "), text.split()))
    yield repr((text[0], text[-1], text[1:4], text[::-1], len(text), text * 2))
    yield repr((text.find("twee"), text.index("e"), text.count("e"), "dr" in text))
    yield repr((text.replace("e", "a"), text.startswith("Één"), text.endswith("x")))
    yield repr(("  x ".strip(), "xxaxx".strip("x"), "a-b-c".rsplit("-", 1)))
    yield repr(("a-b".partition("-"), "a-b-c".rpartition("-"), "ab".zfill(4)))
    yield repr(("x".ljust(3), "x".rjust(3, "."), "x".center(5), "a\nb".splitlines()))
    yield repr(("12".isdigit(), "²".isdigit(), "a".isdigit(), "½".isnumeric()))
    yield repr(("aé".isalpha(), " \t".isspace(), "A".isupper(), "hallo".title()))
    yield repr(("STRASSE".casefold(), "ab".capitalize(), "aB".swapcase(), ord("é")))
    yield repr((chr(233), "a" < "b", "a" < "B", sorted("kwispel"), "".join(["a", "b"])))
    yield repr(
        ("it's", 'say "x"', "tab\t", "\\", "a".removeprefix("a"), "x=1".split("="))
    )
    yield repr(
        ("abc".translate({97: "z"}), "a,b".split(","), "".split(","), "a.b"[-1:])
    )


def formats() -> "Iterator[str]":
    """Fill in texts and whole numbers."""
    number, text = 1234, "x"
    yield f"{number} {number:5} {number:<6}| {number:>6} {number:06} {number:,} {text!r}"
    yield f"{text:>3}|{text:<3}|{text:^3}|{text:-^5}|{number:x}|{-number:+}|{{}}"
    yield "{} {0}".replace("{0}", "{}").format(1, 2) + " {a}".format(a=3)
    yield "%s and %d and %5d and %r" % ("a", 3, 4, "b")


def lists() -> "Iterator[str]":
    """Change, cut, unpack and go through."""
    numbers = [3, 1, 2]
    numbers.append(5)
    numbers.extend([6, 7])
    numbers.insert(1, 9)
    numbers.remove(2)
    yield repr((numbers, numbers.pop(), numbers.pop(0), numbers.index(5), 6 in numbers))
    numbers[1:2] = [8, 8]
    del numbers[0]
    yield repr((numbers, numbers[::2], numbers[-2:], numbers + [1], [0] * 3, not []))
    first, *others, last = range(5)
    yield repr((first, others, last, list(reversed(others)), (1,) + (2, 3), ()))
    yield repr([(a, b) for a in range(3) if a != 1 for b in "xy"])
    yield repr((list(zip([1, 2], "ab", strict=True)), list(enumerate("ab", 1))))
    yield repr((list(map(str, [1, 2])), list(filter(None, [0, 1])), all([]), any([0])))
    yield repr(([1, 2] < [1, 3], (1, "a") == (1, "a"), max([2, 1], [2, 2]), [*"ab", 1]))
    yield repr((numbers.copy() is numbers, [1, 2, 1].count(1), list(range(9, 0, -3))))
    yield repr((range(5).index(2), range(5).count(2), {range(3): 1}[range(3)]))
    one, other = {"a": 1, "b": 2}, {"b": 3, "a": 4}
    yield repr(
        (list(reversed(one)), list(reversed(one.items())), isinstance(1, int | str))
    )
    yield repr((one.keys() == other.keys(), sorted(one.keys() & other.keys())))
    numbers.clear()
    yield repr((numbers, tuple(x * x for x in range(4)), next(iter([7])), len(())))


def sorting() -> "Iterator[str]":
    """Sort stably, by key and backwards, and great numbers too."""
    words = ["pear", "fig", "Apple", "kiwi", "date"]
    yield repr((sorted(words), sorted(words, key=len), sorted(words, reverse=True)))
    yield repr(sorted(words, key=lambda word: (-len(word), word.lower()), reverse=True))
    yield repr(sorted([10**20, 3, -(10**19), 0, 2**53 + 1, 2**53]))
    pairs = [(n % 3, n) for n in range(30)]
    yield repr(sorted(pairs, key=lambda pair: pair[0]))
    yield repr(sorted(pairs, key=lambda pair: pair[0], reverse=True))
    words.sort(key=str.lower)
    yield repr((words, min(words, key=len), max(pairs), sorted([True, 0, 2])))


def dicts() -> "Iterator[str]":
    """Look up, change and go through, in the order of adding."""
    ages = {"b": 1, "a": 2}
    ages["c"] = 3
    ages.update({"d": 4}, e=5)
    yield repr((ages, list(ages), list(ages.values()), list(ages.items()), "a" in ages))
    yield repr((ages.get("x"), ages.get("x", 0), ages.pop("d"), ages.pop("x", None)))
    yield repr((ages.setdefault("a", 9), ages.setdefault("f", 9), len(ages), bool({})))
    del ages["e"]
    yield repr(({**ages, "z": 0}, ages | {"a": 0}, dict([("k", 1)]), dict(k=2)))
    yield repr({key.upper(): value for key, value in ages.items() if value > 1})
    yield repr((ages == {"f": 9, "c": 3, "a": 2, "b": 1}, dict.fromkeys("ab", 0)))
    yield repr(({(1, 2): "tuple", 3: "int", None: "none", "s": {}}, ages.copy()))
    for key, value in sorted(ages.items()):
        yield f"{key}={value}"


def sets() -> "Iterator[str]":
    """Unite, cut and compare; shown in order."""
    a, b = {1, 2, 3}, {3, 4}
    yield repr([sorted(x) for x in (a | b, a & b, a - b, a ^ b, set("hello"))])
    yield repr((2 in a, a <= {1, 2, 3, 4}, len(a), sorted({n % 3 for n in range(9)})))
    a.add(9)
    a.discard(1)
    yield repr((sorted(a), sorted(frozenset([2, 1])), set(), a.isdisjoint({5})))


def functions() -> "Iterator[str]":
    """Call with all kinds of arguments, close over names, generate."""

    def given(a: int, b: int = 2, /, *rest: int, c: int = 3, **more: int) -> str:
        return repr((a, b, rest, c, more))

    yield given(1)
    yield given(1, 5, 6, 7, c=8, d=9)
    yield given(*[1, 2, 3], **{"c": 4})
    yield repr([f(2) for f in [lambda x, k=k: x * k for k in range(3)]])
    count = 0

    def up() -> int:
        nonlocal count
        count += 1
        return count

    yield repr((up(), up(), count))
    yield repr(list(_countdown(3)))
    yield repr([x for part in _nested() for x in part])
    yield repr((lambda *a: len(a))(1, 2))
    if (n := len("abc")) > 2:
        yield str(n)


def _countdown(n: int) -> "Iterator[int]":
    while n:
        yield n
        n -= 1
    yield from (-1, -2)


def _nested() -> "Iterator[list[int]]":
    yield [1]
    yield [2, 3]


def late_names() -> "Iterator[str]":
    """Find names that are set after the function that uses them."""

    def early() -> int:
        return later + LATE

    later = 40
    yield repr(early())
    yield repr(_defined_below(1))

    def unset() -> int:
        if later < 0:
            value = 1
        return value

    try:
        unset()
    except UnboundLocalError as error:
        yield str(error)
    try:
        no_such_name
    except NameError as error:
        yield str(error)


LATE = 2


def _defined_below(n: int) -> int:
    return n + LATE


class Animal:
    """A class with a bit of everything."""

    kind = "animal"
    __slots__ = ("name",)

    def __init__(self, name: str) -> None:
        """Keep the name."""
        self.name = name

    @property
    def loud(self) -> str:
        """Give the name in capitals."""
        return self.name.upper()

    @classmethod
    def make(cls, name: str) -> "Animal":
        """Make one."""
        return cls(name)

    @staticmethod
    def legs() -> int:
        """Count the legs."""
        return 4

    def __eq__(self, other: object) -> bool:
        """Compare by name."""
        if not isinstance(other, Animal):
            return NotImplemented
        return self.name == other.name

    def __hash__(self) -> int:
        """Hash by name."""
        return hash(self.name)

    def __lt__(self, other: "Animal") -> bool:
        """Order by name."""
        return self.name < other.name

    def __repr__(self) -> str:
        """Show the kind and the name."""
        return f"{type(self).__name__}({self.name!r})"


class Dog(Animal):
    """A class below another."""

    kind = "dog"

    def __init__(self, name: str) -> None:
        """Add to the name."""
        super().__init__(name + "!")

    def __add__(self, other: object) -> str:
        """Add on the left."""
        return f"{self.name}+{other}"

    def __radd__(self, other: object) -> str:
        """Add on the right."""
        return f"{other}+{self.name}"

    def __len__(self) -> int:
        """Give the length of the name."""
        return len(self.name)

    def __getitem__(self, place: int) -> str:
        """Give a letter."""
        return self.name[place]

    def __contains__(self, letter: str) -> bool:
        """Look for a letter."""
        return letter in self.name

    def __call__(self) -> str:
        """Call the dog."""
        return "here, " + self.name

    def __neg__(self) -> str:
        """Turn the name round."""
        return self.name[::-1]


def classes() -> "Iterator[str]":
    """Make, inherit, compare and use operators."""
    rex, cat = Dog("rex"), Animal.make("cat")
    yield repr((rex, cat, rex.loud, Dog.legs(), rex.kind, isinstance(rex, Animal)))
    yield repr((cat == Animal("cat"), cat != rex, cat == 3, sorted([rex, cat])))
    yield repr((rex + 1, 2 + rex, len(rex), rex[0], "x" in rex, rex(), -rex))
    yield repr((getattr(cat, "name"), hasattr(cat, "x"), getattr(cat, "x", 0)))
    yield repr((type(rex) is Dog, issubclass(Dog, Animal), callable(rex), Dog.__name__))
    yield repr(({cat: 1}[Animal("cat")], str(rex), f"{cat}", len({cat, Animal("cat")})))


class TooFar(ValueError):
    """An error of our own."""


def errors() -> "Iterator[str]":
    """Raise, catch, chain and clean up."""
    for wrong in (_no_key, _no_index, _no_attribute, _no_number, _zero, _our_own):
        try:
            wrong()
        except TooFar as error:
            yield f"ours {error} {error.args}"
        except (LookupError, AttributeError) as error:
            yield f"{type(error).__name__} {error}"
        except Exception as error:
            yield type(error).__name__
        else:
            yield "nothing"
        finally:
            yield "cleaned"
    try:
        assert 1 == 2, "not equal"
    except AssertionError as error:
        yield str(error)


def _no_key() -> None:
    {"a": 1}["b"]


def _no_index() -> None:
    [][1]


def _no_attribute() -> None:
    "text".nothing


def _no_number() -> None:
    int("x")


def _zero() -> None:
    1 // 0


def _our_own() -> None:
    try:
        _no_key()
    except KeyError as error:
        raise TooFar("too far") from error


def flow() -> "Iterator[str]":
    """Loop, break, continue, and take both branches."""
    found = []
    for n in range(20):
        if n % 2:
            continue
        if n > 10:
            break
        found.append(n)
    else:
        found.append(-1)
    yield repr(found)
    n = 0
    while n < 3:
        n += 1
    else:
        found.append(n)
    yield repr((found, "a" if n else "b", n and 5, 0 or "x", None is None, 1 < n <= 3))
    a = b = 1
    a, b = b + 1, a
    a += 2
    b *= 5
    a -= 1
    b //= 2
    yield repr((a, b))
    with Door() as door:
        yield door.state
    yield door.state


class Door:
    """Something to be entered and left."""

    def __init__(self) -> None:
        """Start closed."""
        self.state = "closed"

    def __enter__(self) -> "Door":
        """Open."""
        self.state = "open"
        return self

    def __exit__(self, *_: object) -> None:
        """Close again."""
        self.state = "closed again"
