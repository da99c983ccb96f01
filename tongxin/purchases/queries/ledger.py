"""The ledger: lines by filters, newest first, with the running sum."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Sum

from tongxin.core.numbers import whole
from tongxin.goods.models import Scope
from tongxin.goods.words import origin
from tongxin.org.access import inside
from tongxin.org.models import Unit
from tongxin.purchases.models import Purchase
from tongxin.purchases.words import payer as payer_words

PER_PAGE = 50
WHOLE = "any"


@dataclass(frozen=True)
class Wanted:
    """What the ledger is narrowed to. `scope` is a scope's id, or `any` for all assistance; `month` 1 to 12."""

    year: int | None = None
    scope: str = ""
    payer: str = ""
    month: int | None = None
    county: str = ""
    q: str = ""
    round: int | None = None
    supplier: int | None = None
    open_invoice: bool = False

    @property
    def is_narrow(self) -> bool:
        """Whether anything of the year is left out."""
        return any(
            (self.scope, self.payer, self.month, self.county, self.q, self.round, self.supplier, self.open_invoice)
        )


@dataclass(frozen=True)
class LedgerLine:
    """A line: `running` is the sum of all lines up to it, `kind` plain, counter (takes one back) or corrected (taken back)."""

    pk: int
    on: date
    what: str
    count: str
    supplier: str
    fen: int
    running: int
    payer: str
    origin: str
    scopes: tuple[str, ...]
    invoice: str
    round: str
    unit: str
    kind: str

    @property
    def twice(self) -> bool:
        """Whether it counts in more than one scope."""
        return len(self.scopes) > 1


@dataclass(frozen=True)
class Ledger:
    """One page of lines with the sum of all that were found."""

    page: Page[Any]
    lines: tuple[LedgerLine, ...]
    total: int


def lines_of(unit: Unit, wanted: Wanted) -> QuerySet[Purchase]:
    """The lines of a unit and all below it, as narrowed, oldest first."""
    rows = Purchase.objects.filter(inside(unit, "unit__path"))
    if wanted.year is not None:
        rows = rows.filter(year=wanted.year)
    if wanted.scope == WHOLE:
        rows = rows.filter(in_any_scope())
    elif scope := whole(wanted.scope):
        rows = rows.filter(Exists(through().filter(purchase=OuterRef("pk"), scope=scope)))
    if wanted.q:
        said = ("what", "supplier__name", "order_no", "invoice__number", "village", "purpose", "words")
        found = Q()
        for field in said:
            found |= Q(**{f"{field}__icontains": wanted.q})
        rows = rows.filter(found)
    if wanted.open_invoice:
        rows = rows.filter(invoice=None, corrects=None, corrected_by=None)
    plain = {
        "payer": wanted.payer,
        "county": wanted.county,
        "on__month": wanted.month,
        "round": wanted.round,
        "supplier": wanted.supplier,
    }
    return rows.filter(**{key: value for key, value in plain.items() if value}).order_by("on", "pk")


def in_any_scope() -> Q:
    """A condition: the line counts in some scope; each line once, in however many it counts."""
    return Q(Exists(through().filter(purchase=OuterRef("pk"))))


def in_several_scopes() -> Q:
    """A condition: the line counts in more than one."""
    several = through().order_by().values("purchase").annotate(n=Count("pk")).filter(n__gt=1)
    return Q(pk__in=several.values("purchase"))


def through() -> QuerySet[Any]:
    """The rows that say which line counts in which scope."""
    found: QuerySet[Any] = Purchase.scopes.through._default_manager.all()
    return found


def sum_of(rows: QuerySet[Purchase]) -> int:
    """Fen in all, added up by the database."""
    return int(rows.order_by().aggregate(fen=Sum("fen"))["fen"] or 0)


def ledger(unit: Unit, wanted: Wanted, page: str | None) -> Ledger:
    """The newest first. Five queries."""
    rows = lines_of(unit, wanted).order_by("-on", "-pk")
    found = Paginator(rows, PER_PAGE).get_page(page)
    start = found.start_index() - 1 if found.paginator.count else 0
    total = sum_of(rows)
    newer = int(rows[:start].aggregate(fen=Sum("fen"))["fen"] or 0) if start else 0
    return Ledger(found, tuple(_lines(_full(rows)[start : start + PER_PAGE], total - newer)), total)


def exported(unit: Unit, wanted: Wanted) -> list[Purchase]:
    """All of them, oldest first, with what a sheet shows. Three queries."""
    return list(_full(lines_of(unit, wanted)).prefetch_related("scopes__unit"))


def scopes_named(line: Purchase) -> tuple[str, ...]:
    """The scopes of a line whose scopes were fetched."""
    return tuple(scope.name for scope in line.scopes.all())


def years_of(unit: Unit) -> list[int]:
    """Years with lines, the newest first. One query."""
    rows = Purchase.objects.filter(inside(unit, "unit__path")).order_by("-year")
    return list(rows.values_list("year", flat=True).distinct())


def scopes_in(rows: QuerySet[Purchase]) -> list[Scope]:
    """The scopes that any of the lines count in."""
    return list(Scope.objects.filter(purchases__in=rows).distinct().order_by("pk"))


def kind_of(line: Purchase) -> str:
    """plain, counter or corrected."""
    if line.corrects_id is not None:
        return "counter"
    return "corrected" if hasattr(line, "corrected_by") else "plain"


def _full(rows: QuerySet[Purchase]) -> QuerySet[Purchase]:
    related = ("supplier", "invoice", "round", "unit", "corrected_by", "pack")
    return rows.select_related(*related).prefetch_related("scopes")


def _lines(rows: QuerySet[Purchase], running: int) -> list[LedgerLine]:
    made = []
    for row in rows:
        made.append(_line(row, running))
        running -= row.fen
    return made


def _line(row: Purchase, running: int) -> LedgerLine:
    return LedgerLine(
        pk=row.pk, on=row.on, what=row.what, count=f"{row.count.normalize():f}", supplier=row.supplier.name, fen=row.fen,
        running=running, payer=payer_words(row.payer), origin=origin(row.county, row.village), scopes=scopes_named(row),
        invoice=row.invoice.number if row.invoice else "", round=row.round.title if row.round else "", unit=row.unit.called,
        kind=kind_of(row),
    )  # fmt: skip
