"""After any sequence of lines, counter-entries and invoices the totals are the same by three routes, exact to the fen."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.cast import NOW
from tongxin.core.refusals import Refused
from tongxin.goods.tests import making as goods
from tongxin.purchases import actions
from tongxin.purchases.exports import AMOUNT, ledger_sheet, scopes_sheet
from tongxin.purchases.models import Invoice, Purchase
from tongxin.purchases.queries.ledger import Wanted, exported, in_any_scope, lines_of, sum_of
from tongxin.purchases.queries.parts import by_month, by_origin, by_payer, by_scope
from tongxin.purchases.rules.amounts import MOST_FEN, apportion, line_fen, multiplies, packs_bought
from tongxin.welfare.models import Payer

COUNTIES = ("340828", "341524", "340225", "")
FEN = st.integers(1, MOST_FEN // 100)
STEP = st.one_of(
    st.tuples(
        st.just("line"), FEN, st.sampled_from(Payer.values), st.sampled_from(COUNTIES), st.integers(0, 3), st.booleans(),
        st.dates(date(2019, 12, 1), date(2020, 10, 1)),
    ),
    st.tuples(st.just("back"), st.integers(0, 30)),
    st.tuples(st.just("anew"), st.integers(0, 30), FEN, st.sampled_from(Payer.values)),
    st.tuples(st.just("void"), st.integers(0, 10)),
)  # fmt: skip


class Undone(Exception):
    """Ends an example so that nothing of it stays."""


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=st.lists(STEP, min_size=1, max_size=14))
def test_totals_are_the_same_by_three_routes(cast, steps):
    try:
        with transaction.atomic():
            _play(cast, steps)
            for year in (2019, 2020):
                _agree(cast, year)
            raise Undone
    except Undone:
        pass


def _play(cast: Any, steps: list[Any]) -> None:
    scopes = [goods.scope(cast), goods.scope(cast, "twinned", "结对")]
    seller, office = goods.supplier(cast), cast.actor("office")
    number = 0
    for kind, *step in steps:
        lines = list(Purchase.objects.select_related("unit", "supplier", "round", "pack").order_by("pk"))
        try:
            if kind == "line":
                fen, payer, county, marks, has_invoice, on = step
                number += 1
                more = {"invoice_no": str(number), "invoice_fen": fen} if has_invoice else {}
                chosen = [scope for index, scope in enumerate(scopes) if marks >> index & 1]
                actions.add_line(
                    actor=office, now=NOW, unit=cast.union, on=on, supplier=seller, what="货", fen=fen, payer=payer, county=county,
                    scopes=chosen, **more,
                )  # fmt: skip
            elif kind == "void":
                invoices = list(Invoice.objects.select_related("unit"))
                actions.void_invoice(actor=office, now=NOW, invoice=invoices[step[0] % len(invoices)], reason="错")
            elif kind == "back":
                actions.take_back(actor=office, now=NOW, line=lines[step[0] % len(lines)], reason="错")
            else:
                line = lines[step[0] % len(lines)]
                actions.rewrite(
                    actor=office, now=NOW, line=line, reason="错", on=line.on, supplier=seller, what="货", fen=step[1], payer=step[2],
                    scopes=list(line.scopes.all()), county=line.county,
                )  # fmt: skip
        except (Refused, ZeroDivisionError):
            continue


def _agree(cast: Any, year: int) -> None:
    """SQL's sum; the parts by origin, by payer and by month; the rows of the sheet."""
    rows = lines_of(cast.union, Wanted(year=year))
    whole = sum_of(rows)
    lines = exported(cast.union, Wanted(year=year))
    sheet = list(ledger_sheet(lines).rows)
    cells: list[Any] = [row[AMOUNT] for row in sheet]
    parts = [
        sum(share.fen for share in by_origin(rows)), sum(share.fen for share in by_payer(rows)), sum(by_month(rows)),
        sum(line.fen for line in lines),
    ]  # fmt: skip
    assert {*parts} == {whole}
    assert sum(cells[:-1], Decimal(0)) == cells[-1] == Decimal(whole) / 100
    exact = [whole, *parts, *(share.fen for share in by_scope(rows).parts), *(line.fen for line in lines)]
    assert all(type(value) is int for value in exact) and all(type(cell) is Decimal for cell in cells)
    assert not any(isinstance(cell, float) for row in [*sheet, *scopes_sheet(lines).rows] for cell in row)
    helping = by_scope(rows)
    assert helping.once == sum_of(rows.filter(in_any_scope())) == sum(line.fen for line in lines if line.scopes.all())
    last = list(scopes_sheet(lines).rows)[-1]
    assert last[-1] == Decimal(helping.once) / 100
    for invoice in Invoice.objects.filter(voided_at=None):
        assert 0 <= sum(line.fen for line in invoice.lines.all()) <= invoice.fen


@given(st.integers(0, MOST_FEN), st.lists(st.integers(0, 10**9), max_size=12))
def test_parts_of_a_sum_add_up_to_it(total, weights):
    parts = apportion(total, weights)
    assert sum(parts) == (total if weights else 0) and all(part >= 0 for part in parts)
    if any(weights):
        assert all(not part for part, weight in zip(parts, weights, strict=True) if not weight)


@pytest.mark.parametrize(
    ("price", "count", "fen"), [(4500, "3", 13500), (333, "2.5", 833), (1, "0.5", 1), (1, "0.4", 0), (99, "1.01", 100)]
)
def test_a_line_is_price_times_count_half_up(price, count, fen):
    assert line_fen(price, Decimal(count)) == fen and multiplies(price, Decimal(count), fen)


@pytest.mark.parametrize(
    ("items", "lines", "packs"),
    [
        ({1: 2, 2: 1}, [(1, 6), (2, 3)], 3), ({1: 2, 2: 1}, [(1, 6), (2, 2)], 2), ({1: 2}, [(None, 4)], 4), ({}, [(None, 4), (None, -1)], 3),
        ({1: 2}, [(1, 6), (1, -6)], 0), ({1: 1, 2: 1}, [], 0), ({1: 1}, [(1, 2), (9, 5)], 2),
    ],
)  # fmt: skip
def test_whole_packs_are_counted(items, lines, packs):
    assert packs_bought(items, [(product, Decimal(count)) for product, count in lines]) == packs
