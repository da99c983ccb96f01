"""The year's page: tasks against what was spent, and where it went."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from django.db.models import Count, Sum

from tongxin.org.access import inside
from tongxin.org.models import Unit
from tongxin.purchases.models import Purchase
from tongxin.purchases.queries.ledger import in_any_scope, sum_of, years_of
from tongxin.purchases.queries.parts import Scopes, Share, by_month, by_origin, by_payer, by_scope
from tongxin.purchases.queries.tasks import TaskLine, task_lines
from tongxin.purchases.words import assistance
from tongxin.welfare.models import Entitled, Round


@dataclass(frozen=True)
class RoundLine:
    """A round of the year that something was bought for."""

    pk: int
    title: str
    spent: int
    heads: int
    settled: bool

    @property
    def per_head(self) -> Fraction | None:
        """Fen for each who was entitled."""
        return Fraction(self.spent, self.heads) if self.heads else None


@dataclass(frozen=True)
class Year:
    """A unit's year; sums of payer, origin and month are those of assistance purchasing, each line once."""

    year: int
    years: tuple[int, ...]
    called: str
    tasks: tuple[TaskLine, ...]
    total: int
    scopes: Scopes
    payers: tuple[Share, ...]
    origins: tuple[Share, ...]
    months: tuple[int, ...]
    rounds: tuple[RoundLine, ...]
    lines: int

    @property
    def highest(self) -> int:
        """The largest month, for drawing."""
        return max((*self.months, 1))


def year_of(unit: Unit, year: int) -> Year:
    """Everything of the page. Seventeen queries at most."""
    rows = Purchase.objects.filter(inside(unit, "unit__path"), year=year)
    helping = rows.filter(in_any_scope())
    known = years_of(unit)
    return Year(
        year=year, years=tuple(sorted({*known, year}, reverse=True)), called=assistance(year), tasks=tuple(task_lines(unit, year)),
        total=sum_of(rows), scopes=by_scope(rows), payers=by_payer(helping), origins=by_origin(helping), months=by_month(helping),
        rounds=tuple(_rounds(unit, year)), lines=rows.count(),
    )  # fmt: skip


def _rounds(unit: Unit, year: int) -> list[RoundLine]:
    rows = Purchase.objects.filter(inside(unit, "unit__path"), year=year, round__isnull=False).order_by()
    spent = dict(rows.values_list("round").annotate(fen=Sum("fen")))
    standing = Entitled.objects.filter(Entitled.standing(), round__in=spent).order_by()
    heads = dict(standing.values_list("round").annotate(n=Count("pk")))
    found = Round.objects.filter(pk__in=spent).select_related("settlement").order_by("gives_on", "pk")
    return [
        RoundLine(row.pk, row.title, spent[row.pk], heads.get(row.pk, 0), hasattr(row, "settlement")) for row in found
    ]
