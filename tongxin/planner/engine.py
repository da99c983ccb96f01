"""The solver as the rest of the planner calls it; it is loaded only where something is solved."""

from __future__ import annotations

from tongxin.planner.problem import Plan, Year


def solve(year: Year, seconds: float) -> Plan:
    """The best plan found within so many repeatable seconds."""
    from tongxin.planner import solving

    return solving.solve(year, seconds=seconds)


def stand(year: Year) -> Plan:
    """The year with nothing changed: what is hit is lost."""
    from tongxin.planner import solving

    return solving.stand(year)
