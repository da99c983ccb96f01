"""Acts of the organisation."""

from tongxin.org.actions.appoint import appoint
from tongxin.org.actions.change_person import change_person
from tongxin.org.actions.change_standing import change_standing
from tongxin.org.actions.change_unit import change_unit
from tongxin.org.actions.close_unit import close_unit
from tongxin.org.actions.end_post import end_post
from tongxin.org.actions.enrol import enrol
from tongxin.org.actions.enter_office import enter_office
from tongxin.org.actions.found_unit import found_unit
from tongxin.org.actions.invite import invite
from tongxin.org.actions.leave_employment import leave_employment
from tongxin.org.actions.leave_office import leave_office
from tongxin.org.actions.move_person import move_person
from tongxin.org.actions.move_unit import move_unit
from tongxin.org.actions.set_term import set_term
from tongxin.org.actions.take_back import take_back

__all__ = [
    "appoint",
    "change_person",
    "change_standing",
    "change_unit",
    "close_unit",
    "end_post",
    "enrol",
    "enter_office",
    "found_unit",
    "invite",
    "leave_employment",
    "leave_office",
    "move_person",
    "move_unit",
    "set_term",
    "take_back",
]
