"""One line, and one invoice, with what belongs to them."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from django.db.models import QuerySet, Sum
from django.db.models.functions import Coalesce

from tongxin.goods.models import Scope
from tongxin.goods.queries.suppliers import outside_of
from tongxin.goods.words import origin
from tongxin.org.access import inside
from tongxin.org.actor import Actor
from tongxin.org.models import Unit
from tongxin.purchases.access import may_change
from tongxin.purchases.models import Invoice, Purchase
from tongxin.purchases.queries.ledger import kind_of
from tongxin.purchases.queries.payers import SUBJECT, check_loose, check_payer, loose_of
from tongxin.purchases.words import payer
from tongxin.rulebook.queries import Findings
from tongxin.rulebook.queries.exemptions import standing


@dataclass(frozen=True)
class LinePage:
    """A line's page: what took it back, what it takes back, whether it may be corrected, what the rules say of it."""

    line: Purchase
    kind: str
    payer: str
    origin: str
    price: Fraction | None
    scopes: tuple[Scope, ...]
    outside: str
    corrected_by: Purchase | None
    may_correct: bool
    findings: Findings | None

    @property
    def twice(self) -> bool:
        """Whether it counts in more than one scope."""
        return len(self.scopes) > 1


@dataclass(frozen=True)
class InvoiceLine:
    """An invoice with the sum of its lines, in fen."""

    invoice: Invoice
    used: int

    @property
    def rest(self) -> int:
        """What no line stands for yet."""
        return self.invoice.fen - self.used


@dataclass(frozen=True)
class InvoicePage:
    """An invoice's page."""

    fact: InvoiceLine
    lines: tuple[Purchase, ...]
    live: int
    may_change: bool


def line_page(actor: Actor, line: Purchase) -> LinePage:
    """One line; what the rules say of it, while it stands. Ten queries at most."""
    scopes = tuple(line.scopes.all())
    gone = Purchase.objects.filter(corrects=line).first()
    kind = "corrected" if gone else kind_of(line) if line.corrects_id else "plain"
    price = Fraction(line.fen) / Fraction(line.count) if line.count and line.count != 1 else None
    return LinePage(
        line, kind, payer(line.payer), origin(line.county, line.village), price, scopes, outside_of(scopes, line.county), gone,
        kind == "plain" and may_change(actor, line.unit), _findings(line, scopes) if kind == "plain" else None,
    )  # fmt: skip


def decision_of(line: Purchase) -> dict[str, Any]:
    """What a committee decided of a line, by the boxes of its form; empty where it decided nothing. One query."""
    kept = standing(SUBJECT, [line.pk])
    names = ("minutes_no", "minutes_on", "basis", "basis_no", "why")
    return {name: getattr(kept[-1], name) for name in names} if kept else {}


def _findings(line: Purchase, scopes: tuple[Scope, ...]) -> Findings:
    if line.round is not None:
        return check_payer(line.round, line.payer, 0, assistance=bool(scopes))
    return check_loose(line.unit, loose_of(line, assistance=bool(scopes)))


def invoices_of(unit: Unit, year: int, *, voided: bool = False) -> list[InvoiceLine]:
    """A year's invoices, the newest first. One query."""
    rows = Invoice.objects.filter(inside(unit, "unit__path"), dated__year=year, voided_at__isnull=not voided)
    return [InvoiceLine(row, row.used) for row in _used(rows)]  # type: ignore[attr-defined]


def invoice_page(actor: Actor, invoice: Invoice) -> InvoicePage:
    """One invoice with all its lines. Two queries."""
    rows = Purchase.objects.filter(invoice=invoice).select_related("supplier", "corrected_by").order_by("on", "pk")
    lines = tuple(rows)
    live = sum(1 for line in lines if kind_of(line) == "plain")
    fact = InvoiceLine(invoice, sum(line.fen for line in lines))
    return InvoicePage(fact, lines, live, may_change(actor, invoice.unit))


def _used(rows: QuerySet[Invoice]) -> QuerySet[Invoice]:
    return rows.select_related("supplier").annotate(used=Coalesce(Sum("lines__fen"), 0))
