"""What a figure costs over the bare SQL aggregate that gives the same value.

A union of 100,000 members and 2,000 activities (quick: 5,000 and 300); the figures that have a plain aggregate, each computed
through the registry and by the statement below it, in turn, on one connection. The values must agree. Reported: the sum of
the medians over the sum of the medians, for the union and for one branch.

    python -m benchmarks.figures [--quick]
"""

from __future__ import annotations

import argparse
import statistics
import sys
import time
from collections.abc import Callable
from functools import partial
from typing import Any

from benchmarks.report import report
from benchmarks.support.large import YEAR, build
from benchmarks.support.scratch import installation

ROUNDS = 9
MINE = """(u.path LIKE %(path)s OR EXISTS (SELECT 1 FROM activities_organiser o JOIN org_unit ou ON ou.id = o.unit_id
  WHERE o.activity_id = a.id AND o.counts AND ou.path LIKE %(path)s))"""
HELD = f"""FROM activities_activity a JOIN org_unit u ON u.id = a.unit_id JOIN activities_category c ON c.id = a.category_id
  WHERE a.state = 'done' AND a.year = {YEAR} AND c.counted AND {MINE}"""
OPEN = "(x.until IS NULL OR x.until > '2020-12-31') AND x.since <= '2020-12-31'"
# For a whole union its roster is the shorter way, and the one a person would write.
WHOLE = {
    "org.members": f"""SELECT COUNT(*) FROM org_standing x JOIN org_person p ON p.id = x.person_id
        WHERE x.state = 'in_standing' AND {OPEN} AND p.union_id = %(id)s""",
    "org.staff": f"""SELECT COUNT(*) FROM org_placement x JOIN org_person p ON p.id = x.person_id
        WHERE {OPEN} AND p.union_id = %(id)s""",
}
BARE = {
    "org.members": f"""SELECT COUNT(*) FROM org_standing x WHERE x.state = 'in_standing' AND {OPEN} AND x.person_id IN (
        SELECT p.person_id FROM org_placement p JOIN org_unit u ON u.id = p.unit_id
        WHERE (p.until IS NULL OR p.until > '2020-12-31') AND p.since <= '2020-12-31' AND u.path LIKE %(path)s)""",
    "org.staff": f"SELECT COUNT(*) FROM org_placement x JOIN org_unit u ON u.id = x.unit_id WHERE {OPEN} AND u.path LIKE %(path)s",
    "org.branches": "SELECT COUNT(*) FROM org_unit u WHERE u.kind = 'branch' AND u.path LIKE %(path)s",
    "activities.held": f"SELECT COUNT(*) {HELD}",
    "activities.held.by_category": f"SELECT a.category_id, COUNT(*) {HELD} GROUP BY a.category_id",
    "activities.held.by_mode": f"SELECT a.mode, COUNT(*) {HELD} GROUP BY a.mode",
    "activities.held.by_unit": f"""SELECT o.unit_id, COUNT(*) FROM activities_activity a JOIN org_unit u ON u.id = a.unit_id
        JOIN activities_category c ON c.id = a.category_id JOIN activities_organiser o ON o.activity_id = a.id AND o.counts
        WHERE a.state = 'done' AND a.year = {YEAR} AND c.counted AND {MINE.replace(" o ", " o2 ").replace("o.", "o2.")} GROUP BY o.unit_id""",
    "activities.participants": f"SELECT SUM(a.persons) {HELD}",
    "activities.participations": f"SELECT SUM(a.person_times) {HELD}",
    "activities.cancelled": f"""SELECT COUNT(*) FROM activities_activity a JOIN org_unit u ON u.id = a.unit_id
        JOIN activities_category c ON c.id = a.category_id
        WHERE a.state = 'cancelled' AND a.year = {YEAR} AND c.counted AND {MINE}""",
}


def main() -> int:
    """Measure and print; 1 where a value differs from its bare aggregate."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true", help="a short run")
    quick = parser.parse_args().quick
    with installation():
        union = build(*((5_000, 300) if quick else (100_000, 2_000)))
        from tongxin.org.models import Unit

        branch = Unit.objects.get(code="b7")
        return max(_measure("union", union), _measure("branch", branch))


def _measure(name: str, unit: Any) -> int:
    from tongxin.core.figures import Scope, figures
    from tongxin.core.periods import Period

    scope = Scope(unit, Period.of_year(YEAR))
    ours = bare = 0.0
    wrong = 0
    for key, statement in {**BARE, **(WHOLE if unit.kind == "union" else {})}.items():
        figure = figures.get(key)
        assert figure is not None, key
        made, expected = figure.compute(scope), _run(statement, unit)
        total = expected[0][0] if len(expected[0]) == 1 else sum(row[-1] for row in expected)
        if not key.endswith("by_unit") and (made.value or 0) != (total or 0):
            wrong += 1
            print(f"{key}: {made.value} is not {total}", file=sys.stderr)
        one, other = _in_turn(partial(figure.compute, scope), partial(_run, statement, unit))
        ours, bare = ours + one, bare + other
        report(f"figures.{name}.{key}", one * 1000, "ms", f"bare SQL {other * 1000:.2f} ms")
    report(f"figures.{name}.ratio", ours / bare, "times the bare SQL", "at most 2")
    return 1 if wrong else 0


def _run(statement: str, unit: Any) -> list[Any]:
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute(statement, {"path": f"{unit.path}%", "id": unit.pk})
        return cursor.fetchall()


def _in_turn(one: Callable[[], Any], other: Callable[[], Any]) -> tuple[float, float]:
    """The medians of two things done in turn, in seconds."""
    times: tuple[list[float], list[float]] = ([], [])
    for _round in range(ROUNDS):
        for act, taken in zip((one, other), times, strict=True):
            began = time.perf_counter()
            act()
            taken.append(time.perf_counter() - began)
    return statistics.median(times[0]), statistics.median(times[1])


if __name__ == "__main__":
    sys.exit(main())
