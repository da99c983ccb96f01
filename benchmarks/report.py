"""One measurement, one line of JSON: easy to read, to keep and to compare."""

from __future__ import annotations

import json
import sys
from typing import TextIO


def report(name: str, value: float, unit: str, against: str | float | None = None, *, to: TextIO = sys.stdout) -> None:
    """Print a measurement: what, how much of which unit, and what it is held against."""
    line = {"name": name, "value": round(value, 4), "unit": unit, "against": against}
    print(json.dumps(line, ensure_ascii=False), file=to, flush=True)
