"""Suppliers, products and scopes: each act with each refusal."""

from __future__ import annotations

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from tests.cast import NOW
from tongxin.audit.models import Entry
from tongxin.core.refusals import Refused
from tongxin.files.models import Attachment
from tongxin.files.owners import may_open
from tongxin.goods import actions
from tongxin.goods.models import Product, Scope, Supplier
from tongxin.goods.tests.making import CODE, product, scope, supplier


def refused(code, act, **call):
    before = (
        Entry.objects.count(),
        list(Supplier.objects.values()),
        list(Product.objects.values()),
        list(Scope.objects.values()),
    )
    with pytest.raises(Refused) as caught:
        act(now=NOW, **call)
    assert caught.value.code == code
    after = (
        Entry.objects.count(),
        list(Supplier.objects.values()),
        list(Product.objects.values()),
        list(Scope.objects.values()),
    )
    assert after == before
    return caught.value


def test_a_supplier_is_added_changed_retired_and_taken_back(cast):
    office = cast.actor("office")
    made = supplier(cast, credit_code=CODE.lower(), county="340828", on_832=True)
    assert made.credit_code == CODE
    actions.edit_supplier(actor=office, now=NOW, supplier=made, phone="0556")
    actions.edit_supplier(actor=office, now=NOW, supplier=made, phone="0556")
    refused("goods.no_reason", actions.retire_supplier, actor=office, supplier=made, reason=" ")
    actions.retire_supplier(actor=office, now=NOW, supplier=made, reason="不做了")
    refused("goods.retired", actions.edit_supplier, actor=office, supplier=made, phone="1")
    refused("goods.retired", actions.retire_supplier, actor=office, supplier=made, reason="又")
    actions.reinstate_supplier(actor=office, now=NOW, supplier=made, reason="又做了")
    refused("goods.not_retired", actions.reinstate_supplier, actor=office, supplier=made, reason="又")
    assert list(Entry.objects.order_by("pk").values_list("act", flat=True)) == [
        "goods.add_supplier", "goods.edit_supplier", "goods.retire_supplier", "goods.reinstate_supplier",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"name": " "}, "goods.no_name"), ({"name": "甲"}, "goods.supplier_again"), ({"name": "乙", "credit_code": "123"}, "goods.credit_code"),
        ({"name": "乙", "credit_code": CODE}, "goods.supplier_again"), ({"name": "乙", "county": "999999"}, "goods.unknown_county"),
    ],
)  # fmt: skip
def test_an_unsound_supplier_is_refused(cast, fields, code):
    supplier(cast, "甲", credit_code=CODE)
    refused(code, actions.add_supplier, actor=cast.actor("office"), unit=cast.union, **fields)


def test_a_retired_one_is_pointed_to(cast):
    made = supplier(cast, "甲")
    actions.retire_supplier(actor=cast.actor("office"), now=NOW, supplier=made, reason="不做了")
    caught = refused(
        "goods.supplier_again", actions.add_supplier, actor=cast.actor("office"), unit=cast.union, name="甲"
    )
    assert "恢复" in caught.sentence and caught.facts["supplier"] == made.pk


@pytest.mark.parametrize("who", ["member", "branch", "audit", "outsider"])
def test_only_who_buys_for_the_unit_changes_its_suppliers(cast, who):
    made = supplier(cast)
    actor = cast.actor(who)
    refused("access.no_right", actions.add_supplier, actor=actor, unit=cast.union, name="甲")
    refused("access.no_right", actions.edit_supplier, actor=actor, supplier=made, name="甲")
    refused("access.no_right", actions.add_product, actor=actor, supplier=made, name="茶", price_fen=1)
    refused("access.no_right", actions.add_scope, actor=actor, unit=cast.union, kind="other", name="甲")


def test_a_branch_buys_for_itself(cast):
    made = actions.add_supplier(actor=cast.actor("branch"), now=NOW, unit=cast.units["ee"], name="自己的")
    assert made.unit == cast.units["ee"]


def test_a_product_has_price_origin_and_scopes(cast):
    poor = scope(cast)
    made = product(cast, scopes=[poor], proof_until=date(2021, 1, 1))
    actions.edit_product(actor=cast.actor("office"), now=NOW, product=made, scopes=[], price_fen=5000)
    made.refresh_from_db()
    assert made.price_fen == 5000 and not made.scopes.exists()
    actions.retire_product(actor=cast.actor("office"), now=NOW, product=made, reason="没货了")
    refused("goods.retired", actions.edit_product, actor=cast.actor("office"), product=made, name="红茶")
    assert product(cast, made.supplier).pk != made.pk


