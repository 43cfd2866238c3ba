"""The plain data that the core takes and gives.

Nothing here exists at run time: the shapes are for type checkers and readers, so that
the browser is spared them. Everything but `Ratio` is what JSON can hold.
"""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Literal, TypedDict

    from kwispel.core.ratio import Ratio

    Pair = list[int]
    """An exact number as [numerator, denominator], denominator > 0."""

    Answers = dict[str, str]
    """Question id to option id; an open question is absent."""

    class SheetQuestion(TypedDict):
        """One question: its options in order, by id.

        Units: points in 1/unit, after `reverse`; None stands for n.a.
        """

        id: str
        options: list[str]
        points: list[int | None]
        unit: int

    class Member(TypedDict):
        """A question's part in one score.

        Units: all whole numbers in 1/unit of the score. points are weight times
        value by option, None for n.a.; low and high their least and greatest.
        """

        question: int
        points: list[int | None]
        low: int
        high: int
        weight: int

    # "from" is a word of Python's, hence the call.
    SheetBand = TypedDict("SheetBand", {"id": str, "from": Pair | None})
    """A band and its lower limit; the first may have none: it starts at the minimum."""

    class Minimum(TypedDict):
        """How many of the asked members must be answered: both must hold."""

        count: int
        share: Pair

    class SheetScore(TypedDict):
        """How one score is computed: the total's, or a factor's."""

        id: str
        method: Literal["sum", "mean", "percent"]
        multiply: Pair
        add: Pair
        minimum_answered: Minimum
        decimals: int
        unit: int
        members: list[Member]
        bands: list[SheetBand]

    class Sheet(TypedDict):
        """A compiled quiz: all that scoring needs, and nothing else.

        Shape: scores has the total first, where there is one (its id is "total"),
        then the factors in order of showing.
        """

        quiz: str
        version: int
        questions: list[SheetQuestion]
        scores: list[SheetScore]

    ScoreBand = TypedDict("ScoreBand", {"id": str, "from": "Ratio"})

    class Score(TypedDict):
        """What came out for the total or a factor.

        Shape: value, exact, text, percent and band are None where there is no score.
        """

        value: "Ratio | None"
        exact: str | None
        text: str | None
        min: "Ratio"
        max: "Ratio"
        percent: "Ratio | None"
        band: str | None
        bands: list[ScoreBand]
        answered: int
        of: int
        rescaled: bool

    class LedgerLine(TypedDict):
        """What one question brought: value and left are None where it was n.a."""

        question: str
        answer: str | None
        value: "Ratio | None"
        min: "Ratio"
        max: "Ratio"
        left: "Ratio | None"
        feeds: list[str]

    class Result(TypedDict):
        """Everything that a set of answers says.

        Shape: total is None where no question counts in it; factors by id, in order.
        Source: docs/reference/scoring.md, "The result".
        """

        quiz: str
        version: int
        total: Score | None
        factors: dict[str, Score]
        ledger: list[LedgerLine]

    class Outcome(TypedDict):
        """A result, or the ids of the questions that are still open."""

        open: list[str]
        result: Result | None
