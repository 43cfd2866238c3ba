"""Write the record of what the tests reached of Brython: a part of `make shake`.

    python scripts/unite_reached.py FOLDER [--keep]

FOLDER holds what the tests have noted. With --keep what the record holds already stays
in it, for a run of some of the tests alone.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from kwispel.runtime.bundle import BRYTHON_JS
from kwispel.runtime.reached import read_reached, write_reached


def main(folder: Path, *, keep: bool) -> None:
    """Unite what was noted, and write it down."""
    brython = BRYTHON_JS.read_text(encoding="utf-8")
    told: dict[str, set[int]] = {"page": set(), "plain": set(), "hooks": set()}
    if keep:
        reached = read_reached(brython)
        told = {what: set(getattr(reached, what)) for what in told}
    for noted in sorted(folder.glob("*.json")):
        for what, places in json.loads(noted.read_text(encoding="utf-8")).items():
            told[what].update(places)
    write_reached(brython, told)
    counts = ", ".join(f"{what} {len(places):,}" for what, places in told.items())
    sys.stdout.write(f"reached: {counts}\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]), keep="--keep" in sys.argv[2:])
