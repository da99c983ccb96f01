"""The importer of old ledgers: each line held against the ledger and the rest of the file, written through the acts."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tongxin.core.clock import today
from tongxin.core.sheets.table import Problem
from tongxin.goods.access import scopes_of, suppliers_of
from tongxin.goods.actions import add_supplier
from tongxin.goods.models import Scope, Supplier
from tongxin.imports.protocol import Importer, Row, Target, UnknownName, Verdict
from tongxin.imports.words import naming_row
from tongxin.org.access import require_right
from tongxin.org.queries.places import PlacesWithRight
from tongxin.org.queries.units import union_of
from tongxin.org.rules.rights import MONEY_CHANGE
from tongxin.purchases.actions import add_invoice, add_line
from tongxin.purchases.imports.columns import COLUMNS
from tongxin.purchases.imports.reading import Said, read
from tongxin.purchases.imports.scopes import NoOneScope, Scopes
from tongxin.purchases.models import Invoice, Purchase

Key = tuple[Any, ...]
KINDS = ("federation", "union", "branch", "department", "committee", "club")


@dataclass(frozen=True)
class Line:
    """A line to be written."""

    said: Said
    scopes: tuple[Scope, ...]


class LedgerJudge:
    """Judges one old ledger. A line that the ledger has already (same day, supplier, goods, sum) is left as it is.

    Chunks are judged and written by turns: what this file wrote itself (`written`, `invoices`) speaks against none of its
    later rows, and a line of the ledger answers for one row of the file only (`matched`).
    """

    def __init__(self, target: Target) -> None:
        require_right(target.actor, MONEY_CHANGE, target.unit)
        self.target, self.today = target, today(target.now)
        self.root = union_of(target.unit)
        self.scopes = Scopes(scopes_of(target.unit).select_related("unit"))
        self.homes: dict[str, Supplier] = {each.name: each for each in suppliers_of(target.unit).select_related("unit")}
        self.sums: dict[str, int] = defaultdict(int)
        self.sellers: dict[str, tuple[str, int]] = {}
        self.invoices: dict[str, Invoice] = {}
        self.written: set[int] = set()
        self.matched: Counter[Key] = Counter()

    def see(self, row: Row) -> None:
        """Add up what stands on each invoice, and remember who made it out."""
        said = read(row)
        if said.invoice and not said.problems:
            first = self.sellers.setdefault(said.invoice, (said.supplier, row.record.row_number))
            self.sums[said.invoice] += said.fields.get("fen", 0) if first[0] == said.supplier else 0

    def judge(self, rows: Sequence[Row]) -> list[Verdict]:
        """Judge a chunk, with two queries."""
        read_ = [read(row) for row in rows]
        known = self._known({said.fields["on"] for said in read_ if "on" in said.fields})
        numbers = {said.invoice for said in read_ if said.invoice}
        there = Invoice.objects.filter(root=self.root, number__in=numbers, voided_at=None)
        used = {each.number: each for each in there.select_related("supplier")}
        return [self._judge(row, said, known, used) for row, said in zip(rows, read_, strict=True)]

    def apply(self, verdicts: Sequence[Verdict]) -> None:
        """Write a chunk of sound lines. Refuses as the acts do, naming the row: then nothing of the file stays."""
        for verdict in verdicts:
            with naming_row(verdict.row.record.row_number):
                self._write(verdict.plan)

    def unknown_units(self) -> list[UnknownName]:
        """No units are named here."""
        return []

    def afterwords(self) -> list[str]:
        """Nothing more to say."""
        return []

    def _known(self, days: set[date]) -> dict[Key, list[bool]]:
        """The lines of these days that were there before this file: whether each was taken back, standing ones first."""
        lines = Purchase.objects.filter(unit=self.target.unit, on__in=days, corrects=None)
        known: dict[Key, list[bool]] = defaultdict(list)
        for pk, counter, *key in lines.values_list(
            "pk", "corrected_by", "on", "supplier__name", "what", "fen", "payer"
        ):
            if pk not in self.written:
                known[tuple(key)].append(counter is not None)
        return {key: sorted(gone) for key, gone in known.items()}

    def _judge(self, row: Row, said: Said, known: dict[Key, list[bool]], used: dict[str, Invoice]) -> Verdict:
        problems = list(said.problems)
        if said.fields.get("on") and said.fields["on"] > self.today:
            problems.append(row.problem("on", "purchases.future", _("还没到这一天，改对日期。")))
        if not problems and (there := self._there(said, known)):
            return Verdict(row, "unchanged", notes={"what": there})
        scopes, wrong = self._scopes(row, said)
        problems += [found for found in (wrong, self._invoice(row, said, used)) if found]
        if problems:
            return Verdict(row, "refused", tuple(problems))
        return Verdict(row, "new", notes=self._notes(said, scopes), plan=Line(said, scopes))

    def _there(self, said: Said, known: dict[Key, list[bool]]) -> str:
        """What to say of a row that the ledger has, or had until it was taken back; empty where it is new."""
        on, *rest = (said.fields.get(name) for name in ("on", "what", "fen", "payer"))
        key = (on, said.supplier, *rest)
        there = known.get(key, [])[self.matched[key] :]
        if not there:
            return ""
        self.matched[key] += 1
        return _("台账里有过这一笔，后来冲掉了") if there[0] else _("台账里已经有这一笔")

    def _scopes(self, row: Row, said: Said) -> tuple[tuple[Scope, ...], Problem | None]:
        """The scopes that a row names, or marks with a tick."""
        try:
            return self.scopes.meant(said.scope), None
        except NoOneScope as wrong:
            return (), row.problem("scope", "ledger.scope", wrong.sentence)

    def _invoice(self, row: Row, said: Said, used: dict[str, Invoice]) -> Problem | None:
        if not said.invoice:
            return None
        there = used.get(said.invoice)
        if there is not None and said.invoice not in self.invoices:
            facts = {"number": said.invoice, "supplier": there.supplier.name, "by": there.by}
            sentence = _("发票%(number)s登记过了（%(supplier)s，%(by)s记的），这一行没进。") % facts
            return row.problem("invoice", "purchases.invoice_again", sentence)
        seller = self.sellers.get(said.invoice)
        if seller is not None and seller[0] != said.supplier:
            two: dict[str, Any] = {"number": said.invoice, "row": seller[1], "supplier": seller[0]}
            sentence = _("发票%(number)s第%(row)s行写的是%(supplier)s开的，一个号码只能是一家。") % two
            return row.problem("invoice", "ledger.invoice_two_sellers", sentence)
        return None

    def _notes(self, said: Said, scopes: tuple[Scope, ...]) -> dict[str, str]:
        notes = dict(said.notes)
        if said.supplier not in self.homes:
            notes["supplier"] = _("新供应商，一起登记")
        if len(scopes) > 1:
            notes["scope"] = _("计入不止一个口径，全部里只算一次")
        return notes

    def _write(self, line: Line) -> None:
        who: dict[str, Any] = {"actor": self.target.actor, "now": self.target.now, "unit": self.target.unit}
        supplier = self.homes.get(line.said.supplier)
        if supplier is None:
            supplier = add_supplier(**who, name=line.said.supplier)
            self.homes[supplier.name] = supplier
        number, invoice = line.said.invoice, None
        if number:
            invoice = self.invoices.get(number) or add_invoice(
                **who, number=number, supplier=supplier, dated=line.said.fields["on"], fen=self.sums[number]
            )
            self.invoices[number] = invoice
        made = add_line(**who, supplier=supplier, scopes=line.scopes, invoice=invoice, **line.said.fields)
        self.written.add(made.pk)


LEDGER = Importer(
    key="purchases", label=gettext_lazy("采购台账"), icon="coin", columns=COLUMNS, right=MONEY_CHANGE, judge=LedgerJudge,
    act="purchases.import", unit_kinds=KINDS, places=PlacesWithRight(MONEY_CHANGE, KINDS),
    opens=lambda unit, year: f"{reverse('purchases:lines')}?unit={unit.pk}",
)  # fmt: skip
