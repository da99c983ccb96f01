"""The packs of a round as members see them: what is in each and where it comes from."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from tongxin.goods.words import origin
from tongxin.ui.words import beside
from tongxin.welfare.models import Pack, PackItem, Round
from tongxin.welfare.queries.packs import pictures_of
from tongxin.welfare.rules.art import art_of


@dataclass(frozen=True)
class ItemShown:
    """An item: what, how many of it, from where, and the scopes of assistance it counts in."""

    name: str
    much: str
    origin: str
    scopes: tuple[str, ...]


@dataclass(frozen=True)
class PackShown:
    """A pack with its items; `price_fen` is what one costs, `picture` its photo, `art` the
    drawing where there is none."""

    pk: int
    letter: str
    name: str
    about: str
    price_fen: int
    stock: int | None
    is_default: bool
    art: str
    items: tuple[ItemShown, ...]
    pool: int | None
    picture: UUID | None

    @property
    def called(self) -> str:
        """`A 大别山礼包`."""
        return f"{self.letter} {self.name}"

    @property
    def origins(self) -> tuple[str, ...]:
        """Every place of origin once."""
        return tuple(dict.fromkeys(item.origin for item in self.items if item.origin))


def packs_shown(round: Round) -> tuple[PackShown, ...]:
    """All packs of a round, in order. Five queries."""
    packs = list(round.packs.prefetch_related("items__product__scopes").order_by("order", "letter", "pk"))
    pictures = pictures_of(packs)
    return tuple(_shown(pack, number, pictures.get(pack.pk)) for number, pack in enumerate(packs))


def _shown(pack: Pack, number: int, picture: UUID | None) -> PackShown:
    items = tuple(map(_item, pack.items.all()))
    words = pack.name + "".join(item.name for item in items)
    art = f"ui/art/{art_of(words, number)}.svg.html"
    return PackShown(
        pack.pk, pack.letter, pack.name, pack.about, pack.price_fen, pack.stock, pack.is_default, art, items, pack.pool_id, picture
    )  # fmt: skip


def _item(item: PackItem) -> ItemShown:
    product = item.product
    much = beside(item.count, product.measure) if product.measure else f"×{item.count}"
    scopes = tuple(scope.name for scope in product.scopes.all())
    return ItemShown(str(product), much, origin(product.county, product.village), scopes)
