"""The frozen plan as it was approved."""

from __future__ import annotations

from tongxin.plan.models import AnnualPlan, BaselineItem


def frozen(plan: AnnualPlan) -> list[BaselineItem]:
    """The lines in their order: one query."""
    return list(plan.baseline.select_related("category", "activity", "work_item"))
