"""How far a place is, by its region code and one's own."""

from __future__ import annotations


def reach_of(region: str, own: str) -> str:
    """`city` where the place lies in one's own city, else `beyond`. An outing never stays on the premises.

    One who knows only the own province (`CN-34`) cannot tell the city, and counts everything as beyond it.
    """
    return "city" if len(own) > len("CN-34") and f"{region}-".startswith(f"{own}-") else "beyond"
