"""How often and after which pauses a parcel is tried."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

# The pause after the first try, the second …; there is none after the last.
PAUSES: Final = (
    timedelta(minutes=1), timedelta(minutes=5), timedelta(minutes=30), timedelta(hours=2), timedelta(hours=8),
)  # fmt: skip
MOST_TRIES: Final = len(PAUSES) + 1
# Nobody takes so long to send one parcel: who has not said by then how it went was killed.
LONGEST_SENDING: Final = timedelta(minutes=10)


def pause_after(tries: int) -> timedelta | None:
    """How long to wait after that many tries; None where it was the last."""
    return PAUSES[tries - 1] if 1 <= tries <= len(PAUSES) else None