def test_a_retired_product_is_taken_back_unless_another_of_its_name_came(cast):
    office, made = cast.actor("office"), product(cast)
    refused("goods.not_retired", actions.reinstate_product, actor=office, product=made, reason="又")
    actions.retire_product(actor=office, now=NOW, product=made, reason="没货了")
    refused("goods.no_reason", actions.reinstate_product, actor=office, product=made, reason=" ")
    refused("access.no_right", actions.reinstate_product, actor=cast.actor("branch"), product=made, reason="来货了")
    other = product(cast, made.supplier)
    refused("goods.product_again", actions.reinstate_product, actor=office, product=made, reason="来货了")
    actions.edit_product(actor=office, now=NOW, product=other, spec="100克")
    actions.reinstate_product(actor=office, now=NOW, product=made, reason="来货了")
    entry = Entry.objects.latest("pk")
    assert (entry.act, entry.reason, entry.after["retired_at"]) == ("goods.reinstate_product", "来货了", None)
    assert set(made.supplier.products.filter(retired_at=None)) == {made, other}


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"name": "", "price_fen": 1}, "goods.no_name"), ({"name": "茶", "price_fen": -1}, "goods.no_price"), ({"name": "茶"}, "goods.no_price"),
        ({"name": "翠兰绿茶", "price_fen": 1}, "goods.product_again"), ({"name": "茶", "price_fen": 1, "county": "340800"}, "goods.unknown_county"),
    ],
)  # fmt: skip
def test_an_unsound_product_is_refused(cast, fields, code):
    made = product(cast)
    refused(code, actions.add_product, actor=cast.actor("office"), supplier=made.supplier, **fields)


def test_scopes_of_others_are_refused(cast):
    theirs = actions.add_scope(actor=cast.actor("outsider"), now=NOW, unit=cast.units["other"], kind="other", name="别")
    made = supplier(cast)
    refused(
        "goods.foreign_scope",
        actions.add_product,
        actor=cast.actor("office"),
        supplier=made,
        name="茶",
        price_fen=1,
        scopes=[theirs],
    )


def test_a_scope_of_the_832_begins_with_the_twenty_and_grows(cast):
    made = scope(cast)
    assert len(made.counties) == 20
    actions.edit_scope(actor=cast.actor("office"), now=NOW, scope=made, counties=[*made.counties, "422827"])
    made.refresh_from_db()
    assert "422827" in made.counties
    refused(
        "goods.scope_again",
        actions.add_scope,
        actor=cast.actor("office"),
        unit=cast.union,
        kind="other",
        name=made.name,
    )
    refused("goods.unknown_county", actions.edit_scope, actor=cast.actor("office"), scope=made, counties=["1"])
    actions.retire_scope(actor=cast.actor("office"), now=NOW, scope=made, reason="不用了")
    refused("goods.retired", actions.edit_scope, actor=cast.actor("office"), scope=made, name="别的")


def test_a_retired_scope_is_taken_back_and_products_may_count_in_it_again(cast):
    office, made, sold = cast.actor("office"), scope(cast), product(cast)
    refused("goods.not_retired", actions.reinstate_scope, actor=office, scope=made, reason="又")
    actions.retire_scope(actor=office, now=NOW, scope=made, reason="换了村")
    refused("goods.foreign_scope", actions.edit_product, actor=office, product=sold, scopes=[made])
    refused("goods.no_reason", actions.reinstate_scope, actor=office, scope=made, reason=" ")
    refused("access.no_right", actions.reinstate_scope, actor=cast.actor("branch"), scope=made, reason="又结对了")
    caught = refused(
        "goods.scope_again", actions.add_scope, actor=office, unit=cast.union, kind="other", name=made.name
    )
    assert "恢复" in caught.sentence and caught.facts["scope"] == made.pk
    actions.reinstate_scope(actor=office, now=NOW, scope=made, reason="又结对了")
    entry = Entry.objects.latest("pk")
    assert (entry.act, entry.reason) == ("goods.reinstate_scope", "又结对了")
    assert entry.before["retired_at"] and entry.after["retired_at"] is None
    actions.edit_product(actor=office, now=NOW, product=sold, scopes=[made])
    assert sold.scopes.get() == made


def test_a_proof_is_kept_for_who_reads_the_suppliers(cast):
    made = product(cast)
    upload = SimpleUploadedFile("认定书.pdf", b"%PDF-1.4 1 0 obj")
    kept = actions.keep_proof(actor=cast.actor("office"), now=NOW, product=made, upload=upload)
    opens = {who: may_open(cast.actor(who), kept) for who in ("office", "audit", "branch", "member", "outsider")}
    assert opens == {"office": True, "audit": True, "branch": True, "member": False, "outsider": False}
    actions.discard_proof(actor=cast.actor("office"), now=NOW, product=made, attachment=kept)
    assert not Attachment.objects.exists()
