"""Whether somebody gets a pack now. Pure: what is known of the person goes in, what speaks against it comes out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

HANDING, CLOSED = "handing", "closed"
DELIVERY, DONATION = "delivery", "donation"
# What an officer may pass over with a word of why.
EXCUSABLE: Final = frozenset({"left", "delivery", "donation"})


@dataclass(frozen=True)
class Claim:
    """What is known of one person of the list: struck off it, gone from the employer, another's, without a pack, otherwise served."""

    struck: bool = False
    gone_on: date | None = None
    ours: bool = True
    pack: int | None = None
    way: str = ""


def against(claim: Claim, *, excused: bool = False) -> str:
    """What speaks against it, the weightiest first; empty where nothing does. `excused`: an officer has said why all the same."""
    if not claim.ours:
        return "not_yours"
    if claim.struck:
        return "struck"
    if claim.pack is None:
        return "no_pack"
    if excused:
        return ""
    if claim.gone_on is not None:
        return "left"
    return claim.way if claim.way in (DELIVERY, DONATION) else ""


def is_handing(state: str, closed_at: datetime | None, at: datetime) -> bool:
    """Whether packs were being handed out at that moment. What was scanned before the round was closed counts when it arrives later."""
    return state == HANDING or (state == CLOSED and closed_at is not None and at <= closed_at)
