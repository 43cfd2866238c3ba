"""The hooks of a site's quizzes, as far as they could be loaded."""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from kwispel.core.shapes import Adjust

HOOKS: "dict[str, Adjust]" = {}
"""What the `adjust` of each quiz's `scoring.py` does, by the quiz's id."""
