"""In which states of a round one buys, and when its accounts may be closed. Keys are those of the round's life."""

from __future__ import annotations

from typing import Final

BUYING: Final = ("approved", "choosing", "handing", "closed")
SETTLING: Final = ("closed",)
# When members see what was bought.
TOLD: Final = ("handing", "closed")
