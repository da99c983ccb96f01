"""How a plan comes to be approved: drafted, laid before others, reviewed, approved. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha256
from typing import Any, Final

FOLLOWS: Final[dict[str, frozenset[str]]] = {
    "submit": frozenset({"draft"}),
    "review": frozenset({"submitted"}),
    "send_back": frozenset({"submitted", "reviewed"}),
}


def may(act: str, state: str) -> bool:
    """Whether the act may follow in that state of the plan."""
    return state in FOLLOWS[act]


def may_approve(state: str, *, officers: int) -> bool:
    """Whether the plan may be approved: once it is reviewed; where a unit has one officer, nobody else could review."""
    return state == "reviewed" or (state != "approved" and officers <= 1)


def mark(lines: Iterable[Any]) -> str:
    """A fingerprint of what a plan holds, to see whether it changed after its review."""
    return sha256(repr(list(lines)).encode()).hexdigest()
