"""The plan's baseline, and the work that is no activity."""

from __future__ import annotations

from datetime import date
from typing import Any

from tongxin.demo.facts.goals import REVIEWED, STEPS
from tongxin.demo.facts.units import UNION_CODE
from tongxin.demo.facts.year import IDEA, PLAN_APPROVED, WORK, YEAR
from tongxin.demo.steps.organisation import Units
from tongxin.demo.when import moment, morning, officer
from tongxin.plan import actions as acts
from tongxin.plan.models import WorkItem


def approve(units: Units) -> None:
    """Add the work items; the office lays the plan before the auditor, then the chair approves it."""
    now = moment(2020, 1, 7)
    for fact in WORK:
        acts.add_work_item(
            actor=officer("office", now), now=now, unit=units[UNION_CODE], year=YEAR, title=fact.title, kind=fact.kind,
            starts_on=fact.starts, due_on=fact.due,
        )  # fmt: skip
    _review(units)
    now = morning(PLAN_APPROVED)
    acts.approve_plan(
        actor=officer("chair", now), now=now, unit=units[UNION_CODE], year=YEAR, approved_on=PLAN_APPROVED, idea=IDEA
    )


def _review(units: Units) -> None:
    given: dict[str, Any] = {"unit": units[UNION_CODE], "year": YEAR}
    now = moment(2020, 1, 7, 16)
    acts.submit_plan(actor=officer("office", now), now=now, idea=IDEA, **given)
    now = moment(2020, 1, 7, 20)
    acts.review_plan(actor=officer("audit", now), now=now, words=REVIEWED, **given)


def work(units: Units) -> None:
    """Go through the steps of the work and report how far it came; at the year's end it goes over into the next year."""
    for fact in WORK:
        item = WorkItem.objects.get(unit=units[UNION_CODE], year=YEAR, title=fact.title)
        _steps(item)
        now = morning(fact.due)
        acts.report_progress(actor=officer("office", now), now=now, item=item, share_done=fact.share, words=fact.words)
        now = moment(2020, 12, 31)
        due = fact.due.replace(year=YEAR + 1)
        acts.carry_over(actor=officer("office", now), now=now, item=item, due_on=due)


def _steps(item: WorkItem) -> None:
    now = morning(item.starts_on or date(YEAR, 3, 1))
    made = [
        (acts.add_step(actor=officer("office", now), now=now, item=item, title=title, due_on=due), done)
        for title, due, done in STEPS[item.title]
    ]
    for step, done in made:
        if done:
            when = morning(done)
            acts.tick_step(actor=officer("office", when), now=when, step=step, done=True)
