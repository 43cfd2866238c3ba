"""The door for hooks: what the site's build compiles from a `scoring.py` calls this.

Only the scripts of sites with hooks have it, and what it imports.
"""

from kwispel.browser.hooks import HOOKS
from kwispel.core.adjust import adjusting

TYPE_CHECKING = False
if TYPE_CHECKING:
    from kwispel.core.adjust import Hook


def register(quiz: str, hook: "Hook") -> None:
    """Keep a quiz's hook."""
    HOOKS[quiz] = adjusting(hook)
