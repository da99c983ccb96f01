"""Nouns of the year."""

from tongxin.plan.models.festival import CalendarDay
from tongxin.plan.models.taken_up import TakenUp
from tongxin.plan.models.work_item import WorkItem
from tongxin.plan.models.work_step import WorkStep
from tongxin.plan.models.year import AnnualPlan, BaselineItem

__all__ = ["AnnualPlan", "BaselineItem", "CalendarDay", "TakenUp", "WorkItem", "WorkStep"]
