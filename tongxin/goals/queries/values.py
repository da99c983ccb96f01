"""Values of figures for goals and aims: each figure computed once for a unit and a year."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any

from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _

from tongxin.activities.models import Activity
from tongxin.core.figures import Figure, Result, Scope, figures
from tongxin.core.periods import Period
from tongxin.goals.models.measure import Direction
from tongxin.goals.rules import targets
from tongxin.goals.words import measurable, shown
from tongxin.org.models import Unit
from tongxin.plan.queries.baseline import path_of
from tongxin.ui.words import beside

Value = int | Fraction | None


@dataclass
class Values:
    """Figures of a unit, computed when they are first asked for: as many queries as there are different figures and years."""

    unit: Unit
    known: dict[tuple[str, int], Result] = field(default_factory=dict)

    def result(self, key: str, year: int) -> Result | None:
        """The figure of a year; None where nobody declares it any more."""
        figure = figures.get(key)
        if figure is None:
            return None
        if (key, year) not in self.known:
            self.known[key, year] = figure.compute(Scope(self.unit, Period.of_year(year)))
        return self.known[key, year]

    def value(self, key: str, part: str, year: int) -> Value:
        """The exact value, or that of a part of a breakdown (0 where the part has nothing)."""
        found = self.result(key, year)
        if found is None or not part:
            return found.value if found else None
        return next((one.value for one in found.parts if one.key == part), 0)

    def label(self, key: str, part: str, year: int) -> str:
        """What is measured: the figure's name, with its part."""
        figure = figures.get(key)
        if figure is None:
            return key
        if not part:
            return str(figure.label)
        found = self.result(key, year)
        return beside(
            str(figure.label), next((str(one.label) for one in found.parts if one.key == part), part) if found else part
        )


@dataclass(frozen=True)
class MeasureFact:
    """A figure against its target, as pages show it. `share` is 0 to 100, for a bar; `url` opens the records."""

    id: int
    key: str
    part: str
    label: str
    counts: str
    unit: str
    direction: str
    direction_label: str
    target: Fraction | None
    value: Value
    url: str

    @property
    def told(self) -> str:
        """The value in words."""
        return shown(self.value, self.counts, self.unit)

    @property
    def told_target(self) -> str:
        """The target in words."""
        return shown(self.target, self.counts, self.unit)

    @property
    def reached(self) -> bool:
        """Whether the target is reached."""
        return self.target is not None and targets.reached(self.value, self.target, self.direction)

    @property
    def share(self) -> int:
        """How much of the target is there."""
        return targets.share_of(self.value, self.target, self.direction) if self.target is not None else 0


def measure_fact(
    values: Values, year: int, measure: Any, target: Fraction | None, *, value: Value = None, known: bool = False
) -> MeasureFact:
    """The fact of an indicator, or of an aim's measure in a year; `known` where `value` was typed by hand."""
    figure: Figure | None = figures.get(measure.key)
    return MeasureFact(
        id=measure.pk,
        key=measure.key,
        part=measure.part,
        label=values.label(measure.key, measure.part, year),
        counts=figure.counts if figure else "",
        unit=str(figure.unit) if figure else "",
        direction=measure.direction,
        direction_label=str(Direction(measure.direction).label),
        target=target,
        value=value if known else values.value(measure.key, measure.part, year),
        url=figure_url(values.unit, year, measure.key, measure.part),
    )  # fmt: skip


def figure_url(unit: Unit, year: int, key: str, part: str = "") -> str:
    """Where the records behind a figure are listed; empty where no such page exists."""
    try:
        url = reverse("report:figures:figure", args=[year, key])
    except NoReverseMatch:
        return ""
    return f"{url}?unit={unit.pk}" + (f"&part={part}" if part else "")


def measure_choices(unit: Unit, year: int) -> Iterable[tuple[str, list[tuple[str, str]]]]:
    """What may be measured, by group: `key`, or `key:part` for the parts of a breakdown, which are computed for it."""
    values, groups = Values(unit), dict[str, list[tuple[str, str]]]()
    for figure in measurable():
        rows = groups.setdefault(str(figure.group) or _("其他"), [])
        if not figure.breakdown:
            rows.append((figure.key, f"{figure.label}（{figure.unit}）"))
            continue
        found = values.result(figure.key, year)
        rows += [
            (f"{figure.key}:{part.key}", beside(str(figure.label), str(part.label)))
            for part in (found.parts if found else ())
        ]
    return list(groups.items())


def counted_years(unit: Unit) -> set[int]:
    """The years for which the system holds records of the unit: one query."""
    rows = Activity.objects.filter(unit__path__startswith=path_of(unit)).exclude(state="idea")
    return set(rows.order_by().values_list("year", flat=True).distinct())
