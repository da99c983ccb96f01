"""What is still open before a round can be handed in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from tongxin.welfare.models import Entitled, Pack, Round
from tongxin.welfare.rules.pricing import over
from tongxin.welfare.rules.quoting import too_few


@dataclass(frozen=True)
class Gaps:
    """`missing`: keys of `words.MISSING`, in the order of the work. `over`: packs that cost more than a head may get, with the
    fen beyond. `few`: packs with fewer than three quotations, which wants a sentence.
    `short`: the one pack that all get, how many of it there are and how many are entitled, where that is more."""

    missing: tuple[str, ...]
    over: tuple[tuple[str, int], ...]
    few: tuple[str, ...]
    short: tuple[str, int, int] | None = None


def gaps_of(round: Round) -> Gaps:
    """Five queries."""
    allowed = sum(round.shares.values_list("fen", flat=True))
    packs = list(round.packs.prefetch_related("items", "quotes"))
    listed, entitled = round.drawn_up_at is not None, round.entitled.filter(Entitled.standing()).count()
    wants = {
        "shares": not allowed, "packs": not packs, "items": any(not pack.items.all() for pack in packs), "list": not listed,
        "nobody": listed and not entitled,
    }  # fmt: skip
    beyond = [(str(pack), over(costs(pack), allowed)) for pack in packs if allowed]
    return Gaps(
        tuple(key for key, wanted in wants.items() if wanted),
        tuple(each for each in beyond if each[1]),
        tuple(str(pack) for pack in packs if too_few(len(pack.quotes.all()))),
        _short(packs, entitled),
    )


def _short(packs: list[Pack], entitled: int) -> tuple[str, int, int] | None:
    """Several packs are chosen from while there are any; of a single one there must be enough."""
    if len(packs) != 1 or packs[0].stock is None or packs[0].stock >= entitled:
        return None
    return str(packs[0]), packs[0].stock, entitled


def costs(pack: Pack) -> int:
    """What a pack costs at most: the sum of its items, or the quotation that was chosen."""
    chosen: list[Any] = [quote.fen for quote in pack.quotes.all() if quote.chosen]
    return int(max([pack.price_fen, *chosen]))
