"""An activity's life as a table: which act may follow in which state, and where it leads."""

from __future__ import annotations

from typing import Final

# act → (states it may start from, state it leads to; None keeps the state)
ACTS: Final[dict[str, tuple[frozenset[str], str | None]]] = {
    "plan": (frozenset({"idea"}), "planned"),
    "publish": (frozenset({"planned", "postponed"}), "published"),
    "begin": (frozenset({"published"}), "under_way"),
    "finish": (frozenset({"planned", "published", "under_way", "postponed"}), "done"),
    "move": (frozenset({"idea", "planned", "published", "postponed"}), None),
    "postpone": (frozenset({"planned", "published", "postponed"}), "postponed"),
    "cancel": (frozenset({"planned", "published", "under_way", "postponed"}), "cancelled"),
    "go_online": (frozenset({"planned", "published", "postponed"}), None),
    "merge": (frozenset({"planned", "published", "postponed"}), "merged"),
    "reinstate": (frozenset({"postponed", "cancelled", "merged"}), "planned"),
    "reopen": (frozenset({"done"}), "under_way"),
    "edit": (frozenset({"idea", "planned", "published", "under_way", "postponed"}), None),
}


def may(act: str, state: str) -> bool:
    """Whether `act` may be done to an activity in `state`."""
    return state in ACTS[act][0]


def leads_to(act: str, state: str) -> str:
    """The state after `act`."""
    return ACTS[act][1] or state


def possible(state: str) -> tuple[str, ...]:
    """Every act that may be done in `state`, in the order of the table."""
    return tuple(act for act in ACTS if may(act, state))
