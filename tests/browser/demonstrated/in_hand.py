"""What the house needs for the year under control: what the demonstration has already, and in January 2021 what it has not."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile

from tests.permissions.choosing_world import fill_choosing
from tests.permissions.collecting_world import fill_collecting
from tests.permissions.outings_world import stop_and_exempt
from tests.permissions.purchases_world import fill_purchases
from tests.permissions.welfare_world import fill_welfare
from tests.permissions.world import World, fill_mobilisation
from tongxin.activities import actions as activities
from tongxin.activities.models import Activity
from tongxin.demo.when import moment, officer
from tongxin.goals import actions as goals
from tongxin.goals.models import Aim, Directive, Goal
from tongxin.outings import actions as outings
from tongxin.plan.models import WorkStep
from tongxin.planner import actions as planner
from tongxin.planner.models import TermSpan
from tongxin.restrictions import actions as restrictions
from tongxin.restrictions.models import Restriction
from tongxin.rulebook import actions as rulebook
from tongxin.rulebook.models import Rule

NOW = moment(2021, 1, 25, 10)
AUTUMN = date(2021, 10, 16)


def fill_in_hand(house: World) -> None:
    """Goals, restrictions, proposals, outings, rules, volunteers: one of everything that an address can name."""
    given: dict[str, Any] = {"actor": officer("office", NOW), "now": NOW}
    _goals(house, given)
    _restrictions(house, given)
    _proposal(house, given)
    _outings(house, given)
    fill_mobilisation(house)
    fill_purchases(house)
    fill_choosing(house, NOW)
    fill_collecting(house, NOW)
    fill_welfare(house, NOW)


def _goals(house: World, given: dict[str, Any]) -> None:
    goal = Goal.objects.filter(year=2020, indicators__isnull=False).first()
    task = Directive.objects.exclude(closed_on=None).first()
    open_ = Directive.objects.filter(closed_on=None).first()
    aim = Aim.objects.first()
    assert goal and task and open_ and aim
    paper = goals.keep_paper(directive=open_, upload=SimpleUploadedFile("通知.pdf", b"%PDF-1.4 1 0 obj"), **given)
    house.things |= {
        "goal": goal.pk, "indicator": goal.indicators.first().pk, "directive": open_.pk, "paper": paper.pk, "closed": task.pk,
        "aim": aim.pk, "measure": aim.measures.first().pk, "step": WorkStep.objects.filter(item__year=2021).first().pk,
    }  # fmt: skip


def _restrictions(house: World, given: dict[str, Any]) -> None:
    """The notice of the two festivals wants a plan for the riddles of 元宵."""
    notice = Restriction.objects.get(ends_on=date(2021, 3, 1))
    terms = restrictions.Terms(title="不出市", starts_on=date(2021, 3, 2), farthest="city", severity="warn")
    own = restrictions.declare(unit=house.cast.units["ee"], terms=terms, **given)
    riddles = Activity.objects.get(pk=house["together"])
    kept = activities.add_clearance(activity=riddles, restriction=notice, kind="plan", words="分三批进场。", **given)
    house.things |= {"restriction": notice.pk, "restriction of ee": own.pk, "clearance": kept.pk}


def _proposal(house: World, given: dict[str, Any]) -> None:
    asked = planner.propose(unit=house.cast.union, year=2021, seconds=2, **given)
    made = planner.compute(now=NOW, proposal=asked)
    assert made is not None
    house.things |= {"proposal": made.pk, "span": TermSpan.objects.first().pk, "to plan": house["planned"]}


def _outings(house: World, given: dict[str, Any]) -> None:
    """Of 2021: one begun, one handed in, one approved; a rule of the union's own that waits."""
    rule = rulebook.propose_rule(
        unit=house.cast.union, title="团建每人", occasion="outing", metric="sum_per_event_head", value="15000",
        effective_from=AUTUMN, document="会议纪要", **given,
    )  # fmt: skip
    begun = outings.start(unit=house.cast.units["ee"], year=2021, day=AUTUMN, **given)
    roles = {"runs": given["actor"], "office": given["actor"], "chair": officer("chair", NOW)}
    stop_and_exempt(house.things, begun, now=NOW, **roles)
    house.things |= {
        "rule": Rule.objects.filter(rule_id="CN.TRIP.DAY").first().pk, "own rule": rule.pk, "outing": begun.pk,
        "applied outing": _applied(house, given, "lib"), "approved outing": _applied(house, given, "jisuanji", approve=True),
    }  # fmt: skip


def _applied(house: World, given: dict[str, Any], unit: str, *, approve: bool = False) -> int:
    outing = outings.start(unit=house.cast.units[unit], year=2021, day=AUTUMN, **given)
    outings.edit(
        outing=outing, destination="丫山", region="CN-34-02", headcount=9, vehicle_kind="foot", insurer="人保", insured=9,
        safety_owner=house.cast.people["branch"], safety_phone="138", plan="有", shares={"union": 1000}, **given,
    )  # fmt: skip
    outings.apply(outing=outing, **given)
    if approve:
        outings.approve(actor=officer("chair", NOW), now=NOW, outing=outing)
    return int(outing.pk)
