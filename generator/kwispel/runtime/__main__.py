"""Make the runtime by hand: `python -m kwispel.runtime`.

Needed in a working copy after a change in core/, browser/ or runtime/; a wheel brings
its runtime along. `make shake` has it record what the tests reach of Brython.
"""

from __future__ import annotations

import sys

from kwispel.runtime.make import make_runtime


def main() -> None:
    """Make the runtime and say where it is."""
    script = make_runtime()
    sys.stdout.write(f"{script}: {script.stat().st_size:,} bytes\n")


if __name__ == "__main__":
    main()
