"""Repeat every measurement: what a reader waits for, and what an author waits for.

Run as `python benchmarks/run.py`, or `make bench`.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent

SCRIPTS = ("reader", "build", "proof", "respondents")


def main() -> int:
    """Run each script by itself; the first one that fails ends it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", default="7", help="of each kind (default: 7)")
    parser.add_argument(
        "--json", type=Path, metavar="FOLDER", help="write what each script measured"
    )
    options = parser.parse_args()
    for script in SCRIPTS:
        command = [sys.executable, HERE / f"{script}.py", "--runs", options.runs]
        if options.json:
            options.json.mkdir(parents=True, exist_ok=True)
            command += ["--json", options.json / f"{script}.json"]
        done = subprocess.run(command, check=False)
        if done.returncode:
            return done.returncode
        print(flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
