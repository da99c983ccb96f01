"""How long a plan may take: deterministic seconds that are the same on any machine, and the wall clock only as a fuse.

The solver counts its own work (`deterministic_time`); what is done outside it is charged by fixed rates. Nothing here
measures a machine at run time, so the same year with the same seconds ends at the same place.
"""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from typing import Final

RATE: Final = 0.4  # deterministic units a second, on one core of a common server; kept with each release
FUSE: Final = 2.0  # the wall clock ends what takes so many times as long,
GRACE: Final = 20.0  # and these seconds: what is no solving is not counted so exactly


@dataclass
class Purse:
    """Deterministic units that are left."""

    seconds: float
    spent: float = 0.0
    blown: bool = False
    began: float = field(default_factory=time.monotonic)

    @property
    def left(self) -> float:
        """Units that are left; 0 where the fuse has blown."""
        return 0.0 if self.blown else max(self.seconds * RATE - self.spent, 0.0)

    @property
    def fuse(self) -> float:
        """Seconds on the wall clock until the fuse blows."""
        return max(self.began + self.seconds * FUSE + GRACE - time.monotonic(), 0.01)

    def pay(self, units: float) -> None:
        """Charge work."""
        self.spent += units

    @property
    def empty(self) -> bool:
        """Whether nothing is left that a solve could use."""
        return self.left < 1e-3

    @property
    def cut(self) -> str:
        """What ended it where it did not end by itself."""
        return "clock" if self.blown else "limit"
