"""A rulebook for tests: the union in Wuhu, the packs loaded, an own rule proposed or in force."""

from __future__ import annotations

from datetime import date
from typing import Any

from tests.cast import NOW, Cast
from tongxin.rulebook import actions
from tongxin.rulebook.models import Rule, UnitRegion

BEGINS = date(2020, 1, 1)


def load(cast: Cast, region: str = "CN-34-02") -> None:
    """The shipped packs, and the union's place."""
    actions.load_packs(actor=cast.shell, now=NOW)
    UnitRegion.objects.create(unit=cast.union, region=region)


def propose(cast: Cast, *, by: str = "office", unit: str = "union", **more: Any) -> Rule:
    """An own rule of the union: outings 150 yuan a head."""
    said: dict[str, Any] = {
        "title": "团建每人", "occasion": "outing", "metric": "sum_per_event_head", "value": "15000", "severity": "block",
        "effective_from": BEGINS, "document": "工会委员会2020年第1次会议纪要", **more,
    }  # fmt: skip
    return actions.propose_rule(actor=cast.actor(by), now=NOW, unit=cast.units[unit], **said)


def own_rule(cast: Cast, **more: Any) -> Rule:
    """An own rule that the chair has confirmed."""
    rule = propose(cast, **more)
    actions.confirm_rule(actor=cast.actor("chair"), now=NOW, rule=rule, unit=cast.union, words="看过纪要")
    return rule
