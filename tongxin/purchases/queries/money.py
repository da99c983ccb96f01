"""The money and the goods of one round."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction

from tongxin.collecting.queries.receipts import given_by_pack
from tongxin.goods.words import county
from tongxin.purchases.models import Acceptance, Purchase, Settlement
from tongxin.purchases.rules.amounts import packs_bought
from tongxin.purchases.words import payer as payer_words
from tongxin.welfare.models import Entitled, Pack, Payer, Round


@dataclass(frozen=True)
class PayerLine:
    """What a payer may give (share × heads) and gave, in fen; `share` for each head."""

    payer: str
    label: str
    share: int
    allowed: int
    spent: int

    @property
    def over(self) -> int:
        """What was spent beyond what may be."""
        return max(self.spent - self.allowed, 0)


@dataclass(frozen=True)
class PackLine:
    """A pack's goods: bought, came, bad of them, given out, left (what came good, else what was bought, less what was given)."""

    pack: Pack
    bought: int
    came: int | None
    bad: int
    given: int

    @property
    def left(self) -> int:
        """Below nothing where more was given than there was."""
        return (self.bought if self.came is None else self.came - self.bad) - self.given


@dataclass(frozen=True)
class Money:
    """A round's accounts as they stand now; `lines` are live and corrected ones alike, `since` and `given_since` what
    changed after it was settled, through the `later` lines and receipts.
    """

    round: Round
    heads: int
    lines: tuple[Purchase, ...]
    payers: tuple[PayerLine, ...]
    packs: tuple[PackLine, ...]
    origins: tuple[tuple[str, int], ...]
    acceptances: tuple[Acceptance, ...]
    settlement: Settlement | None

    @property
    def spent(self) -> int:
        """Fen in all."""
        return sum(line.fen for line in self.lines)

    @property
    def allowed(self) -> int:
        """Fen that all payers together may give."""
        return sum(each.allowed for each in self.payers)

    @property
    def bought(self) -> int:
        """Packs bought."""
        return sum(each.bought for each in self.packs)

    @property
    def given(self) -> int:
        """Packs given out."""
        return sum(each.given for each in self.packs)

    @property
    def left(self) -> int:
        """Packs left over."""
        return sum(max(each.left, 0) for each in self.packs)

    @property
    def per_head(self) -> Fraction | None:
        """Fen for each who is entitled."""
        return Fraction(self.spent, self.heads) if self.heads else None

    @property
    def since(self) -> int:
        """What the ledger differs by from what was settled, in fen."""
        return self.spent - self.settlement.spent_fen if self.settlement else 0

    @property
    def given_since(self) -> int:
        """How many packs more were given than were settled, below nothing where receipts were undone."""
        return self.given - self.settlement.given if self.settlement else 0

    @property
    def later(self) -> tuple[Purchase, ...]:
        """Lines that came after it was settled."""
        if self.settlement is None:
            return ()
        before = set(self.settlement.stood["lines"])
        return tuple(line for line in self.lines if line.pk not in before)

    @property
    def as_settled(self) -> Money:
        """The accounts as they stood when they were settled; as they stand, where they are not."""
        if self.settlement is None:
            return self
        stood, later = self.settlement.stood, {line.pk for line in self.later}
        lines = tuple(line for line in self.lines if line.pk not in later)
        given = stood["given"]
        packs = tuple(_pack(each.pack, lines, self.acceptances, given.get(str(each.pack.pk), 0)) for each in self.packs)
        payers = _payers(self.round, lines, stood["heads"])
        return replace(self, heads=stood["heads"], lines=lines, payers=payers, packs=packs, origins=_origins(lines))


def money_of(round: Round) -> Money:
    """Everything of one round's money. Eight queries."""
    lines = tuple(
        Purchase.objects.filter(round=round)
        .select_related("supplier", "invoice", "pack", "unit", "round")
        .prefetch_related("scopes")
    )
    heads = Entitled.objects.filter(Entitled.standing(), round=round).count()
    accepted = tuple(Acceptance.objects.filter(round=round).select_related("pack"))
    settlement = Settlement.objects.filter(round=round).first()
    return Money(
        round,
        heads,
        lines,
        _payers(round, lines, heads),
        _packs(round, lines, accepted),
        _origins(lines),
        accepted,
        settlement,
    )


def _payers(round: Round, lines: tuple[Purchase, ...], heads: int) -> tuple[PayerLine, ...]:
    shares = {share.payer: share.fen for share in round.shares.all()}
    spent: dict[str, int] = defaultdict(int)
    for line in lines:
        spent[line.payer] += line.fen
    keys = [key for key in Payer.values if key in shares or spent.get(key)]
    return tuple(
        PayerLine(key, payer_words(key), shares.get(key, 0), shares.get(key, 0) * heads, spent.get(key, 0))
        for key in keys
    )


def _packs(round: Round, lines: tuple[Purchase, ...], accepted: tuple[Acceptance, ...]) -> tuple[PackLine, ...]:
    given = given_by_pack(round)
    return tuple(_pack(pack, lines, accepted, given.get(pack.pk, 0)) for pack in round.packs.prefetch_related("items"))


def _pack(pack: Pack, lines: tuple[Purchase, ...], accepted: tuple[Acceptance, ...], given: int) -> PackLine:
    """Counted by the products that cost something: of one that is added for nothing no line is written."""
    items = list(pack.items.all())
    counted = [item for item in items if item.price_fen] or items
    known = {item.product_id for item in items}
    of_pack: list[tuple[int | None, Decimal]] = [
        (line.item_id or (line.product_id if line.product_id in known else None), line.count)
        for line in lines
        if line.pack_id == pack.pk
    ]
    bought = packs_bought({item.product_id: item.count for item in counted}, of_pack)
    mine = [each for each in accepted if each.pack_id == pack.pk]
    came = sum(each.came for each in mine) if mine else None
    return PackLine(pack, bought, came, sum(each.bad for each in mine), given)


def _origins(lines: tuple[Purchase, ...]) -> tuple[tuple[str, int], ...]:
    """The counties that it came from, the most first; what is nothing any more is left out."""
    found: dict[str, int] = defaultdict(int)
    for line in lines:
        found[county(line.county)] += line.fen
    return tuple(sorted(((name, fen) for name, fen in found.items() if name and fen), key=lambda pair: -pair[1]))
