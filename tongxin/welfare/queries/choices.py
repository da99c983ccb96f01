"""Whether there is something to choose in a round."""

from __future__ import annotations

from tongxin.welfare.models import Round


def has_choices(round: Round) -> bool:
    """More than one pack, home delivery or giving it away. One query."""
    return bool(round.delivers or round.donates_to) or round.packs.count() > 1
