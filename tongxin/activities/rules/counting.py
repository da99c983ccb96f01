"""For which of its organisers a joint activity counts."""

from __future__ import annotations

from collections.abc import Sequence

# 承办 and 联合 count; 主办 counts only where nobody runs it; 协办 never does.
LEADING = ("run", "joint")


def counting(roles: Sequence[str]) -> list[bool]:
    """For each organiser's role, whether it counts for that unit: once for each who runs it or joins in it."""
    wanted = LEADING if any(role in LEADING for role in roles) else ("host",)
    return [role in wanted for role in roles]
