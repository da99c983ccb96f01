"""Posts as they are typed; and which shifts cannot be done by one person."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Final

MOST: Final = 200


@dataclass(frozen=True)
class DutyLine:
    """A post as it was typed: its name, what one does, what it takes."""

    name: str
    does: str = ""
    needs: str = ""


def read_duties(words: str) -> list[DutyLine]:
    """A post a line: `测温：给进门的人测体温；要求：能站两小时`. A name that comes twice counts once."""
    found: dict[str, DutyLine] = {}
    for line in words.splitlines():
        name, _mark, rest = line.strip().replace(":", "：", 1).partition("：")
        does, _mark, needs = rest.partition("要求")
        if name.strip():
            made = DutyLine(name.strip()[:40], does.strip(" ；;，,。（(")[:200], needs.strip(" ：:；;，,。)）")[:200])
            found.setdefault(made.name, made)
    return list(found.values())


def write_duties(duties: list[DutyLine]) -> str:
    """As it would be typed."""
    return "\n".join(
        duty.name
        + (f"：{duty.does}" if duty.does or duty.needs else "")
        + (f"；要求：{duty.needs}" if duty.needs else "")
        for duty in duties
    )


def overlap(one: tuple[datetime, datetime], other: tuple[datetime, datetime]) -> bool:
    """Whether nobody can be at both; one may begin when the other ends."""
    return one[0] < other[1] and other[0] < one[1]
