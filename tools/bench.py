"""Run every benchmark: each module of `benchmarks` that has a `main`, one after the other."""

from __future__ import annotations

import subprocess
import sys

from tools.progress import ROOT, told


def main() -> int:
    """Run them quickly, or at full length with `--full`; 1 where any of them failed."""
    length = [] if "--full" in sys.argv else ["--quick"]
    paths = sorted((ROOT / "benchmarks").glob("*.py"))
    names = [path.stem for path in paths if "\ndef main(" in path.read_text(encoding="utf-8")]
    codes = [
        subprocess.run([sys.executable, "-m", f"benchmarks.{name}", *length], cwd=ROOT).returncode for name in names
    ]
    return 1 if any(codes) else 0


if __name__ == "__main__":
    sys.exit(told(main))
