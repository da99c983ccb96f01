"""Who organises, as plans write it: several names in one cell, with or without their parts. Pure."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

Named = tuple[str, str]
"""A name and its role: host, run, assist, joint."""

ROLES: Final[dict[str, str]] = {
    "主办": "host", "牵头": "host", "承办": "run", "负责": "run", "协办": "assist", "配合": "assist", "参与": "assist",
    "联办": "joint", "联合": "joint",
}  # fmt: skip
_ROLE = "|".join(ROLES)
_BEFORE = re.compile(rf"({_ROLE})(?:单位|部门|方)?[:：]")
_BEHIND = re.compile(rf"[(（\[【]({_ROLE})(?:单位|部门|方)?[)）\]】]$")
_STRONG = re.compile(r"[、，,；;/\n|+＋]+")
_WEAK = re.compile(r"\s+|以及|和|与|及|暨")
# No unit, but everybody: each branch runs its own.
_EVERYONE = re.compile(
    r"(各|全体|所有|全校)(级|基层|相关)?(分工会|工会小组|工会|单位|部门|学院|院系|二级.*|教职工|会员)?(等)?"
)
_OURSELVES = re.compile(r"(校|院|本|本级|学校|公司|单位)?工会(委员会|办公室)?|工会办(公室)?")


def split(words: str, known: Callable[[str], bool], role: str = "run") -> list[Named]:
    """The names in a cell with their roles, in order, each once; `role` is meant where none is written.

    和, 与 and spaces part names only where every part is `known`: 电子与电气工程学院 is one unit.
    """
    named: dict[str, str] = {}
    current = role
    for part in _STRONG.split(_BEFORE.sub(lambda found: f"；{found[0]}", words)):
        if before := _BEFORE.match(part.strip()):
            current, part = ROLES[before[1]], part.strip()[before.end() :]
        behind = _BEHIND.search(part.strip())
        own = ROLES[behind[1]] if behind else current
        for name in _parted(_BEHIND.sub("", part.strip()).strip(), known):
            named.setdefault(name, own)
    return list(named.items())


def _parted(name: str, known: Callable[[str], bool]) -> list[str]:
    name = re.sub(r"等$", "", name)
    if not name or known(name):
        return [name] if name else []
    parts = [part for part in _WEAK.split(name) if part]
    return parts if len(parts) > 1 and all(map(known, parts)) else [name]


def is_everyone(name: str) -> bool:
    """Whether a name means every branch (各分工会) rather than one unit."""
    return bool(_EVERYONE.fullmatch(name))


def is_ourselves(name: str) -> bool:
    """Whether a name is how people call their own union (校工会)."""
    return bool(_OURSELVES.fullmatch(name))
