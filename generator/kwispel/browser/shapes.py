"""The plain data of the page: nothing here exists at run time."""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Literal, NotRequired, TypedDict

    from kwispel.core.shapes import Adjust, Answers, Outcome, Result, Sheet

    Say = Literal["", "scored", "changed", "same", "unchanged", "no-score", "reset"]
    Focus = Literal["", "errors", "result", "start", "opened", "step"]
    """opened: the result, which comes into view only when it has been painted."""

    View = Literal["first", "all", "asked"]
    """What a result shows of its advice: the first by gain, all by gain, as asked."""

    Going = Literal["next", "forward", "back", "go", "pop"]
    """How to get from place to place, where questions are shown one at a time.

    go: by a link; pop: by the browser's own back and forward.
    """

    Happening = Literal["submit", "answer", "reset", "open", "return"] | View | Going
    """open: a link has filled the form; return: the reader's own answers are back."""

    Happen = Callable[[Happening], None]

    class Found(TypedDict):
        """What came of answers; unadjusted: without the hook that should adjust it."""

        outcome: Outcome
        unadjusted: bool

    class Event(TypedDict):
        """Something that the reader did, and the answers in the form at that moment.

        Shape: to belongs to "go" and "pop" alone: a question, or `steps.RESULT`. found
        is what came of these very answers, where that is known already.
        """

        type: Happening
        answers: Answers
        to: NotRequired[str]
        found: NotRequired[Found]

    class State(TypedDict):
        """Where the reader stands.

        Shape: open lists the questions that the page says are still open. result and
        answers are what was scored last, before what was scored before that; stale:
        the form has other answers by now. changed_scores and changed_questions are the
        ids of what differs between before and result. view is what the reader wants to
        see of the advice. say and focus belong to the last
        step alone: what is to be told, and where the reader is to be taken. adjust is
        the quiz's hook; unadjusted: the result lacks what it should have done.
        Only where questions are shown one at a time: at is the one that is shown, or
        `steps.RESULT`; stage has words for what is around it ("opening": the
        introduction; "first"; "final": the button gives the result; "more": what is
        behind it has been answered before; "result"); ahead is how many more may be
        asked.
        """

        sheet: Sheet
        adjust: Adjust | None
        unadjusted: bool
        open: list[str]
        answers: Answers
        result: Result | None
        before: Result | None
        changed_scores: list[str]
        changed_questions: list[str]
        stale: bool
        view: View
        say: Say
        focus: Focus
        at: str
        stage: str
        ahead: int

    class Signs(TypedDict):
        """The signs of a locale.

        Shape: digits are its own for 0 to 9, or empty where it has none; colon has
        the spaces around it.
        """

        decimal: str
        minus: str
        colon: str
        digits: str

    Change = tuple[str, str, str]
    """A verb of `dom.VERBS`, the selector of what it is done to, and a value."""
