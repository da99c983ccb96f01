"""The importer of quotations: suppliers and products, judged against what is known, written through the acts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tongxin.core.sheets.table import Problem
from tongxin.goods import actions
from tongxin.goods.access import products_of
from tongxin.goods.imports.columns import COLUMNS
from tongxin.goods.imports.reading import Said, read, seller
from tongxin.goods.imports.ticks import Ticks
from tongxin.goods.models import Product, Scope, Supplier
from tongxin.goods.queries.named import suppliers_by_name
from tongxin.goods.queries.suppliers import outside_of
from tongxin.goods.rules import credit_code
from tongxin.goods.words import origin
from tongxin.imports.protocol import Importer, Row, Target, UnknownName, Verdict
from tongxin.imports.words import naming_row
from tongxin.org.access import require_right
from tongxin.org.queries.places import PlacesWithRight
from tongxin.org.rules.rights import MONEY_CHANGE
from tongxin.ui.words import listed, yuan

KINDS = ("federation", "union", "branch", "department", "committee", "club")
Key = tuple[str, str, str]


@dataclass(frozen=True)
class Line:
    """What is to be written for a row: a product to add (`known` empty) or to change by `changed`."""

    said: Said
    known: Product | None = None
    changed: dict[str, Any] = field(default_factory=dict)
    scopes: tuple[Scope, ...] | None = None


class QuotationsJudge:
    """Judges one quotation. Products that are known but not in the file stay as they are."""

    def __init__(self, target: Target) -> None:
        require_right(target.actor, MONEY_CHANGE, target.unit)
        self.target = target
        self.ticks = Ticks(target.unit)
        self.first: dict[Key, tuple[str, int]] = {}
        self.codes: dict[str, str] = {}
        self.suppliers: dict[str, Supplier] = {}

    def see(self, row: Row) -> None:
        """Remember where each product comes first, and who goes by which code."""
        self.first.setdefault(_key(row), _place(row))
        if code := credit_code.plain(row.values.get("credit_code") or ""):
            self.codes.setdefault(code, seller(row))

    def judge(self, rows: Sequence[Row]) -> list[Verdict]:
        """Judge a chunk, with five queries."""
        homes = suppliers_by_name(self.target.unit, {seller(row) for row in rows})
        barred = self._barred(rows, homes)
        known = products_of(self.target.unit).filter(supplier__in=homes.values()).prefetch_related("scopes")
        there = {(each.supplier.name, each.name, each.spec): each for each in known.select_related("supplier__unit")}
        return [self._judge(row, there, homes, barred) for row in rows]

    def apply(self, verdicts: Sequence[Verdict]) -> None:
        """Write a chunk of sound lines. Refuses as the acts do, naming the row: then nothing of the file stays."""
        for verdict in verdicts:
            with naming_row(verdict.row.record.row_number):
                self._write(verdict.plan)

    def unknown_units(self) -> list[UnknownName]:
        """No units are named here."""
        return []

    def afterwords(self) -> list[str]:
        """Whether marks of the 832 counties find no scope."""
        return self.ticks.afterwords()

    def _barred(self, rows: Sequence[Row], homes: dict[str, Supplier]) -> dict[str, Supplier]:
        """Suppliers of the unit's own that stand in the way of new ones, by the name or the code they would share."""
        names = {seller(row) for row in rows} - homes.keys()
        codes = {credit_code.plain(row.values.get("credit_code") or "") for row in rows} - {""}
        own = Supplier.objects.filter(unit=self.target.unit)
        found = own.filter(Q(name__in=names, retired_at__isnull=False) | Q(credit_code__in=codes))
        return {key: each for each in found for key in (each.credit_code, each.name) if key}

    def _judge(
        self, row: Row, there: dict[Key, Product], homes: dict[str, Supplier], barred: dict[str, Supplier]
    ) -> Verdict:
        said = read(row)
        first = self.first.get(_key(row))
        if first is not None and first != _place(row):
            sentence = _("与第%(row)s行是同一个产品，只收前一行。") % {"row": first[1]}
            said.problems.append(row.problem("name", "quotations.repeat", sentence))
        home = homes.get(said.supplier_name)
        if home is None and (wrong := self._no_newcomer(row, said, barred)):
            said.problems.append(wrong)
        if said.problems:
            return Verdict(row, "refused", tuple(said.problems))
        found = there.get(_key(row))
        scope = self.ticks.at(home.unit if home else self.target.unit) if said.marked else None
        scopes = _with(scope, found)
        changed = {name: value for name, value in said.product.items() if getattr(found, name, None) != value}
        if found is not None and not changed and scopes is None:
            return Verdict(row, "unchanged", notes=_uncounted(said, scope))
        if above := self._above(row, home):
            return Verdict(row, "refused", (above,))
        notes = _notes(said, scopes, home) | _uncounted(said, scope)
        if found is None:
            return Verdict(row, "new", notes=notes, plan=Line(said, scopes=scopes or ()))
        line = Line(said, found, changed, scopes)
        return Verdict(row, "changed", before=_before(found, changed, scopes), notes=notes, plan=line)

    def _above(self, row: Row, home: Supplier | None) -> Problem | None:
        """A supplier of a unit above is changed there, not by whoever buys for a unit below."""
        if home is None or self.target.actor.may(MONEY_CHANGE, home.unit):
            return None
        facts = {"name": home.name, "unit": home.unit.called}
        return row.problem("supplier", "quotations.above", _("“%(name)s”登记在上级（%(unit)s），由他们改。") % facts)

    def _no_newcomer(self, row: Row, said: Said, barred: dict[str, Supplier]) -> Problem | None:
        """What keeps a supplier that is not known from being put down: it is retired, or another one goes by its code."""
        gone = barred.get(said.supplier_name)
        if gone is not None and gone.name == said.supplier_name:
            sentence = _("“%(name)s”停用了。还要买它的，到供应商里恢复，再导这一行。") % {"name": gone.name}
            return row.problem("supplier", "quotations.retired", sentence)
        code = said.supplier.get("credit_code", "")
        other = barred[code].name if code in barred else self.codes.get(code, said.supplier_name)
        if other != said.supplier_name:
            sentence = _("这个统一社会信用代码是“%(name)s”的。是同一家，把名称写成一样；不是，核对代码。") % {
                "name": other
            }
            return row.problem("credit_code", "quotations.code_taken", sentence)
        return None

    def _write(self, line: Line) -> None:
        who = {"actor": self.target.actor, "now": self.target.now}
        if line.known is None:
            supplier = self._supplier(line)
            actions.add_product(**who, supplier=supplier, scopes=line.scopes or (), **line.said.product)
        else:
            actions.edit_product(**who, product=line.known, scopes=line.scopes, **line.changed)

    def _supplier(self, line: Line) -> Supplier:
        """The supplier of that name, added at its first line."""
        name = line.said.supplier_name
        if name not in self.suppliers:
            self.suppliers[name] = suppliers_by_name(self.target.unit, {name}).get(name) or actions.add_supplier(
                actor=self.target.actor, now=self.target.now, unit=self.target.unit, name=name, **line.said.supplier
            )
        return self.suppliers[name]


