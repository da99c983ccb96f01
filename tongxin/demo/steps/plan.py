"""The plan's baseline, and the work that is no activity."""

from __future__ import annotations

from tongxin.demo.facts.units import UNION_CODE
from tongxin.demo.facts.year import IDEA, PLAN_APPROVED, WORK, YEAR
from tongxin.demo.steps.organisation import Units
from tongxin.demo.when import moment, morning, officer
from tongxin.plan import actions as acts
from tongxin.plan.models import WorkItem


def approve(units: Units) -> None:
    """Add the work items; then the chair approves the plan."""
    now = moment(2020, 1, 7)
    for fact in WORK:
        acts.add_work_item(
            actor=officer("office", now), now=now, unit=units[UNION_CODE], year=YEAR, title=fact.title, kind=fact.kind,
            starts_on=fact.starts, due_on=fact.due,
        )  # fmt: skip
    now = morning(PLAN_APPROVED)
    acts.approve_plan(
        actor=officer("chair", now), now=now, unit=units[UNION_CODE], year=YEAR, approved_on=PLAN_APPROVED, idea=IDEA
    )


def work(units: Units) -> None:
    """Report how far the work came; at the year's end it goes over into the next year."""
    for fact in WORK:
        item = WorkItem.objects.get(unit=units[UNION_CODE], year=YEAR, title=fact.title)
        now = morning(fact.due)
        acts.report_progress(actor=officer("office", now), now=now, item=item, share_done=fact.share, words=fact.words)
        now = moment(2020, 12, 31)
        due = fact.due.replace(year=YEAR + 1)
        acts.carry_over(actor=officer("office", now), now=now, item=item, due_on=due)
