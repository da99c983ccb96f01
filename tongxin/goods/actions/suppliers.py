"""Suppliers: add, change, retire, take back into use."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Final

from django.db import transaction
from django.utils.translation import gettext as _

from tongxin.core.database import lock
from tongxin.core.refusals import Refused
from tongxin.goods.actions.writing import entered, put, require_change, require_in_use, require_retired, told_reason
from tongxin.goods.models import Supplier
from tongxin.goods.queries.origins import require_county
from tongxin.goods.rules import credit_code
from tongxin.org.access import require_right
from tongxin.org.actor import Actor
from tongxin.org.models import Unit
from tongxin.org.rules.rights import MONEY_CHANGE

FIELDS: Final = ("name", "credit_code", "contact", "phone", "county", "on_832", "note")


@transaction.atomic
def add_supplier(*, actor: Actor, now: datetime, unit: Unit, **fields: Any) -> Supplier:
    """A supplier that `unit` and all below it may buy from; `fields` are any of `FIELDS`.

    Refuses: `access.…`, `goods.no_name`, `goods.supplier_again` (fact `supplier`), `goods.credit_code`, `goods.unknown_county`.
    """
    require_right(actor, MONEY_CHANGE, unit)
    supplier = Supplier(unit=lock(Unit.objects.filter(pk=unit.pk)).get())
    before = put(supplier, fields, FIELDS)
    _require_sound(supplier)
    supplier.save()
    entered("add_supplier", actor=actor, now=now, thing=supplier, before=before)
    return supplier


@transaction.atomic
def edit_supplier(*, actor: Actor, now: datetime, supplier: Supplier, **fields: Any) -> Supplier:
    """Change any of `FIELDS`. Refuses as `add_supplier`, and `goods.retired`."""
    require_change(actor, supplier)
    held = _held(supplier)
    require_in_use(held)
    before = put(held, fields, FIELDS)
    _require_sound(held)
    if before:
        held.save()
        entered("edit_supplier", actor=actor, now=now, thing=held, before=before)
    return held


@transaction.atomic
def retire_supplier(*, actor: Actor, now: datetime, supplier: Supplier, reason: str) -> Supplier:
    """Nothing more is bought there; what was bought stays. Refuses: `access.…`, `goods.retired`, `goods.no_reason`."""
    require_change(actor, supplier)
    held = _held(supplier)
    require_in_use(held)
    before = put(held, {"retired_at": now, "retired_why": told_reason(reason)}, ("retired_at", "retired_why"))
    held.save(update_fields=["retired_at", "retired_why"])
    entered("retire_supplier", actor=actor, now=now, thing=held, before=before, reason=held.retired_why)
    return held


@transaction.atomic
def reinstate_supplier(*, actor: Actor, now: datetime, supplier: Supplier, reason: str) -> Supplier:
    """Taken back into use. Refuses: `access.…`, `goods.not_retired`, `goods.no_reason`."""
    require_change(actor, supplier)
    held = _held(supplier)
    require_retired(held)
    before = put(held, {"retired_at": None, "retired_why": ""}, ("retired_at", "retired_why"))
    held.save(update_fields=["retired_at", "retired_why"])
    entered("reinstate_supplier", actor=actor, now=now, thing=held, before=before, reason=told_reason(reason))
    return held


def _held(supplier: Supplier) -> Supplier:
    """The supplier, locked; its unit's row first, so that no two of one name or code come in at once."""
    lock(Unit.objects.filter(pk=supplier.unit_id)).get()
    held = lock(Supplier.objects.filter(pk=supplier.pk)).get()
    held.unit = supplier.unit
    return held


def _require_sound(supplier: Supplier) -> None:
    supplier.credit_code = credit_code.plain(supplier.credit_code)
    if not supplier.name:
        raise Refused("goods.no_name", _("写上供应商的名称。"), field="name")
    if supplier.credit_code and not credit_code.is_sound(supplier.credit_code):
        sentence = _("统一社会信用代码不对：要18位，末位是校验码。照营业执照再看一遍。")
        raise Refused("goods.credit_code", sentence, field="credit_code")
    require_county(supplier.county)
    same = Supplier.objects.filter(unit=supplier.unit).exclude(pk=supplier.pk)
    for name, value in (("name", supplier.name), ("credit_code", supplier.credit_code)):
        found = same.filter(**{name: value}).first() if value else None
        if found is not None:
            raise Refused("goods.supplier_again", _again(found), field=name, supplier=found.pk)


def _again(found: Supplier) -> str:
    if found.retired_at is not None:
        return _("“%(name)s”登记过，后来停用了。要再用，到它那一页恢复。") % {"name": found.name}
    return _("“%(name)s”已经登记过了，不用再记。") % {"name": found.name}
