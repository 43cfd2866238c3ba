"""The plain data that the core takes and gives.

Nothing here exists at run time: the shapes are for type checkers and readers, so that
the browser is spared them. Everything but `Ratio` is what JSON can hold.
"""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from typing import Literal, NotRequired, TypedDict

    from kwispel.core.ratio import Ratio

    Pair = list[int]
    """An exact number as [numerator, denominator], denominator > 0."""

    Answers = Mapping[str, str | list[str]]
    """Question id to option id, or to the ticked ones where several may be chosen.

    A question that is open, or of which nothing is ticked, is absent.
    """

    class Condition(TypedDict):
        """Holds where one of these options of an earlier question was chosen.

        Shape: positions, of the question in the sheet and of options in the question.
        """

        question: int
        options: list[int]

    class SheetQuestion(TypedDict):
        """One question: its options in order, by id.

        Shape: when is a list of alternatives, of which one must hold in all its
        conditions; without it the question is always asked. splits: its options have
        points per factor. What is false, 0 or empty is left out, to spare the page.
        Units: points in 1/unit, after `reverse`; None stands for n.a. The value of an
        answer is base and the points of what was chosen.
        """

        id: str
        options: list[str]
        points: list[int | None]
        unit: int
        base: NotRequired[int]
        multiple: NotRequired[bool]
        optional: NotRequired[bool]
        splits: NotRequired[bool]
        when: NotRequired[list[list[Condition]]]

    class Member(TypedDict):
        """A question's part in one score.

        Units: all whole numbers in 1/unit of the score. points are weight times
        what each option adds to base, None for n.a.; low and high the least and the
        greatest that the question can contribute.
        """

        question: int
        points: list[int | None]
        low: int
        high: int
        weight: int
        base: NotRequired[int]

    # "from" is a word of Python's, hence the calls.
    SheetBand = TypedDict(
        "SheetBand",
        {"id": str, "from": NotRequired[Pair | None], "above": NotRequired[Pair]},
    )
    """A band and its lower limit, which belongs to it (from) or not (above).

    from is None where the band starts at the minimum; one with neither is set by a
    hook alone.
    """

    class Minimum(TypedDict):
        """How many of the asked members must be answered: both must hold."""

        count: int
        share: Pair

    class ScoreTable(TypedDict):
        """What takes the place of a sum: the entry at sum - minimum, in 1/unit."""

        unit: int
        entries: list[int]

    Missing = Literal["rescale", "mean", "shrink", "lowest", "refuse"]

    Better = Literal["high", "low", "neither"]

    class SheetScore(TypedDict):
        """How one score is computed: the total's, or a factor's.

        Shape: missing is "rescale", hidden "leave" and better "high" where they are
        left out.
        """

        id: str
        method: Literal["sum", "mean", "percent"]
        missing: NotRequired[Missing]
        hidden: NotRequired[Literal["leave", "lowest"]]
        table: NotRequired[ScoreTable]
        multiply: Pair
        add: Pair
        minimum_answered: Minimum
        decimals: int
        round: NotRequired[bool]
        better: NotRequired[Better]
        unit: int
        members: list[Member]
        bands: list[SheetBand]

    class Sheet(TypedDict):
        """A compiled quiz: all that scoring needs, and nothing else.

        Shape: scores has the total first, where there is one (its id is "total"),
        then the factors in order of showing. key is a short fingerprint of all that
        gives a result code its meaning; vectors do without. hook: the result is
        adjusted by the quiz's own `scoring.py`.
        """

        quiz: str
        version: int
        questions: list[SheetQuestion]
        scores: list[SheetScore]
        key: NotRequired[int]
        hook: NotRequired[bool]

    class Reply(TypedDict):
        """What is known of one question.

        Shape: chosen are the positions of the chosen options: one, or those that are
        ticked, where the state is "answered"; the n.a. option where it is "na".
        """

        state: Literal["answered", "na", "open", "hidden"]
        chosen: list[int]

    class Tally(TypedDict):
        """All that a score is computed from: added up over its members.

        Units: whole numbers in 1/unit of the score. points, low, high and weight are
        those of the answered members; asked_… of all that were asked; hidden_low and
        hidden_high of those that a `when` hides. answered and asked count members.
        """

        points: int
        low: int
        high: int
        weight: int
        answered: int
        asked_low: int
        asked_high: int
        asked_weight: int
        asked: int
        hidden_low: int
        hidden_high: int

    ScoreBand = TypedDict(
        "ScoreBand",
        {"id": str, "from": NotRequired["Ratio"], "above": NotRequired["Ratio"]},
    )

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
        """What one question brought.

        Shape: value and left are None unless it was answered, left also where no score
        that it feeds has a better end; answer is None where nothing was chosen. factors
        is there where options have points per factor: what each factor got. In a line
        that a hook wrote, question, min, max and left are None, answer is its text and
        feeds is empty.
        """

        question: str | None
        state: Literal["answered", "na", "open", "hidden"]
        answer: str | list[str] | None
        value: "Ratio | None"
        min: "Ratio | None"
        max: "Ratio | None"
        left: "Ratio | None"
        feeds: list[str]
        factors: NotRequired[dict[str, "Ratio"]]

    class Result(TypedDict):
        """Everything that a set of answers says.

        Shape: total is None where no question counts in it; factors by id, in order;
        code is None where the sheet has no key.
        Source: docs/reference/scoring.md, "The result".
        """

        quiz: str
        version: int
        code: str | None
        total: Score | None
        factors: dict[str, Score]
        ledger: list[LedgerLine]

    Adjust = Callable[[Sheet, list[Reply], Result], Result]
    """What a quiz's own hook does: gives a result as the hook adjusts it."""

    class Scoring(TypedDict):
        """A scoring that goes on step by step, see `outcome`.

        Shape: open are the ids of the questions that must be answered yet. scores and
        ledger grow; feeds says by question which scores it feeds, and its part in each.
        """

        sheet: Sheet
        known: list[Reply]
        open: list[str]
        scores: dict[str, Score]
        feeds: list[list[tuple[SheetScore, Member]]]
        ledger: list[LedgerLine]

    class CodeHead(TypedDict):
        """What a result code says before its quiz is known.

        Shape: tag stands for the quiz's id, key for its key; body are the letters of
        the answers, as numbers below 32.
        """

        tag: int
        key: int
        version: int
        body: list[int]

    class Replay(TypedDict):
        """The answers of a result code; refused says why there are none."""

        refused: Literal["", "damaged", "other-quiz", "other-version", "other-key"]
        answers: Answers

    class Outcome(TypedDict):
        """A result, or the ids of the questions that are still open."""

        open: list[str]
        result: Result | None
