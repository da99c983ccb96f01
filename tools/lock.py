"""Compile requirements/*.in to lock files with hashes and without addresses. UPGRADE=1 takes newer releases."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from tools.environment import BIN
from tools.progress import ROOT, quietly, step, told

OPTIONS = ["--universal", "--generate-hashes", "--no-header", "--no-annotate", "--python-version=3.11", "--quiet"]


def main() -> int:
    """Compile each list; what is pinned stays unless UPGRADE is set."""
    upgrade = ["--upgrade"] if os.environ.get("UPGRADE") else []
    for source in sorted((ROOT / "requirements").glob("*.in")):
        lock = source.with_suffix(".lock")
        with step(f"compiling {lock.name}"):
            command: list[str | Path] = [BIN / "uv", "pip", "compile", *OPTIONS, *upgrade, source, "-o", lock]
            quietly(command, f"{lock.name} could not be compiled: see what uv says below.")
    return 0


if __name__ == "__main__":
    sys.exit(told(main))
