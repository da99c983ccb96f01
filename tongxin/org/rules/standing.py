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
