"""What is in the packs of a round."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Final

from django.core.files.uploadedfile import UploadedFile
from django.db.models import ProtectedError
from django.utils.translation import gettext as _

from tongxin.core.refusals import Refused
from tongxin.files.actions import discard, keep
from tongxin.files.models import Attachment
from tongxin.goods.access import products_of
from tongxin.goods.models import Product
from tongxin.org.access import label_of
from tongxin.org.actor import Actor
from tongxin.welfare.access import require_run
from tongxin.welfare.actions.turning import turn
from tongxin.welfare.models import Pack, PackItem, Round
from tongxin.welfare.rules.pricing import pack_price

MOST_ITEMS: Final = 40
MOST_EACH: Final = 999


def set_pack(
    *, actor: Actor, now: datetime, round: Round, letter: str, name: str, items: Sequence[tuple[int, int]], pack: Pack | None = None,
    about: str = "", stock: int | None = None, is_default: bool = False,
) -> Pack:  # fmt: skip
    """Put a pack together (or anew): `items` are ids of products with how many of each, at the prices of today.

    The first pack is the one for who chooses nothing, until another is said to be.
    Refuses: `access.…`, `welfare.not_possible`, `welfare.no_letter`, `welfare.letter_again`, `welfare.no_name`, `welfare.no_items`,
    `welfare.product_twice`, `welfare.unknown_product`, `welfare.count`, `welfare.no_stock`, `welfare.pack_gone` (404).
    """
    require_run(actor, round)
    told: dict[str, Any] = {}
    with turn("set_pack", actor=actor, now=now, round=round, told=told) as held:
        made = _pack(held, pack)
        made.letter, made.name, made.about, made.stock = letter.strip(), name.strip(), about.strip(), stock
        _require_sound(held, made)
        products = _products(held, made, items)
        _set_default(held, made, wanted=is_default)
        made.price_fen = pack_price((count, products[product].price_fen) for product, count in items)
        made.save()
        made.items.all().delete()
        PackItem.objects.bulk_create(
            PackItem(pack=made, product=products[product], count=count, price_fen=products[product].price_fen)
            for product, count in items
        )
        told |= {"pack": str(made), "price_fen": made.price_fen, "items": [list(each) for each in items]}
    return made


def drop_pack(*, actor: Actor, now: datetime, pack: Pack) -> None:
    """Take a pack out again, with its quotations.

    Refuses: `access.…`, `welfare.not_possible`, `welfare.pack_gone` (404), `welfare.pack_in_use` (it was bought or handed out).
    """
    require_run(actor, pack.round)
    told: dict[str, Any] = {"pack": str(pack)}
    with turn("drop_pack", actor=actor, now=now, round=pack.round, told=told) as held:
        gone = _pack(held, pack)
        files = list(Attachment.objects.filter(thing_type=label_of(gone), thing_id=gone.pk))
        try:
            gone.delete()
        except ProtectedError as kept:
            sentence = _("这个礼包已经记过采购或者发过，去不掉了。改它里面的东西就好。")
            raise Refused("welfare.pack_in_use", sentence) from kept
        for file in files:
            discard(attachment=file)
        rest = held.packs.first()
        if rest is not None and not held.packs.filter(is_default=True).exists():
            rest.is_default = True
            rest.save(update_fields=["is_default"])


def reprice(*, actor: Actor, now: datetime, round: Round) -> int:
    """All items take their products' present prices; how many packs cost something else now.

    Refuses: `access.…`, `welfare.not_possible`.
    """
    require_run(actor, round)
    told: dict[str, Any] = {}
    with turn("reprice", actor=actor, now=now, round=round, told=told) as held:
        for pack in held.packs.prefetch_related("items__product"):
            for item in pack.items.all():
                if item.price_fen != item.product.price_fen:
                    item.price_fen = item.product.price_fen
                    item.save(update_fields=["price_fen"])
            price = pack_price((item.count, item.price_fen) for item in pack.items.all())
            if price != pack.price_fen:
                told[str(pack)] = [pack.price_fen, price]
                pack.price_fen = price
                pack.save(update_fields=["price_fen"])
    return len(told)


def show_pack(*, actor: Actor, now: datetime, pack: Pack, upload: UploadedFile) -> Attachment:
    """Keep a picture of a pack, instead of the one before. Refuses: `access.…`, `welfare.not_possible`, as `files.actions.keep`."""
    require_run(actor, pack.round)
    told: dict[str, Any] = {"pack": str(pack)}
    with turn("show_pack", actor=actor, now=now, round=pack.round, told=told) as held:
        shown = _pack(held, pack)
        before = list(Attachment.objects.filter(thing_type=label_of(shown), thing_id=shown.pk))
        kept = keep(actor=actor, now=now, thing=shown, upload=upload, kind=Attachment.Kind.PHOTO)
        for file in before:
            discard(attachment=file)
        told["file"] = str(kept.pk)
    return kept


def _pack(round: Round, pack: Pack | None) -> Pack:
    if pack is None:
        return Pack(round=round, order=round.packs.count())
    found = round.packs.filter(pk=pack.pk).first()
    if found is None:
        raise Refused("welfare.pack_gone", _("这个礼包已经不在了。"), status=404)
    return found


def _require_sound(round: Round, pack: Pack) -> None:
    if not pack.letter:
        raise Refused("welfare.no_letter", _("写一个代号，例如A。"), field="letter")
    if round.packs.filter(letter=pack.letter).exclude(pk=pack.pk).exists():
        raise Refused("welfare.letter_again", _("这个代号已经有了，换一个。"), field="letter")
    if not pack.name:
        raise Refused("welfare.no_name", _("给礼包起个名字，例如：米油礼包。"), field="name")
    if pack.stock == 0:
        raise Refused("welfare.no_stock", _("一份都没有就不用列出来。人人都有的，空着。"), field="stock")


def _products(round: Round, pack: Pack, items: Sequence[tuple[int, int]]) -> dict[int, Product]:
    """What is in it, by id. What a supplier has taken back may stay where it is, but not come in."""
    ids = [product for product, _count in items]
    if not ids or len(ids) > MOST_ITEMS:
        raise Refused("welfare.no_items", _("礼包里放几样东西，最多40样。"), field="items")
    if len(set(ids)) < len(ids):
        raise Refused("welfare.product_twice", _("同一样东西写了两行，合成一行，改数量。"), field="items")
    if any(not 1 <= count <= MOST_EACH for _product, count in items):
        raise Refused("welfare.count", _("每样至少1份。"), field="items")
    found = {each.pk: each for each in products_of(round.unit).filter(pk__in=ids)}
    if pack.pk:
        found |= {each.product_id: each.product for each in pack.items.select_related("product")}
    if any(each not in found for each in ids):
        raise Refused("welfare.unknown_product", _("这样东西你们单位没有，或者停用了。先在采购里登记。"), field="items")
    return found


def _set_default(round: Round, pack: Pack, *, wanted: bool) -> None:
    others = round.packs.filter(is_default=True).exclude(pk=pack.pk)
    if wanted:
        others.update(is_default=False)
    pack.is_default = wanted or not others.exists()
