"""The facts by which the rulebook judges a share of a round. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final

OCCASION: Final = "festival"
KIND: Final = "实物"
ASSISTANCE: Final = "扶贫产品"
NO_FESTIVAL: Final = "不是节日"
IN_STANDING: Final = "in_standing"
NOT_ALL_MEMBERS: Final = "不都是在籍会员"


@dataclass(frozen=True)
class Given:
    """What a round gives one head: its festival, fen by payer, whether all it is for are members in standing, and whether
    all goods in its packs bear a scope of assistance."""

    festival: str
    shares: tuple[tuple[str, int], ...]
    members_only: bool
    assistance: bool

    @property
    def allowed(self) -> int:
        """What all payers give together."""
        return sum(fen for _payer, fen in self.shares)


def facts_of(given: Given, payer: str, fen: int, others_fen: int) -> dict[str, Any]:
    """Facts of one payer's share of `fen`; `others_fen`: what it gives in the year's other festival rounds."""
    return {
        "payer": payer, "fen_per_head": fen, "year_fen": others_fen + fen, "festival": given.festival or NO_FESTIVAL, "kind": KIND,
        "goods": {ASSISTANCE} if given.assistance else set(),
        "member_state": IN_STANDING if given.members_only else NOT_ALL_MEMBERS,
    }  # fmt: skip


def bears_assistance(marked: Iterable[bool]) -> bool:
    """Whether goods count as from poor counties as a whole: there are some, and every one bears a mark."""
    all_ = list(marked)
    return bool(all_) and all(all_)