def _with(scope: Scope | None, found: Product | None) -> tuple[Scope, ...] | None:
    """The product's scopes with the one that is ticked; None where that one is there already, or there is none."""
    had = tuple(found.scopes.all()) if found else ()
    return None if scope is None or scope in had else (*had, scope)


def _notes(said: Said, scopes: tuple[Scope, ...] | None, home: Supplier | None) -> dict[str, str]:
    notes = {} if home else {"supplier": _("新供应商，一起登记")}
    if outside := outside_of(scopes or (), said.product.get("county", "")):
        notes["mark"] = outside
    return notes


def _uncounted(said: Said, scope: Scope | None) -> dict[str, str]:
    """Said at the tick that counts nowhere; why, stands under the table."""
    return {"mark": _("勾先不计，原因见表下")} if said.marked and scope is None else {}


def _before(found: Product, changed: dict[str, Any], scopes: tuple[Scope, ...] | None) -> dict[str, str]:
    """The old values by column."""
    before = {name: str(getattr(found, name) or "—") for name in changed if name in {"measure", "proof", "proof_until"}}
    if "price_fen" in changed:
        before["price"] = yuan(found.price_fen)
    if changed.keys() & {"county", "village"}:
        before["origin"] = origin(found.county, found.village) or "—"
    if scopes is not None:
        before["mark"] = listed(found.scopes.all()) or "—"
    return before


def _key(row: Row) -> Key:
    values = row.values
    return seller(row), values.get("name") or "", values.get("spec") or ""


def _place(row: Row) -> tuple[str, int]:
    return row.table.sheet_name, row.record.row_number


QUOTATIONS = Importer(
    key="quotations", label=gettext_lazy("产品报价单"), icon="gift", columns=COLUMNS, right=MONEY_CHANGE, judge=QuotationsJudge,
    act="goods.import", unit_kinds=KINDS, spare=("supplier",), places=PlacesWithRight(MONEY_CHANGE, KINDS),
    opens=lambda unit, year: reverse("goods:suppliers"),
)  # fmt: skip
