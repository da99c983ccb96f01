"""Plans and work items for tests: made by the acts."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

from tests.cast import Cast
from tongxin.plan import actions
from tongxin.plan.models import AnnualPlan, WorkItem
from tongxin.plan.queries.proposal import proposal

JANUARY = datetime(2020, 1, 8, 2, 0, tzinfo=UTC)


def work(
    cast: Cast, title: str = "分工会组织建设", *, by: str = "office", unit: str = "union", **more: Any
) -> WorkItem:
    """A work item of 2020, due at the end of June."""
    values = {"year": 2020, "kind": "branch", "starts_on": date(2020, 3, 1), "due_on": date(2020, 6, 30), **more}
    return actions.add_work_item(actor=cast.actor(by), now=JANUARY, unit=cast.units[unit], title=title, **values)


def approve(cast: Cast, *, by: str = "chair", unit: str = "union", reviewed: bool = True, **more: Any) -> AnnualPlan:
    """The plan of 2020, reviewed (the office lays it before the auditor) and approved on 8 January."""
    if reviewed:
        review(cast, unit=unit)
    values = {"year": 2020, "approved_on": date(2020, 1, 8), "now": JANUARY, **more}
    return actions.approve_plan(actor=cast.actor(by), unit=cast.units[unit], **values)


def review(cast: Cast, *, unit: str = "union", year: int = 2020) -> AnnualPlan | None:
    """The plan laid before the auditor by the office, and found good; nothing where it is past that, or empty."""
    plan = AnnualPlan.objects.filter(unit=cast.units[unit], year=year).first()
    if (plan and plan.state != "draft") or not proposal(cast.units[unit], year).items:
        return plan
    given = {"now": JANUARY, "unit": cast.units[unit], "year": year}
    actions.submit_plan(actor=cast.actor("office"), **given)
    return actions.review_plan(actor=cast.actor("audit"), words="同意。", **given)
