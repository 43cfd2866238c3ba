"""Work in small pieces, with the browser getting its turn in between."""

from kwispel.browser import device

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    Piece = Callable[[], None]

LONGEST_MS = 16
"""After so long the browser gets its turn. A task above 50 ms keeps a reader waiting,
and one piece more may be begun just before."""


class Turns:
    """What is being done piece by piece, in order."""

    def __init__(self) -> None:
        """Begin with nothing to do."""
        self._rest: list[Piece] = []
        self._is_waiting = False

    def add(self, piece: "Piece") -> None:
        """Do this too, after the rest."""
        self._rest.append(piece)
        if not self._is_waiting:
            self._wait()

    def stop(self) -> None:
        """Do nothing any more."""
        self._rest = []

    def finish(self) -> None:
        """Do the rest now, all at once: somebody is waiting for it."""
        while self._rest:
            self._do_one()

    def _do_one(self) -> None:
        piece, rest = self._rest[0], self._rest[1:]
        # Nothing is left where this fails.
        self._rest = []
        piece()
        self._rest = rest + self._rest

    def _wait(self) -> None:
        self._is_waiting = True
        device.soon(self._go_on)

    def _go_on(self) -> None:
        self._is_waiting = False
        end = device.clock_ms() + LONGEST_MS
        while self._rest and device.clock_ms() < end:
            self._do_one()
        if self._rest and not self._is_waiting:
            self._wait()
