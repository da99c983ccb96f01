"""Every kind, in the order in which an activity needs them."""

from __future__ import annotations

from tongxin.paperwork.kinds import budget, bulletin, notice, plan, prizes, settlement, signin, signups
from tongxin.paperwork.kinds.kind import kinds

ALL = (plan, notice, signups, signin, budget, settlement, prizes, bulletin)


def register() -> None:
    """Fill the registry; called once when the app loads."""
    for each in ALL:
        kinds.register(each.KIND)
