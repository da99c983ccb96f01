"""What is done with the events of a sports meeting: one act per file."""

from tongxin.contests.actions.correct_result import correct_result
from tongxin.contests.actions.enter_team import enter_team
from tongxin.contests.actions.make_heats import make_heats
from tongxin.contests.actions.move_entry import move_entry
from tongxin.contests.actions.publish_results import publish_results
from tongxin.contests.actions.record_results import record_results
from tongxin.contests.actions.set_points import set_points

__all__ = [
    "correct_result", "enter_team", "make_heats", "move_entry", "publish_results", "record_results", "set_points",
]  # fmt: skip
