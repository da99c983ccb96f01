"""What a text of a unit's year is checked against: today's figures."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from django.utils.translation import override

from tongxin.core.figures import Scope, figures
from tongxin.core.periods import Period
from tongxin.org.models import Unit
from tongxin.plan.models import WorkItem
from tongxin.report.queries.figures import Row
from tongxin.report.rules.checker import Facts, Known

# Nouns of which officials say 多次, and the figure that counts them exactly.
EXACT = {
    "座谈": "symposia.held",
    "慰问": "care.visits",
    "走访": "care.visits",
    "团建": "outings.held",
    "活动": "activities.held",
}


def figures_of_year(unit: Unit, year: int) -> list[Row]:
    """Every figure of the year. Who may read a summary sees the figures that stand in it, whatever else he may read."""
    scope = Scope(unit, Period.of_year(year))
    with override("zh-hans"):
        return [Row(figure, figure.compute(scope)) for figure in figures]


def facts_of(unit: Unit, year: int, rows: Iterable[Row] | None = None) -> Facts:
    """The facts of a unit's year; `rows` where they have been computed already."""
    computed = list(figures_of_year(unit, year) if rows is None else rows)
    known: dict[str, Known] = {}
    parts: dict[str, tuple[str, ...]] = {}
    for row in computed:
        known[row.key] = Known(row.label, row.unit, row.value)
        if row.result.parts:
            if sum(part.value for part in row.result.parts) == row.value:
                parts[row.key] = tuple(part.key for part in row.result.parts)
            known |= {
                f"{row.key}:{part.key}": Known(str(part.label), row.unit, part.value) for part in row.result.parts
            }
    completion = known.get("activities.completion")
    return Facts(
        known=known,
        parts=parts,
        completion=Fraction(completion.value) if completion and completion.value is not None else None,
        exact={noun: key for noun, key in EXACT.items() if key in known},
        promised=promised(unit, year),
    )


def promised(unit: Unit, year: int) -> tuple[str, ...]:
    """Work that last year handed on to this one."""
    carried = WorkItem.objects.filter(unit=unit, year=year, carried_from__isnull=False).order_by("id")
    return tuple(carried.values_list("title", flat=True))
