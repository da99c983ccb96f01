"""What to do next with a round: one step at a time, with the minutes it takes. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from tongxin.welfare.rules import life

# The stages of the line at the top of the page, each with the states in which it is going on.
STAGES: Final[tuple[tuple[str, tuple[str, ...]], ...]] = (
    ("prepare", (life.DRAFT, life.RETURNED)),
    ("approve", (life.SUBMITTED,)),
    ("choose", (life.APPROVED, life.CHOOSING)),
    ("hand", (life.HANDING,)),
    ("close", (life.CLOSED,)),
)


@dataclass(frozen=True)
class Standing:
    """How far a round is. `packs` with what is in them; `over`: one costs more than a head may get; `quoted`: packs whose
    quotation is chosen; `blocked`: a confirmed rule forbids it; `listed`: the list is drawn up;
    `asked`: the partner unit has its link; `confirmed`: it went through it; `remarks`: how many of its remarks wait.
    `choices`: there is something to choose. `chosen`: choosing is over; `due`: its time is over.
    """

    state: str
    shares: bool = False
    packs: int = 0
    quoted: int = 0
    few_quotes: bool = False
    over: bool = False
    blocked: bool = False
    listed: bool = False
    asked: bool = False
    confirmed: bool = False
    remarks: int = 0
    choices: bool = False
    chosen: bool = False
    due: bool = False


MINUTES: Final = {
    "shares": 1, "packs": 5, "over": 3, "rules": 5, "quotes": 5, "list": 1, "ask": 2, "settle": 3, "submit": 2, "decide": 2,
    "open_choosing": 1, "wait_choosing": 0, "close_choosing": 1, "hand_out": 1, "close": 2, "done": 0,
}  # fmt: skip


def next_step(at: Standing) -> str:
    """The key of the step: in the making shares, packs, quotations, the list, its confirmation, then handing in."""
    if at.state in life.IN_THE_MAKING:
        return _in_the_making(at)
    if at.state == life.SUBMITTED:
        return "decide"
    if at.remarks:
        return "settle"
    if at.state == life.APPROVED:
        return "open_choosing" if at.choices else "hand_out"
    if at.state == life.CHOOSING:
        return "hand_out" if at.chosen else "close_choosing" if at.due else "wait_choosing"
    return "close" if at.state == life.HANDING else "done"


def _in_the_making(at: Standing) -> str:
    steps = (
        ("shares", not at.shares), ("packs", not at.packs), ("over", at.over), ("quotes", at.quoted < at.packs and not at.few_quotes),
        ("list", not at.listed), ("settle", at.remarks > 0), ("rules", at.blocked),
        ("ask", not at.asked and not at.confirmed),
    )  # fmt: skip
    return next((key for key, wanted in steps if wanted), "submit")


def stage_of(state: str) -> int:
    """Which stage is going on, from 0; behind the last where all is over."""
    return next((index for index, (_key, states) in enumerate(STAGES) if state in states), len(STAGES))
