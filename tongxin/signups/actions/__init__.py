"""Acts of signing up: offering it, asking for a place, keeping the list."""

from tongxin.signups.actions.ask import set_questions
from tongxin.signups.actions.confirm_place import confirm_place
from tongxin.signups.actions.keep_list import admit_person, close_list, draw_lots, remove_person, reopen_list
from tongxin.signups.actions.leave import leave
from tongxin.signups.actions.offer import change_offer, offer, withdraw_offer
from tongxin.signups.actions.sign_up import sign_up
from tongxin.signups.actions.slots import add_session, add_weekly, change_slot, drop_slot
from tongxin.signups.actions.start import start

__all__ = [
    "add_session", "add_weekly", "admit_person", "change_offer", "change_slot", "close_list", "confirm_place", "draw_lots",
    "drop_slot", "leave", "offer", "remove_person", "reopen_list", "set_questions", "sign_up", "start", "withdraw_offer",
]  # fmt: skip
