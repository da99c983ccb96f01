"""Acts of goals, directives and aims."""

from tongxin.goals.actions.aim_measures import remove_measure, set_measure, type_value
from tongxin.goals.actions.aims import add_aim, edit_aim
from tongxin.goals.actions.common import Wanted
from tongxin.goals.actions.directive_closing import close_directive, reopen_directive
from tongxin.goals.actions.directive_evidence import set_evidence
from tongxin.goals.actions.directive_papers import discard_paper, keep_paper
from tongxin.goals.actions.directives import add_directive, edit_directive
from tongxin.goals.actions.hanging import set_goals_of, set_serving
from tongxin.goals.actions.measures import remove_indicator, set_indicator
from tongxin.goals.actions.starting import copy_goals, start_goals
from tongxin.goals.actions.tree import add_goal, edit_goal, remove_goal

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
