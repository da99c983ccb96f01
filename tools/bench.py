"""Run every benchmark: each module of `benchmarks` that has a `main`, one after the other."""

from __future__ import annotations

import argparse
import subprocess
import sys

from tools.progress import ROOT, told


def main() -> int:
    """Run them quickly, or at full length with `--full`; 1 where any of them failed."""
    parser = argparse.ArgumentParser(prog="python -m tools.bench", description=__doc__)
    parser.add_argument("--full", action="store_true", help="at full length")
    length = [] if parser.parse_args().full else ["--quick"]
    paths = sorted((ROOT / "benchmarks").glob("*.py"))
    names = [path.stem for path in paths if "\ndef main(" in path.read_text(encoding="utf-8")]
    runs = [[name, *length] for name in names] + [["rush", "--packs", *length]]
    codes = [
        subprocess.run([sys.executable, "-m", f"benchmarks.{name}", *more], cwd=ROOT).returncode for name, *more in runs
    ]
    return 1 if any(codes) else 0


if __name__ == "__main__":
    sys.exit(told(main))
