"""What only the whole of an old ledger tells: which of its rows the ledger has already, and what stands on each invoice."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from tongxin.core.sheets.table import Problem
from tongxin.imports.protocol import Row
from tongxin.org.models import Unit
from tongxin.org.queries.units import union_of
from tongxin.purchases.imports.reading import Said
from tongxin.purchases.models import Invoice, Purchase
from tongxin.purchases.queries.payers import Judging, Loose
from tongxin.rulebook.queries import Findings

Key = tuple[Any, ...]
Place = tuple[str, int]


@dataclass(frozen=True, slots=True)
class Seen:
    """A row as it was seen first: `key` is what the ledger knows it by, empty where the row could not be read; `loose`
    what the rules ask of it."""

    place: Place
    key: Key
    seller: str
    invoice: str
    fen: int
    wrong: bool
    loose: Loose | None = None


@dataclass
class Slip:
    """An invoice of the file: who made it out by the row that says so first, its rows and their sum in fen; `torn`: the first of
    them that cannot come in, for then none of them may: the sum would not be the invoice's."""

    seller: str
    row: int
    rows: int = 0
    fen: int = 0
    torn: int = 0


class Whole:
    """Filled row by row; asked from when all are seen and before anything is written, so that what the file itself writes
    speaks against none of its rows. A line of the ledger answers for one row only."""

    def __init__(self, unit: Unit) -> None:
        self.unit = unit
        self.seen: list[Seen] = []
        self.slips: dict[str, Slip] = {}
        self.used: dict[str, Invoice] = {}
        self.there: dict[Place, bool] = {}
        self.judged: dict[Place, Findings] = {}
        self._settled = False

    def add(self, row: Row, said: Said, *, wrong: bool, loose: Loose | None = None) -> None:
        """See a row; `wrong` where something but its reading keeps it out. `loose` is held against the rules once all are seen."""
        fen = said.fields.get("fen") or 0
        key = (
            () if said.problems else (said.fields["on"], said.supplier, said.fields["what"], fen, said.fields["payer"])
        )
        self.seen.append(Seen(place(row), key, said.supplier, said.invoice, fen, wrong or not key, loose))

    def settle(self) -> None:
        """Hold all rows against the ledger and the rules: two queries, once; the rules and a year's sums are fetched once, too."""
        if self._settled:
            return
        self._settled = True
        known, matched = self._known(), Counter[Key]()
        for each in self.seen:
            gone = known.get(each.key, [])[matched[each.key] :]
            if gone:
                matched[each.key] += 1
                self.there[each.place] = gone[0]
        self._judge(Judging(self.unit))
        self._stack([each for each in self.seen if each.invoice])
        found = Invoice.objects.filter(root=union_of(self.unit), number__in=list(self.slips), voided_at=None)
        self.used = {each.number: each for each in found.select_related("supplier")}
        self.seen.clear()

    def told(self, row: Row, said: Said) -> str:
        """What to say of a row that the ledger has, or had until it was taken back; empty where it is new."""
        gone = self.there.get(place(row))
        if gone is None:
            return ""
        if gone:
            return _("台账里有过这一笔，后来冲掉了")
        if said.invoice and said.invoice not in self.used:
            return _("台账里已经有这一笔，没有挂发票%(number)s。要挂，到那一笔上冲掉重记。") % {"number": said.invoice}
        return _("台账里已经有这一笔")

    def findings(self, row: Row) -> Findings:
        """What the rules say of a new row, the rows above it counted."""
        return self.judged.get(place(row), Findings(()))

    def problem(self, row: Row, said: Said) -> Problem | None:
        """What keeps a new row from its invoice: `purchases.invoice_again`, `ledger.invoice_two_sellers`, `ledger.invoice_torn`."""
        slip = self.slips.get(said.invoice)
        if slip is None:
            return None
        number = said.invoice
        if there := self.used.get(number):
            facts = {"number": number, "supplier": there.supplier.name, "by": there.by}
            sentence = _("发票%(number)s登记过了（%(supplier)s，%(by)s记的），这一行没进。") % facts
            return row.problem("invoice", "purchases.invoice_again", sentence)
        if slip.seller != said.supplier:
            two: dict[str, Any] = {"number": number, "row": slip.row, "supplier": slip.seller}
            sentence = _("发票%(number)s第%(row)s行写的是%(supplier)s开的，一个号码只能是一家。") % two
            return row.problem("invoice", "ledger.invoice_two_sellers", sentence)
        if slip.torn:
            sentence = _("发票%(number)s的第%(row)s行进不来。一张发票的几行要一起进，这一行也先不进。") % {
                "number": number, "row": slip.torn,
            }  # fmt: skip
            return row.problem("invoice", "ledger.invoice_torn", sentence)
        return None

    def _known(self) -> dict[Key, list[bool]]:
        """The lines of the file's days by what they are known by: whether each was taken back, standing ones first."""
        days = [each.key[0] for each in self.seen if each.key]
        known: dict[Key, list[bool]] = defaultdict(list)
        if not days:
            return known
        lines = Purchase.objects.filter(unit=self.unit, on__range=(min(days), max(days)), corrects=None)
        for counter, *key in lines.values_list("corrected_by", "on", "supplier__name", "what", "fen", "payer"):
            known[tuple(key)].append(counter is not None)
        return {key: sorted(gone) for key, gone in known.items()}

    def _judge(self, judging: Judging) -> None:
        """The new rows in their order, each on top of those that may come in."""
        for each in self.seen:
            if each.loose is None or each.wrong or each.place in self.there:
                continue
            found = self.judged[each.place] = judging.of(each.loose)
            if not found.blocks:
                judging.count(each.loose)

    def _stack(self, rows: list[Seen]) -> None:
        for each in rows:
            if each.key:
                self.slips.setdefault(each.invoice, Slip(each.seller, each.place[1]))
        for each in rows:
            slip = self.slips.get(each.invoice)
            if slip is None or each.seller not in ("", slip.seller) or self.there.get(each.place):
                continue
            forbidden = each.place in self.judged and bool(self.judged[each.place].blocks)
            if (each.wrong or forbidden) and each.place not in self.there:
                slip.torn = slip.torn or each.place[1]
            slip.rows, slip.fen = slip.rows + 1, slip.fen + each.fen


def place(row: Row) -> Place:
    """The sheet and the row."""
    return row.table.sheet_name, row.record.row_number
