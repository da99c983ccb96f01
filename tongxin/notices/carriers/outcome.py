"""How it went with one parcel."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True)
class Outcome:
    """`sent`; `kept` (nothing was to leave); `failed` (it did not leave, try again); `refused` (nor will it ever);
    `unclear` (it may have left). `fault` says why, without addresses or secrets."""

    state: Literal["sent", "kept", "failed", "refused", "unclear"]
    fault: str = ""


SENT, KEPT = Outcome("sent"), Outcome("kept")


def failed(fault: object) -> Outcome:
    """It did not leave; later it may."""
    return Outcome("failed", str(fault)[:300])


def refused(fault: object) -> Outcome:
    """It did not leave, and trying again would not help."""
    return Outcome("refused", str(fault)[:300])


def unclear(fault: object) -> Outcome:
    """It may have left: nobody but a person decides whether it is sent again."""
    return Outcome("unclear", str(fault)[:300])
