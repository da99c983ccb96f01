"""Acts of the year's plan."""

from tongxin.plan.actions.add_work_item import add_work_item
from tongxin.plan.actions.approve_plan import approve_plan
from tongxin.plan.actions.carry_over import carry_over
from tongxin.plan.actions.close_work_item import close_work_item
from tongxin.plan.actions.finish_work_item import finish_work_item
from tongxin.plan.actions.proposals import leave_out, take_up
from tongxin.plan.actions.remove_calendar_day import remove_calendar_day
from tongxin.plan.actions.report_progress import report_progress
from tongxin.plan.actions.review_plan import review_plan, send_back
from tongxin.plan.actions.set_calendar_day import set_calendar_day
from tongxin.plan.actions.steps import add_step, remove_step, tick_step
from tongxin.plan.actions.submit_plan import submit_plan

__all__ = [
    "add_step",
    "add_work_item",
    "approve_plan",
    "carry_over",
    "close_work_item",
    "finish_work_item",
    "leave_out",
    "remove_calendar_day",
    "remove_step",
    "report_progress",
    "review_plan",
    "send_back",
    "set_calendar_day",
    "submit_plan",
    "take_up",
    "tick_step",
]
