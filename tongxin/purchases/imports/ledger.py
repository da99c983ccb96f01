"""The importer of old ledgers: each line held against the ledger and the rest of the file, written through the acts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tongxin.core.refusals import Refused
from tongxin.core.sheets.table import Problem
from tongxin.goods.access import scopes_of
from tongxin.goods.actions import add_supplier
from tongxin.goods.models import Scope
from tongxin.goods.queries.named import retired_names, suppliers_by_name
from tongxin.imports.protocol import Importer, Row, Target, UnknownName, Verdict
from tongxin.imports.words import naming_row
from tongxin.org.access import require_right
from tongxin.org.queries.places import PlacesWithRight
from tongxin.org.rules.rights import MONEY_CHANGE
from tongxin.purchases.actions import add_invoice, add_line
from tongxin.purchases.actions.checking import forbidden, require_day, require_sums
from tongxin.purchases.imports.columns import COLUMNS
from tongxin.purchases.imports.reading import Said, read
from tongxin.purchases.imports.scopes import NoOneScope, Scopes
from tongxin.purchases.imports.whole import Whole
from tongxin.purchases.models import Invoice
from tongxin.purchases.queries.payers import Loose
from tongxin.rulebook.queries import Findings
from tongxin.rulebook.words import unsaid
from tongxin.ui.words import yuan

KINDS = ("federation", "union", "branch", "department", "committee", "club")


@dataclass(frozen=True)
class Line:
    """A line to be written."""

    said: Said
    scopes: tuple[Scope, ...]


class LedgerJudge:
    """Judges one old ledger. A line that the ledger has already (same day, supplier, goods, sum) is left as it is.

    The rows of one invoice come in together or not at all, so that the sum which is put down for it is the invoice's own.
    """

    def __init__(self, target: Target) -> None:
        require_right(target.actor, MONEY_CHANGE, target.unit)
        self.target = target
        self.scopes = Scopes(scopes_of(target.unit).select_related("unit"))
        self.homes = suppliers_by_name(target.unit)
        self.gone = set(retired_names(target.unit)) - self.homes.keys()
        self.whole = Whole(target.unit)
        self.invoices: dict[str, Invoice] = {}
        self.told: set[str] = set()

    def see(self, row: Row) -> None:
        """Read it in full, as it will be judged: what cannot come in pulls the rest of its invoice along."""
        values, problems = row.table.read(row.record, year=self.target.year)
        full = Row(row.table, row.record, values, tuple(problems))
        said = read(full)
        self.whole.add(full, said, wrong=bool(self._wrong(full, said)), loose=self._loose(said))

    def judge(self, rows: Sequence[Row]) -> list[Verdict]:
        """Judge a chunk; the ledger is asked once, at the first."""
        self.whole.settle()
        return [self._judge(row, read(row)) for row in rows]

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

    def _judge(self, row: Row, said: Said) -> Verdict:
        if not said.problems and (there := self.whole.told(row, said)):
            return Verdict(row, "unchanged", notes={"what": there})
        found = self.whole.findings(row)
        problems = [*said.problems, *self._wrong(row, said)]
        if found.blocks:
            problems.append(row.problem("payer", "purchases.payer_forbidden", _against(said, found)))
        stacked = self.whole.problem(row, said)
        if stacked is not None and not (problems and stacked.code == "ledger.invoice_torn"):
            problems.append(stacked)
        if problems:
            return Verdict(row, "refused", tuple(problems))
        scopes = self.scopes.meant(said.scope)
        return Verdict(row, "new", notes=self._notes(said, scopes, found), plan=Line(said, scopes))

    def _wrong(self, row: Row, said: Said) -> list[Problem]:
        """What keeps out a row that can be read: a day, a sum, a scope, a supplier that the acts would refuse."""
        found = []
        on, fen = said.fields.get("on"), said.fields.get("fen")
        if on is not None:
            found.append(_refusal(row, "on", lambda: require_day(on, self.target.now)))
        if fen is not None:
            found.append(_refusal(row, "fen", lambda: require_sums(fen, said.fields["count"])))
        try:
            self.scopes.meant(said.scope)
        except NoOneScope as wrong:
            found.append(row.problem("scope", "ledger.scope", wrong.sentence))
        if said.supplier in self.gone:
            sentence = _("“%(name)s”停用了。它的旧账要进来，先到供应商里恢复。") % {"name": said.supplier}
            found.append(row.problem("supplier", "ledger.retired", sentence))
        return [each for each in found if each is not None]

    def _loose(self, said: Said) -> Loose | None:
        """What the rules ask of the row; None where it could not be read."""
        if said.problems:
            return None
        try:
            assistance = bool(self.scopes.meant(said.scope))
        except NoOneScope:
            return None
        given = said.fields
        return Loose(
            given["on"], given["payer"], given["fen"], given["what"], given["purpose"], given["heads"], assistance
        )

    def _notes(self, said: Said, scopes: tuple[Scope, ...], found: Findings) -> dict[str, str]:
        notes = dict(said.notes)
        if found.unknown:
            notes["payer"] = unsaid(fact for each in found.unknown for fact in each.missing)
        if said.supplier not in self.homes:
            notes["supplier"] = _("新供应商，一起登记")
        if len(scopes) > 1:
            notes["scope"] = _("计入不止一个口径，全部里只算一次")
        if said.invoice and said.invoice not in self.told:
            self.told.add(said.invoice)
            slip = self.whole.slips[said.invoice]
            notes["invoice"] = _("登记这张发票，%(n)s行一共%(sum)s") % {"n": slip.rows, "sum": yuan(slip.fen)}
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
                **who, number=number, supplier=supplier, dated=line.said.fields["on"], fen=self.whole.slips[number].fen
            )
            self.invoices[number] = invoice
        add_line(**who, supplier=supplier, scopes=line.scopes, invoice=invoice, **line.said.fields)


def _refusal(row: Row, key: str, ask: Callable[[], None]) -> Problem | None:
    """What an act would refuse, as the problem of a cell."""
    try:
        ask()
    except Refused as refusal:
        return row.problem(key, refusal.code, refusal.sentence)
    return None


def _against(said: Said, found: Findings) -> str:
    """Which rule keeps the row out; a committee's decision is recorded with a line by hand."""
    why = forbidden(said.fields["payer"], found.blocks).sentence
    if not all(each.exemptible for each in found.blocks):
        return why
    return _("%(why)s委员会定了例外的，在台账里单独记这一笔。") % {"why": why}


LEDGER = Importer(
    key="purchases", label=gettext_lazy("采购台账"), icon="coin", columns=COLUMNS, right=MONEY_CHANGE, judge=LedgerJudge,
    act="purchases.import", unit_kinds=KINDS, places=PlacesWithRight(MONEY_CHANGE, KINDS),
    opens=lambda unit, year: f"{reverse('purchases:lines')}?unit={unit.pk}",
)  # fmt: skip
