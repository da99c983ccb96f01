"""Which posts a kind of unit has, and which right it takes to give them."""

from __future__ import annotations

from typing import Final

from tongxin.org.rules.rights import POSTS_CHANGE, SYSTEM_OPERATE

_COMMITTEE = frozenset({"chair", "vice_chair", "office", "committee"})
POSTS_OF_UNIT: Final[dict[str, frozenset[str]]] = {
    "federation": _COMMITTEE | {"audit", "party", "operator"},
    "union": _COMMITTEE | {"audit", "party", "operator"},
    "branch": _COMMITTEE | {"audit", "party"},
    "group": frozenset({"group_leader", "committee"}),
    "department": frozenset({"partner"}),
    "committee": _COMMITTEE | {"audit", "partner"},
    "club": _COMMITTEE,
}


def may_have(unit_kind: str, post_kind: str) -> bool:
    """Whether a unit of that kind has such a post."""
    return post_kind in POSTS_OF_UNIT[unit_kind]


def right_to_appoint(post_kind: str) -> str:
    """The right that appointing to, or ending, such a post takes: operators are made by operators alone."""
    return SYSTEM_OPERATE if post_kind == "operator" else POSTS_CHANGE


def is_single(post_kind: str) -> bool:
    """Whether a unit has only one such post at a time."""
    return post_kind == "chair"
