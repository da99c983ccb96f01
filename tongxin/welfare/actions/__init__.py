"""What is done to a round: a file for each act or pair of acts."""

from tongxin.welfare.actions.amending import move_choosing, restock
from tongxin.welfare.actions.choosing import close_choosing, close_choosing_due, open_choosing
from tongxin.welfare.actions.confirm import check_people, settle_missing, settle_remark
from tongxin.welfare.actions.decide import approve, send_back
from tongxin.welfare.actions.draw_up import draw_up
from tongxin.welfare.actions.edit import edit
from tongxin.welfare.actions.entitling import add_people, strike
from tongxin.welfare.actions.handing import cancel, close, hand_out
from tongxin.welfare.actions.packs import drop_pack, reprice, set_pack, show_pack
from tongxin.welfare.actions.print_paper import print_paper
from tongxin.welfare.actions.quotes import Quoted, set_quotes
from tongxin.welfare.actions.start import start
from tongxin.welfare.actions.submit import submit, withdraw

__all__ = [
    "Quoted", "add_people", "approve", "cancel", "check_people", "close", "close_choosing", "close_choosing_due", "draw_up",
    "drop_pack", "edit", "hand_out", "move_choosing", "open_choosing", "print_paper", "reprice", "restock", "send_back", "set_pack",
    "set_quotes", "settle_missing", "settle_remark", "show_pack", "start", "strike", "submit", "withdraw",
]  # fmt: skip
