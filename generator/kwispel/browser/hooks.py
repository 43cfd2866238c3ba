"""The hooks of a site's quizzes, as far as they could be loaded."""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from kwispel.core.adjust import Adjust

HOOKS: "dict[str, Adjust]" = {}
"""The `adjust` of each quiz's `scoring.py`, by the quiz's id."""


def register(quiz: str, adjust: "Adjust") -> None:
    """Keep a hook; what the site's build compiles from a `scoring.py` calls this."""
    HOOKS[quiz] = adjust
