"""A welfare round's life as a table: which act may follow in which state, and where it leads."""

from __future__ import annotations

from typing import Final

DRAFT, SUBMITTED, RETURNED, APPROVED = "draft", "submitted", "returned", "approved"
CHOOSING, HANDING, CLOSED, CANCELLED = "choosing", "handing", "closed", "cancelled"
STATES: Final = (DRAFT, SUBMITTED, RETURNED, APPROVED, CHOOSING, HANDING, CLOSED, CANCELLED)
IN_THE_MAKING: Final = frozenset({DRAFT, RETURNED})
SETTLED: Final = frozenset({APPROVED, CHOOSING, HANDING})

# act → (states it may start from, state it leads to; "" keeps the state)
ACTS: Final[dict[str, tuple[frozenset[str], str]]] = {
    "edit": (IN_THE_MAKING, ""),
    "set_pack": (IN_THE_MAKING, ""),
    "drop_pack": (IN_THE_MAKING, ""),
    "reprice": (IN_THE_MAKING, ""),
    "set_quotes": (IN_THE_MAKING, ""),
    "show_pack": (IN_THE_MAKING | SETTLED, ""),
    "draw_up": (IN_THE_MAKING, ""),
    "exempt": (IN_THE_MAKING, ""),
    "submit": (IN_THE_MAKING, SUBMITTED),
    "approve": (frozenset({SUBMITTED}), APPROVED),
    "send_back": (frozenset({SUBMITTED}), RETURNED),
    "withdraw": (frozenset({SUBMITTED, APPROVED}), DRAFT),
    "add": (IN_THE_MAKING | SETTLED, ""),
    "strike": (IN_THE_MAKING | SETTLED, ""),
    "settle": (IN_THE_MAKING | SETTLED, ""),
    "remark": (IN_THE_MAKING | SETTLED | {SUBMITTED}, ""),
    "confirm": (IN_THE_MAKING | SETTLED | {SUBMITTED}, ""),
    "open_choosing": (frozenset({APPROVED}), CHOOSING),
    "close_choosing": (frozenset({CHOOSING}), ""),
    "move_choosing": (frozenset({CHOOSING}), ""),
    "restock": (frozenset({CHOOSING}), ""),
    "hand_out": (frozenset({APPROVED, CHOOSING}), HANDING),
    "close": (frozenset({HANDING}), CLOSED),
    "cancel": (IN_THE_MAKING | SETTLED | {SUBMITTED}, CANCELLED),
}
# What a round's history tells; the rest is in the trail alone.
TOLD: Final = frozenset(
    {
        "submit", "approve", "send_back", "withdraw", "draw_up", "confirm", "open_choosing", "close_choosing", "hand_out", "close",
        "cancel",
    }
)  # fmt: skip
# Acts against which another app may still have something.
ASKED: Final = frozenset({"move_choosing", "restock", "close_choosing", "hand_out", "close", "cancel"})


def may(act: str, state: str, *, chosen: bool = False) -> bool:
    """Whether `act` may be done in `state`; `chosen`: choosing was open and is over."""
    if state not in ACTS[act][0]:
        return False
    if state == CHOOSING and act in ("move_choosing", "close_choosing", "hand_out"):
        return chosen is (act == "hand_out")
    return True


def leads_to(act: str, state: str) -> str:
    """The state after `act`."""
    return ACTS[act][1] or state
