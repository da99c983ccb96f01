"""Aims over several years: each figure year by year, counted or typed, beside its target."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from tongxin.goals.models import Aim, AimMeasure, AimYear
from tongxin.goals.queries.values import MeasureFact, Values, counted_years, measure_fact
from tongxin.org.models import Unit

SHOWN_BEFORE = 3


@dataclass(frozen=True)
class YearPoint:
    """A year of a measure. `height` and `target_height` are 0 to 100 of the highest; `typed` says where a value was typed from."""

    year: int
    fact: MeasureFact | None
    target: str
    height: int
    target_height: int
    typed: str
    by: str
    now: bool

    @property
    def told(self) -> str:
        """The value in words, or a dash where there is none yet."""
        return self.fact.told if self.fact else "—"


@dataclass(frozen=True)
class Trend:
    """A measure over the years."""

    id: int
    label: str
    unit: str
    direction: str
    points: tuple[YearPoint, ...]

    @property
    def latest(self) -> YearPoint | None:
        """The last year with a value."""
        return next((point for point in reversed(self.points) if point.fact), None)


@dataclass(frozen=True)
class AimFact:
    """An aim with its trends."""

    aim: Aim
    trends: tuple[Trend, ...]
    years: tuple[int, ...]


def aims_page(unit: Unit, today: date) -> list[AimFact]:
    """All aims of a unit: four queries, and those of every different figure and year."""
    aims = Aim.objects.filter(unit=unit).select_related("owner", "unit").prefetch_related("measures__years")
    return _facts(unit, aims, today)


def aim_page(aim: Aim, today: date) -> AimFact:
    """One aim, as in `aims_page`."""
    one = Aim.objects.filter(pk=aim.pk).select_related("owner", "unit").prefetch_related("measures__years")
    return _facts(aim.unit, one, today)[0]


def _facts(unit: Unit, aims: Iterable[Aim], today: date) -> list[AimFact]:
    values, counted = Values(unit), counted_years(unit)
    return [_fact(values, counted, aim, today) for aim in aims]


def _fact(values: Values, counted: set[int], aim: Aim, today: date) -> AimFact:
    typed = {
        row.year for measure in aim.measures.all() for row in measure.years.all() if row.kind == AimYear.Kind.TYPED
    }
    before = [year for year in range(aim.first - SHOWN_BEFORE, aim.first) if year in typed or year in counted]
    years = (*before, *range(aim.first, aim.last + 1))
    trends = tuple(_trend(values, counted, measure, years, today) for measure in aim.measures.all())
    return AimFact(aim, trends, years)


def _trend(values: Values, counted: set[int], measure: AimMeasure, years: Sequence[int], today: date) -> Trend:
    kept = {(row.year, row.kind): row for row in measure.years.all()}
    facts = {year: _year(values, counted, measure, year, kept, today) for year in years}
    numbers = [Fraction(fact.value) for fact in facts.values() if fact and fact.value is not None]
    numbers += [row.value for row in kept.values() if row.kind == AimYear.Kind.TARGET]
    highest = max(numbers, default=Fraction(0))
    bare = measure_label(values, measure, years[-1])
    points = tuple(_point(year, facts[year], kept, highest, bare, today) for year in years)
    return Trend(measure.pk, bare.label, bare.unit, bare.direction_label, points)


def measure_label(values: Values, measure: AimMeasure, year: int) -> MeasureFact:
    """The measure without a value: its name, unit and direction."""
    return measure_fact(values, year, measure, None, value=None, known=True)


def _year(
    values: Values, counted: set[int], measure: AimMeasure, year: int, kept: dict[tuple[int, str], AimYear], today: date
) -> MeasureFact | None:
    target = kept.get((year, AimYear.Kind.TARGET))
    typed = kept.get((year, AimYear.Kind.TYPED))
    wanted = target.value if target else None
    if year in counted and year <= today.year:
        return measure_fact(values, year, measure, wanted)
    if typed:
        return measure_fact(values, year, measure, wanted, value=typed.value, known=True)
    return None


def _point(
    year: int,
    fact: MeasureFact | None,
    kept: dict[tuple[int, str], AimYear],
    highest: Fraction,
    bare: MeasureFact,
    today: date,
) -> YearPoint:
    target, typed = kept.get((year, AimYear.Kind.TARGET)), kept.get((year, AimYear.Kind.TYPED))
    told = MeasureFact(**{**bare.__dict__, "target": target.value}).told_target if target else ""
    by_hand = typed if typed and fact and fact.value == typed.value else None
    return YearPoint(
        year, fact, told, _height(fact.value if fact else None, highest), _height(target.value if target else None, highest),
        by_hand.source if by_hand else "", by_hand.by if by_hand else "", year == today.year,
    )  # fmt: skip


def _height(value: int | Fraction | None, highest: Fraction) -> int:
    return int(Fraction(value) / highest * 100) if value and highest else 0
