"""Invoices, also two at once."""

from __future__ import annotations

from datetime import date

import pytest

from tests.cast import NOW, make_cast
from tests.support.racing import at_once
from tongxin.core.refusals import Refused
from tongxin.goods.tests import making as goods
from tongxin.purchases import actions
from tongxin.purchases.models import Invoice, Purchase
from tongxin.purchases.tests.making import DAY, line
from tongxin.purchases.tests.test_ledger import refused


def given(cast, number="001", **more):
    seller = more.pop("supplier", None) or goods.supplier(cast)
    return {
        "actor": cast.actor("office"), "unit": cast.union, "number": number, "supplier": seller, "dated": DAY, "fen": 10000, **more
    }  # fmt: skip


@pytest.mark.django_db
def test_a_number_comes_once_and_the_second_is_told_where_it_is(cast):
    call = given(cast)
    made = actions.add_invoice(now=NOW, **call)
    caught = refused("purchases.invoice_again", actions.add_invoice, **{**call, "number": " 0 01"})
    assert caught.facts["invoice"] == made.pk and "2020年9月20日" in caught.sentence and "100元" in caught.sentence
    for number in ("", "发票", "9" * 31):
        refused("purchases.invoice_number", actions.add_invoice, **{**call, "number": number})
    refused("purchases.no_amount", actions.add_invoice, **{**call, "number": "2", "fen": 0})
    refused("purchases.future", actions.add_invoice, **{**call, "number": "2", "dated": date(2020, 10, 21)})
    refused("access.no_right", actions.add_invoice, **{**call, "number": "2", "actor": cast.actor("audit")})


@pytest.mark.django_db
def test_a_number_is_the_same_however_it_is_typed(cast):
    made = actions.add_invoice(now=NOW, **given(cast, "  ０1 a"))
    assert made.number == "01A"
    refused("purchases.invoice_again", actions.add_invoice, **given(cast, "01a", supplier=made.supplier))
    assert line(cast, made.supplier, invoice_no="０１ a", fen=100).invoice == made


@pytest.mark.django_db
def test_a_number_comes_once_in_a_union_and_again_in_the_next(cast):
    made = actions.add_invoice(now=NOW, **given(cast))
    branch = {"actor": cast.actor("branch"), "unit": cast.units["ee"]}
    caught = refused(
        "purchases.invoice_again", actions.add_invoice, **{**given(cast, supplier=made.supplier), **branch}
    )
    assert caught.facts["invoice"] == made.pk
    call = {**branch, "on": DAY, "supplier": made.supplier, "fen": 100, "what": "茶", "payer": "dues"}
    refused("purchases.invoice_again", actions.add_line, **call, invoice_no="001", invoice_fen=100)
    refused("purchases.foreign_invoice", actions.add_line, **call, invoice_no="001")
    other = {"actor": cast.actor("outsider"), "unit": cast.units["other"]}
    assert actions.add_invoice(now=NOW, **{**given(cast, supplier=made.supplier), **other}).root == cast.units["other"]


@pytest.mark.django_db
def test_an_invoice_of_another_seller_or_union_is_refused(cast):
    made = actions.add_invoice(now=NOW, **given(cast))
    other = goods.supplier(cast, "另一家")
    with pytest.raises(Refused) as caught:
        line(cast, other, invoice=made)
    assert caught.value.code == "purchases.invoice_other_supplier"
    Invoice.objects.update(unit=cast.units["lib"])
    made.refresh_from_db()
    with pytest.raises(Refused) as caught:
        line(cast, made.supplier, invoice=made)
    assert caught.value.code == "purchases.foreign_invoice"


@pytest.mark.django_db
def test_lines_never_go_beyond_their_invoice(cast):
    made = actions.add_invoice(now=NOW, **given(cast))
    line(cast, made.supplier, invoice=made, fen=6000)
    with pytest.raises(Refused) as caught:
        line(cast, made.supplier, invoice=made, fen=4001)
    assert caught.value.code == "purchases.invoice_exceeded" and caught.value.facts["rest"] == 4000
    line(cast, made.supplier, invoice=made, fen=4000)


@pytest.mark.django_db
def test_an_invoice_is_voided_when_no_live_line_is_on_it(cast):
    office = cast.actor("office")
    made = actions.add_invoice(now=NOW, **given(cast))
    one = line(cast, made.supplier, invoice=made, fen=6000)
    refused("purchases.invoice_in_use", actions.void_invoice, actor=office, invoice=made, reason="开错")
    actions.take_back(actor=office, now=NOW, line=one, reason="票错了")
    refused("purchases.no_reason", actions.void_invoice, actor=office, invoice=made, reason="")
    actions.void_invoice(actor=office, now=NOW, invoice=made, reason="开错")
    refused("purchases.invoice_voided", actions.void_invoice, actor=office, invoice=made, reason="开错")
    with pytest.raises(Refused) as caught:
        line(cast, made.supplier, invoice=made)
    assert caught.value.code == "purchases.invoice_voided"
    again = actions.add_invoice(now=NOW, **given(cast, supplier=made.supplier))
    assert again.number == made.number and Invoice.objects.filter(voided_at=None).count() == 1


@pytest.mark.django_db(transaction=True)
def test_the_same_number_at_the_same_moment_comes_once():
    cast = make_cast()
    call = given(cast)
    got = at_once(*(lambda: actions.add_invoice(now=NOW, **call).number for _each in range(6)))
    assert sorted(got) == ["001", *["purchases.invoice_again"] * 5]


@pytest.mark.django_db(transaction=True)
def test_two_lines_at_once_do_not_exceed_the_invoice_and_a_line_is_taken_back_once():
    cast = make_cast()
    made = actions.add_invoice(now=NOW, **given(cast))
    office = cast.actor("office")
    got = at_once(*(lambda: line(cast, made.supplier, invoice=made, fen=6000).fen for _each in range(4)))
    assert sorted(map(str, got)) == ["6000", *["purchases.invoice_exceeded"] * 3]
    one = Purchase.objects.select_related("unit").get()
    got = at_once(*(lambda: actions.take_back(actor=office, now=NOW, line=one, reason="错").fen for _each in range(4)))
    assert sorted(map(str, got)) == ["-6000", *["purchases.corrected"] * 3]
