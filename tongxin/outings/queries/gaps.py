"""What an application still leaves open."""

from __future__ import annotations

from typing import Any, Final

from tongxin.outings.models import Outing
from tongxin.outings.rules.complete import missing

_SAID: Final = (
    "destination", "region", "headcount", "vehicle_kind", "vehicles", "vehicle_company", "insurer", "insured", "safety_owner",
    "safety_phone", "plan",
)  # fmt: skip


def gaps_of(outing: Outing) -> list[str]:
    """What the application still leaves open."""
    said: dict[str, Any] = {name: getattr(outing, name) for name in _SAID}
    shares = list(outing.shares.all())
    return missing({**said, "day": outing.activity.day, "cost": sum(each.fen for each in shares) if shares else None})
