"""Which act may follow in which state of a work item. Pure."""

from __future__ import annotations

from typing import Final

OPEN: Final = frozenset({"planned", "under_way"})

# act → states it may start from
ACTS: Final[dict[str, frozenset[str]]] = {
    "report": OPEN,
    "finish": OPEN,
    "close": OPEN,
    "carry_over": OPEN | {"not_done"},
}


def may(act: str, state: str) -> bool:
    """Whether `act` may be done to a work item in `state`."""
    return state in ACTS[act]


def state_after_report(share_done: int) -> str:
    """Where a report of progress leads: whole is done, anything above nothing is under way."""
    if share_done == 100:
        return "done"
    return "under_way" if share_done else "planned"
