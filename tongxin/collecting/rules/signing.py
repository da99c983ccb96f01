"""A signature drawn with a finger: strokes of whole numbers on a grid of 600 by 220, as the path of an SVG. Nothing else is kept."""

from __future__ import annotations

import re
from typing import Final

WIDE: Final = 600
HIGH: Final = 220
LONGEST: Final = 6000
FEWEST_POINTS: Final = 6
_STROKE: Final = re.compile(r"M([0-9]{1,3}) ([0-9]{1,3})((?:L[0-9]{1,3} [0-9]{1,3})+)")
_POINT: Final = re.compile(r"[ML]([0-9]{1,3}) ([0-9]{1,3})")


def read_signature(path: str) -> str | None:
    """The path as it is kept: strokes of at least two points within the grid, not endless and not a mere dot; None for all else."""
    if len(path) > LONGEST or not path:
        return None
    place, points = 0, 0
    while place < len(path):
        found = _STROKE.match(path, place)
        if found is None:
            return None
        place = found.end()
    for x, y in _POINT.findall(path):
        if int(x) > WIDE or int(y) > HIGH:
            return None
        points += 1
    return path if points >= FEWEST_POINTS else None
