"""Acts at the door, and on the list of who should come."""

from tongxin.attendance.actions.attach_paper import attach_paper
from tongxin.attendance.actions.check_in import CheckedIn, check_in
from tongxin.attendance.actions.check_in_many import Answer, Scan, check_in_many, check_in_soon
from tongxin.attendance.actions.expect_people import excuse, expect_people, stop_expecting
from tongxin.attendance.actions.prepare import prepare
from tongxin.attendance.actions.sheets import close_check_in, open_check_in, reopen_check_in
from tongxin.attendance.actions.undo_check_in import undo_check_in

__all__ = [
    "Answer",
    "CheckedIn",
    "Scan",
    "attach_paper",
    "check_in",
    "check_in_many",
    "check_in_soon",
    "close_check_in",
    "excuse",
    "expect_people",
    "open_check_in",
    "prepare",
    "reopen_check_in",
    "stop_expecting",
    "undo_check_in",
]
