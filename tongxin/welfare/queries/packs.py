"""Packs with what is in them, what suppliers ask for them, and their picture."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Prefetch

from tongxin.files.models import Attachment
from tongxin.goods.words import origin
from tongxin.org.access import label_of
from tongxin.welfare.models import Pack, PackItem, Quote, Round
from tongxin.welfare.rules.quoting import lowest, too_few


@dataclass(frozen=True)
class ItemView:
    """An item: `now_fen` is its product's price today where that is another."""

    product: int
    name: str
    supplier: str
    origin: str
    measure: str
    marks: tuple[str, ...]
    count: int
    price_fen: int
    fen: int
    now_fen: int | None


@dataclass(frozen=True)
class QuoteView:
    """A quotation; `lowest` of its pack."""

    supplier_id: int
    supplier: str
    fen: int
    quoted_on: date | None
    terms: str
    lowest: bool
    chosen: bool
    reason: str


@dataclass(frozen=True)
class PackView:
    """A pack. `over`: fen beyond what a head may get. `few`: fewer than three quotations. `picture`: the file to show."""

    pk: int
    letter: str
    name: str
    about: str
    stock: int | None
    is_default: bool
    price_fen: int
    items: tuple[ItemView, ...]
    quotes: tuple[QuoteView, ...]
    over: int
    few: bool
    picture: UUID | None

    @property
    def chosen(self) -> QuoteView | None:
        """The quotation that was taken."""
        return next((each for each in self.quotes if each.chosen), None)

    @property
    def called(self) -> str:
        """`A 米油礼包`."""
        return f"{self.letter} {self.name}"

    @property
    def stale(self) -> bool:
        """Whether a product costs something else today."""
        return any(each.now_fen is not None for each in self.items)


def packs_of(round: Round) -> tuple[PackView, ...]:
    """In their order. Six queries."""
    allowed = sum(round.shares.values_list("fen", flat=True))
    items = PackItem.objects.select_related("product__supplier").prefetch_related("product__scopes")
    quotes = Quote.objects.select_related("supplier")
    packs = list(round.packs.prefetch_related(Prefetch("items", items), Prefetch("quotes", quotes)))
    pictures = pictures_of(packs)
    return tuple(_view(pack, allowed, pictures.get(pack.pk)) for pack in packs)


def pictures_of(packs: Sequence[Pack]) -> dict[int, UUID]:
    """The picture of each pack that has one. One query."""
    if not packs:
        return {}
    ids = [pack.pk for pack in packs]
    files = Attachment.objects.filter(thing_type=label_of(packs[0]), thing_id__in=ids, kind=Attachment.Kind.PHOTO)
    return {thing: pk for pk, thing in files.values_list("pk", "thing_id")}


def _view(pack: Pack, allowed: int, picture: UUID | None) -> PackView:
    quotes = list(pack.quotes.all())
    low = lowest([each.fen for each in quotes])
    chosen = max((each.fen for each in quotes if each.chosen), default=0)
    return PackView(
        pack.pk, pack.letter, pack.name, pack.about, pack.stock, pack.is_default, pack.price_fen,
        tuple(_item(each) for each in pack.items.all()),
        tuple(
            QuoteView(
                each.supplier_id, each.supplier.name, each.fen, each.quoted_on, each.terms, each.fen == low, each.chosen, each.reason
            )
            for each in quotes
        ),
        over=max(max(pack.price_fen, chosen) - allowed, 0) if allowed else 0, few=too_few(len(quotes)), picture=picture,
    )  # fmt: skip


def _item(item: PackItem) -> ItemView:
    product = item.product
    now = product.price_fen if product.price_fen != item.price_fen else None
    marks = tuple(scope.name for scope in product.scopes.all())
    return ItemView(
        product.pk, str(product), product.supplier.name, origin(product.county, product.village), product.measure, marks, item.count,
        item.price_fen, item.fen, now,
    )  # fmt: skip
