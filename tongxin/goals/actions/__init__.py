"""Acts of goals, directives and aims."""

from tongxin.goals.actions.aims import add_aim, edit_aim, remove_measure, set_measure, type_value
from tongxin.goals.actions.common import Wanted
from tongxin.goals.actions.directives import (
    add_directive,
    close_directive,
    discard_paper,
    edit_directive,
    keep_paper,
    reopen_directive,
    set_evidence,
)
from tongxin.goals.actions.hanging import set_goals_of, set_serving
from tongxin.goals.actions.measures import remove_indicator, set_indicator
from tongxin.goals.actions.tree import add_goal, copy_goals, edit_goal, remove_goal, start_goals

__all__ = [
    "Wanted",
    "add_aim",
    "add_directive",
    "add_goal",
    "close_directive",
    "copy_goals",
    "discard_paper",
    "edit_aim",
    "edit_directive",
    "edit_goal",
    "keep_paper",
    "remove_goal",
    "remove_indicator",
    "remove_measure",
    "reopen_directive",
    "set_evidence",
    "set_goals_of",
    "set_indicator",
    "set_measure",
    "set_serving",
    "start_goals",
    "type_value",
]
