"""What everybody of the union sees of a round once it is given out: what, from where, for how much, who pays, how many got it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from tongxin.welfare.hooks import givers_of, recipients_of
from tongxin.welfare.models import Round, Share
from tongxin.welfare.queries.entitled import entitled_of
from tongxin.welfare.queries.packs_shown import PackShown, packs_shown


@dataclass(frozen=True)
class Public:
    """`head_fen`: what each may get at most; `got` of those entitled have received it, `gave` gave it away."""

    round: Round
    packs: tuple[PackShown, ...]
    shares: tuple[Share, ...]
    head_fen: int
    entitled: int
    got: int
    gave: int

    @property
    def left(self) -> int:
        """Who has not received it yet."""
        return self.entitled - self.got - self.gave

    @property
    def origins(self) -> tuple[str, ...]:
        """Every place of origin once."""
        return tuple(dict.fromkeys(origin for pack in self.packs for origin in pack.origins))


def public_of(actor: Any, round: Round, now: datetime) -> Public | None:
    """The public facts of a round that is handed out or closed. Five queries and those of the apps that know who received."""
    if round.state not in (Round.State.HANDING, Round.State.CLOSED):
        return None
    entitled = set(entitled_of(round).order_by().values_list("person", flat=True))
    got = recipients_of(round) & entitled
    gave = givers_of(round) & entitled - got
    shares = tuple(round.shares.all())
    return Public(
        round, packs_shown(round), shares, sum(share.fen for share in shares), len(entitled), len(got), len(gave)
    )
