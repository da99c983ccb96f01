"""An outing's application as a table: which act may follow in which state, and where it leads."""

from __future__ import annotations

from typing import Final

DRAFT, APPLIED, RETURNED, APPROVED, CLOSED = "draft", "applied", "returned", "approved", "closed"

# act → (states it may start from, state it leads to)
ACTS: Final[dict[str, tuple[frozenset[str], str]]] = {
    "edit": (frozenset({DRAFT, RETURNED}), ""),
    "exempt": (frozenset({DRAFT, RETURNED}), ""),
    "apply": (frozenset({DRAFT, RETURNED}), APPLIED),
    "approve": (frozenset({APPLIED}), APPROVED),
    "send_back": (frozenset({APPLIED}), RETURNED),
    "withdraw": (frozenset({APPLIED, APPROVED}), DRAFT),
    "close": (frozenset({APPROVED}), CLOSED),
}


def may(act: str, state: str) -> bool:
    """Whether `act` may be done in `state`."""
    return state in ACTS[act][0]


def leads_to(act: str, state: str) -> str:
    """The state after `act`."""
    return ACTS[act][1] or state
