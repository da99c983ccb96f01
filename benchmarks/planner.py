"""The planner on generated unions: 20 to 5,000 activities and outings, two waves, and the same with a third of the halls.

For each size one table: the year without replanning, the first answer, the plan; what each keeps, loses (with proof, or to others), moves,
how level it is, and of the plan the proven bound and gap of each aim. Then each measurement as a line of JSON. Every plan is checked by the
independent checker of the tests. Exact counts are the same on any machine; seconds are not.

    python -m benchmarks.planner [--quick] [--sizes 20,200,1000,5000] [--seconds 600] [--seed 1] [--tight | --loose]
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from benchmarks.report import report
from benchmarks.support.unions import union
from tongxin.planner.problem import Aim, Mode, Plan, Year
from tongxin.planner.solving import Explainer, greedy, solve, stand
from tongxin.planner.tests.solving import checker

AIMED = {(20, False): 1, (200, False): 1, (1000, False): 10, (5000, False): 300, (5000, True): 600}


@dataclass(frozen=True)
class Row:
    """One way of treating a year, measured."""

    name: str
    plan: Plan
    first: float
    seconds: float
    processor: float


def main() -> int:
    """Measure; 1 where a plan breaks a rule."""
    asked = _asked()
    warm = union(20)
    solve(warm, seconds=1)
    wrong = 0
    for size in asked.sizes:
        for tight in asked.kinds:
            wrong += _measured(size, asked.seed, asked.seconds, tight=tight)
    return 1 if wrong else 0


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.planner")
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--sizes", type=lambda text: [int(size) for size in text.split(",")])
    parser.add_argument("--seconds", type=float, default=600)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--tight", dest="kinds", action="store_const", const=(True,), default=(False, True))
    parser.add_argument("--loose", dest="kinds", action="store_const", const=(False,))
    asked, _others = parser.parse_known_args()
    asked.sizes = asked.sizes or ([20, 200] if asked.quick else [20, 200, 1000, 5000])
    return asked


def _measured(size: int, seed: int, seconds: float, *, tight: bool) -> int:
    year = union(size, seed=seed, tight=tight)
    rows = [_timed("as it stands", year, stand), _timed("first answer", year, greedy), _solved(year, seconds)]
    name = f"{size}{' tight' if tight else ''}"
    _table(name, year, rows)
    _lines(f"planner.{name.replace(' ', '.')}", year, rows, AIMED.get((size, tight)))
    wrong = sum(len(checker.faults(year, row.plan.placings)) for row in rows)
    report(f"planner.{name.replace(' ', '.')}.rules_broken", wrong, "rules", 0)
    return wrong


def _timed(name: str, year: Year, planner: Callable[[Year], Plan]) -> Row:
    began, worked = time.perf_counter(), time.process_time()
    plan = planner(year)
    took = time.perf_counter() - began
    return Row(name, plan, took, took, time.process_time() - worked)


def _solved(year: Year, seconds: float) -> Row:
    first: list[float] = []
    began, worked = time.perf_counter(), time.process_time()
    plan = solve(year, seconds=seconds, told=lambda _plan: first.append(time.perf_counter() - began))
    return Row("plan", plan, first[0], time.perf_counter() - began, time.process_time() - worked)


def _table(name: str, year: Year, rows: list[Row]) -> None:
    told = {row.name: dict(_figures(year, row.plan)) for row in rows}
    print(f"\n{name} items, {sum(item.fixed for item in year.items)} of them fixed")
    print(f"{'':22}" + "".join(f"{row.name:>16}" for row in rows))
    for figure in told["plan"]:
        print(f"{figure:22}" + "".join(f"{told[row.name][figure]:>16}" for row in rows))
    print(f"{'first answer, s':22}" + "".join(f"{row.first:>16.2f}" for row in rows))
    print(f"{'whole, s':22}" + "".join(f"{row.seconds:>16.2f}" for row in rows))
    print(f"{'processor, s':22}" + "".join(f"{row.processor:>16.2f}" for row in rows))
    for reached in rows[-1].plan.aims:
        print(f"  {reached.aim.value:10} {reached.value:>8}  bound {reached.bound:>8}  gap {float(reached.gap):.4%}")
    sys.stdout.flush()


def _figures(year: Year, plan: Plan) -> Iterator[tuple[str, int | str]]:
    """Everything the table says of a plan."""
    placed = {placing.key: placing for placing in plan.placings}
    aims = checker.aims(year, plan.placings)
    lost = [item.key for item in year.items if placed[item.key].day is None]
    held = [(item, placed[item.key]) for item in year.items if placed[item.key].day is not None]
    months = Counter(date.fromordinal(placing.day).month for _item, placing in held if placing.day)
    late = sum(count for month, count in months.items() if month > 6)
    yield "kept", len(held)
    yield "no day at all", len(plan.cannot)
    yield "lost to others", len(set(lost) - plan.cannot)
    yield "announced, changed", aims[Aim.ANNOUNCED]
    yield "moved", aims[Aim.MOVES]
    yield "days moved", sum(abs(placing.day - item.day) for item, placing in held if placing.day and item.day)
    yield "officers' excess days", checker.officers_excess(year, plan.placings)
    yield "peak month", max(months.values(), default=0)
    yield "second half", f"{late / max(len(held), 1):.3f}"
    yield "level", aims[Aim.LEVEL]
    yield "online", sum(placing.mode is Mode.ONLINE for _item, placing in held)
    yield "open days, yet lost", _could_stand(year, plan, lost)


def _could_stand(year: Year, plan: Plan, lost: list[int]) -> int:
    """Lost items that have an open day beside all others: there should be none."""
    explainer = Explainer(year, plan)
    told = [explainer.of(key) for key in lost]
    return sum(any(counted.cause is None for counted in (*each.on_site, *each.online)) for each in told)


def _lines(name: str, year: Year, rows: list[Row], aimed: int | None) -> None:
    plan, quick = rows[-1], rows[1]
    report(f"{name}.seconds", plan.seconds, "s", f"at most {aimed}" if aimed else None)
    report(f"{name}.processor", plan.processor, "s of processor time", None)
    report(f"{name}.first", plan.first, "s", "at most 1")
    for reached in plan.plan.aims:
        against = f"bound {reached.bound}; first answer {checker.aims(year, quick.plan.placings)[reached.aim]}"
        report(f"{name}.{reached.aim.value}", reached.value, "counted", against)
        report(f"{name}.{reached.aim.value}.gap", float(reached.gap), "of the value", 0)


if __name__ == "__main__":
    sys.exit(main())
