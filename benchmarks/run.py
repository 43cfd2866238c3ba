"""Repeat every measurement: what readers, authors and hosts wait for.

Run as `python benchmarks/run.py`, or `make bench`; with --keep the results become those
of the project, and docs/performance.md is made from them.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import results

HERE = Path(__file__).parent

SCRIPTS = ("reader", "build", "serving", "proof", "respondents")


def main() -> int:
    """Run each script by itself, the others though one fails; 1 when one did."""
    parser = results.arguments(__doc__, runs=None)
    parser.add_argument("--keep", action="store_true", help="for docs/performance.md")
    parser.add_argument("--only", nargs="+", choices=SCRIPTS, default=SCRIPTS)
    options = parser.parse_args()
    # What is measured is the runtime of this very source, not one that is older.
    subprocess.run([sys.executable, "-m", "kwispel.runtime"], check=True)
    failed = []
    for script in options.only:
        results.say(f"benchmarks/{script}.py")
        command = [sys.executable, HERE / f"{script}.py", "--out", options.out]
        if subprocess.run(command, check=False).returncode:
            failed.append(script)
        elif options.keep:
            results.KEPT_FOR_GOOD.mkdir(exist_ok=True)
            shutil.copy(options.out / f"{script}.json", results.KEPT_FOR_GOOD)
        print(flush=True)
    if options.keep:
        subprocess.run([sys.executable, HERE / "performance.py"], check=True)
    if failed:
        results.say(f"failed: {', '.join(failed)}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
