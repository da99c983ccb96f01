"""The rulebook and outings of the world: a draft, an application, an approved one; an own rule that waits."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from tests.cast import NOW
from tongxin.org.actor import Actor
from tongxin.outings import actions
from tongxin.outings.models import Outing
from tongxin.rulebook import actions as rulebook
from tongxin.rulebook.models import Rule

DAY = date(2020, 11, 14)


def fill_outings(world: Any) -> None:
    """A draft, an application and an approved outing; the packs, and an own rule that waits for a second person."""
    cast = world.cast
    rulebook.load_packs(actor=cast.shell, now=NOW)
    rule = rulebook.propose_rule(
        actor=cast.actor("office"), now=NOW, unit=cast.union, title="团建每人", occasion="outing", metric="sum_per_event_head",
        value="15000", effective_from=DAY, document="会议纪要",
    )  # fmt: skip
    draft = actions.start(actor=cast.actor("branch"), now=NOW, unit=cast.units["ee"], year=2020, day=DAY)
    roles = {"runs": cast.actor("branch"), "office": cast.actor("office"), "chair": cast.actor("chair")}
    stop_and_exempt(world.things, draft, now=NOW, **roles)
    world.things |= {
        "rule": Rule.objects.get(rule_id="CN.TRIP.DAY").pk, "own rule": rule.pk, "outing": draft.pk,
        "applied outing": _applied(cast, "neighbour", "lib"), "approved outing": _applied(cast, "office", "union", approve=True),
    }  # fmt: skip


def stop_and_exempt(
    things: dict[str, Any], outing: Outing, *, now: datetime, runs: Actor, office: Actor, chair: Actor
) -> None:
    """Two limits of the branch's own stand in the way of its outing; of one a committee decided an exception."""
    unit = outing.activity.unit
    actions.edit(actor=runs, now=now, outing=outing, shares={"union": 1000})
    made = []
    for metric, value in (("sum_per_event_head", "500"), ("sum_per_festival_head", "600")):
        rule = rulebook.propose_rule(
            actor=office, now=now, unit=unit, title="每人", occasion="outing", metric=metric, value=value, severity="block",
            effective_from=DAY, document="会议纪要",
        )  # fmt: skip
        rulebook.confirm_rule(actor=chair, now=now, rule=rule, unit=unit, words="看过")
        made.append(rule)
    decided = rulebook.Decided("3号", date(2020, 10, 12), "批复", "校工7号", "路远")
    kept = rulebook.exempt(actor=runs, now=now, kind="outing", thing=outing.pk, rule=made[0], decided=decided)
    things |= {"stopping rule": made[1].pk, "exemption": kept.pk}


def _applied(cast: Any, who: str, unit: str, *, approve: bool = False) -> int:
    actor = cast.actor(who)
    outing = actions.start(actor=actor, now=NOW, unit=cast.units[unit], year=2020, day=DAY)
    actions.edit(
        actor=actor, now=NOW, outing=outing, destination="丫山", region="CN-34-02", headcount=9, vehicle_kind="foot", insurer="人保",
        insured=9, safety_owner=cast.people["branch"], safety_phone="138", plan="有", shares={"union": 1000},
    )  # fmt: skip
    actions.apply(actor=actor, now=NOW, outing=outing)
    if approve:
        actions.approve(actor=cast.actor("chair"), now=NOW, outing=outing)
    return int(outing.pk)
