"""What a year's rounds come to for the person who gets the most of them. Pure."""

from __future__ import annotations

from collections.abc import Mapping


def most_along(path: str, sums: Mapping[str, int]) -> int:
    """The largest sum that anybody in or below the unit at `path` gets; `sums` are fen a head by the path of the unit that gives.

    A round reaches all below its unit: who stands in `1.4.` gets what `1.` and `1.4.` give, and nothing of `1.5.`.
    """
    ends = {path, *(end for end in sums if end.startswith(path))}
    return max(sum(sums.get(step, 0) for step in _leading_to(end)) for end in ends)


def _leading_to(path: str) -> list[str]:
    """`1.4.` → `1.`, `1.4.`."""
    parts = path.split(".")[:-1]
    return [".".join(parts[: depth + 1]) + "." for depth in range(len(parts))]
