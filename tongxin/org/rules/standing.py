"""Which change of standing may follow which (《工会会员会籍管理办法》 2016-12-12; 中国工会章程 Art. 2, 5–8)."""

from __future__ import annotations

from typing import Final

# From the state today (None: not a member) to the states an act may set.
MAY_FOLLOW: Final[dict[str | None, frozenset[str]]] = {
    None: frozenset({"applied", "in_standing"}),
    "applied": frozenset({"in_standing", "left"}),
    "in_standing": frozenset({"retained", "moved", "left"}),
    "retained": frozenset({"in_standing", "moved", "left"}),
    "moved": frozenset({"in_standing"}),
    "left": frozenset({"applied", "in_standing"}),
}


def may_follow(state: str | None, wanted: str) -> bool:
    """Whether a person in `state` may come to stand as `wanted`."""
    return wanted in MAY_FOLLOW[state]


def may_come_next(state: str | None) -> list[str]:
    """The states an act may set now, in the order of a life in the union."""
    order = ("applied", "in_standing", "retained", "moved", "left")
    return [wanted for wanted in order if may_follow(state, wanted)]


def needs_employment(wanted: str) -> bool:
    """Whether only who works here can come to stand so: membership is where the employment is (办法 Art. 8)."""
    return wanted in {"applied", "in_standing"}


def after_leaving(state: str | None, chosen: str) -> str | None:
    """The state to set for who leaves the employer: `chosen` for members, an application lapses, None: as it was."""
    if state == "applied":
        return "left"
    return chosen if state in {"in_standing", "retained"} and chosen != state else None
