"""Acts of the planner: one act per file."""

from tongxin.planner.actions.accept import Accepted, accept
from tongxin.planner.actions.compute import compute, plan_wanted
from tongxin.planner.actions.decline import decline
from tongxin.planner.actions.drop import drop
from tongxin.planner.actions.propose import propose
from tongxin.planner.actions.set_budget import set_budget
from tongxin.planner.actions.set_facts import set_facts
from tongxin.planner.actions.set_settings import set_settings
from tongxin.planner.actions.spans import add_span, remove_span
from tongxin.planner.actions.undo import Undone, undo

__all__ = [
    "Accepted",
    "Undone",
    "accept",
    "add_span",
    "compute",
    "decline",
    "drop",
    "plan_wanted",
    "propose",
    "remove_span",
    "set_budget",
    "set_facts",
    "set_settings",
    "undo",
]
