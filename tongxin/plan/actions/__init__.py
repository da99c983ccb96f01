"""Acts of the year's plan."""

from tongxin.plan.actions.add_work_item import add_work_item
from tongxin.plan.actions.approve_plan import approve_plan
from tongxin.plan.actions.carry_over import carry_over
from tongxin.plan.actions.close_work_item import close_work_item
from tongxin.plan.actions.finish_work_item import finish_work_item
from tongxin.plan.actions.remove_calendar_day import remove_calendar_day
from tongxin.plan.actions.report_progress import report_progress
from tongxin.plan.actions.set_calendar_day import set_calendar_day

__all__ = [
    "add_work_item",
    "approve_plan",
    "carry_over",
    "close_work_item",
    "finish_work_item",
    "remove_calendar_day",
    "report_progress",
    "set_calendar_day",
]
