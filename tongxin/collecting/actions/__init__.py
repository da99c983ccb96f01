"""Acts of handing out and collecting."""

from tongxin.collecting.actions.complain import answer_complaint, complain
from tongxin.collecting.actions.confirm_own import confirm_own
from tongxin.collecting.actions.explain import explain, explain_rest
from tongxin.collecting.actions.hand_over import hand_over
from tongxin.collecting.actions.hand_over_list import mark_way, take_paper
from tongxin.collecting.actions.hand_over_many import Answer, Offer, Scan, hand_over_many, hand_over_soon
from tongxin.collecting.actions.pick_window import leave_window, pick_window
from tongxin.collecting.actions.points import add_point, drop_point, edit_point
from tongxin.collecting.actions.print_list import print_list
from tongxin.collecting.actions.proxies import name_proxy, vouch_proxy, withdraw_proxy
from tongxin.collecting.actions.remind import remind
from tongxin.collecting.actions.sign import sign
from tongxin.collecting.actions.take_back import exchange, take_back
from tongxin.collecting.actions.windows import add_windows, drop_window

__all__ = [
    "Answer", "Offer", "Scan", "add_point", "add_windows", "answer_complaint", "complain", "confirm_own", "drop_point",
    "drop_window", "edit_point", "exchange", "explain", "explain_rest", "hand_over", "hand_over_many",
    "hand_over_soon", "leave_window", "mark_way", "name_proxy", "pick_window", "print_list", "remind", "sign", "take_back", "take_paper",
    "vouch_proxy", "withdraw_proxy",
]  # fmt: skip
