"""Products: add, change, retire, take back into use, keep what proves them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any, Final

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils.translation import gettext as _

from tongxin.core.database import lock
from tongxin.core.refusals import Refused
from tongxin.files.actions import discard, keep
from tongxin.files.models import Attachment
from tongxin.goods.access import scopes_of
from tongxin.goods.actions.writing import entered, put, require_change, require_in_use, require_retired, told_reason
from tongxin.goods.models import Product, Scope, Supplier
from tongxin.goods.queries.origins import require_county
from tongxin.org.actor import Actor

FIELDS: Final = ("name", "spec", "measure", "price_fen", "county", "village", "proof", "proof_until")


@transaction.atomic
def add_product(
    *, actor: Actor, now: datetime, supplier: Supplier, scopes: Iterable[Scope] = (), **fields: Any
) -> Product:
    """A product of a supplier; `fields` are any of `FIELDS`, the price in fen.

    Refuses: `access.…`, `goods.retired`, `goods.no_name`, `goods.no_price`, `goods.product_again`, `goods.unknown_county`,
    `goods.foreign_scope`.
    """
    require_change(actor, supplier)
    held = lock(Supplier.objects.filter(pk=supplier.pk)).get()
    held.unit = supplier.unit
    require_in_use(held)
    product = Product(supplier=held)
    before = put(product, fields, FIELDS)
    _require_sound(product)
    chosen = _scopes(product, scopes)
    product.save()
    product.scopes.set(chosen)
    entered("add_product", actor=actor, now=now, thing=product, before=before, scopes=_ids(chosen))
    return product


@transaction.atomic
def edit_product(
    *, actor: Actor, now: datetime, product: Product, scopes: Iterable[Scope] | None = None, **fields: Any
) -> Product:
    """Change any of `FIELDS`, and the scopes where they are given. What was bought before keeps its own price and origin.

    Refuses as `add_product`.
    """
    require_change(actor, product)
    held = _held(product)
    require_in_use(held)
    before = put(held, fields, FIELDS)
    _require_sound(held)
    more: dict[str, Any] = {}
    if scopes is not None:
        was, chosen = _ids(held.scopes.all()), _scopes(held, scopes)
        if was != _ids(chosen):
            held.scopes.set(chosen)
            more = {"scopes": _ids(chosen), "scopes_before": was}
    if before or more:
        held.save()
        entered("edit_product", actor=actor, now=now, thing=held, before=before, **more)
    return held


@transaction.atomic
def retire_product(*, actor: Actor, now: datetime, product: Product, reason: str) -> Product:
    """It is not offered any more. Refuses: `access.…`, `goods.retired`, `goods.no_reason`."""
    require_change(actor, product)
    held = _held(product)
    require_in_use(held)
    why = told_reason(reason)
    before = put(held, {"retired_at": now}, ("retired_at",))
    held.save(update_fields=["retired_at"])
    entered("retire_product", actor=actor, now=now, thing=held, before=before, reason=why)
    return held


@transaction.atomic
def reinstate_product(*, actor: Actor, now: datetime, product: Product, reason: str) -> Product:
    """It is offered again, at the price it had.

    Refuses: `access.…`, `goods.not_retired`, `goods.no_reason`, `goods.product_again` (one of that name has come meanwhile).
    """
    require_change(actor, product)
    held = _held(product)
    require_retired(held)
    why = told_reason(reason)
    before = put(held, {"retired_at": None}, ("retired_at",))
    _require_sound(held)
    held.save(update_fields=["retired_at"])
    entered("reinstate_product", actor=actor, now=now, thing=held, before=before, reason=why)
    return held


@transaction.atomic
def keep_proof(*, actor: Actor, now: datetime, product: Product, upload: UploadedFile) -> Attachment:
    """Keep a paper that proves where the product comes from. Refuses: `access.…`, and as `files.actions.keep`."""
    require_change(actor, product)
    kept = keep(actor=actor, now=now, thing=product, upload=upload, kind=Attachment.Kind.PAPER)
    entered("keep_proof", actor=actor, now=now, thing=product, before={}, file=str(kept.pk), sha256=kept.sha256)
    return kept


@transaction.atomic
def discard_proof(*, actor: Actor, now: datetime, product: Product, attachment: Attachment) -> None:
    """Take such a paper away. Refuses: `access.…`."""
    require_change(actor, product)
    entered("discard_proof", actor=actor, now=now, thing=product, before={}, file=str(attachment.pk))
    discard(attachment=attachment)


def _held(product: Product) -> Product:
    """The product, locked; its supplier's row first, so that no two of one name come in at once."""
    lock(Supplier.objects.filter(pk=product.supplier_id)).get()
    held = lock(Product.objects.filter(pk=product.pk)).get()
    held.supplier = product.supplier
    return held


def _ids(scopes: Iterable[Scope]) -> list[int]:
    return sorted(scope.pk for scope in scopes)


def _scopes(product: Product, scopes: Iterable[Scope]) -> list[Scope]:
    chosen = list(scopes)
    known = set(scopes_of(product.supplier.unit).values_list("pk", flat=True))
    had = set(product.scopes.values_list("pk", flat=True)) if product.pk else set()
    if any(scope.pk not in known | had for scope in chosen):
        raise Refused("goods.foreign_scope", _("这个统计口径不是你们单位的，或者停用了。"), field="scopes")
    return chosen


def _require_sound(product: Product) -> None:
    if not product.name:
        raise Refused("goods.no_name", _("写上品名。"), field="name")
    if product.price_fen is None or product.price_fen < 0:
        raise Refused("goods.no_price", _("写上单价，不能是负数。"), field="price_fen")
    require_county(product.county, field="origin")
    same = Product.objects.filter(supplier=product.supplier, name=product.name, spec=product.spec, retired_at=None)
    if same.exclude(pk=product.pk).exists():
        raise Refused("goods.product_again", _("这一家已经有这个品名和规格了。改它的价格就好。"), field="name")
