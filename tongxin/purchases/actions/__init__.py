"""What is done to tasks, the ledger, invoices and a round's goods."""

from tongxin.purchases.actions.acceptance import accept, accept_by_link, withdraw_acceptance
from tongxin.purchases.actions.add_line import add_line
from tongxin.purchases.actions.buy_pack import buy_pack
from tongxin.purchases.actions.correct import rewrite, take_back
from tongxin.purchases.actions.invoices import add_invoice, void_invoice
from tongxin.purchases.actions.settle import settle
from tongxin.purchases.actions.tasks import edit_task, finish_part, remove_part, remove_task, set_part, set_task

__all__ = [
    "accept", "accept_by_link", "add_invoice", "add_line", "buy_pack", "edit_task", "finish_part", "remove_part", "remove_task",
    "rewrite", "set_part", "set_task", "settle", "take_back", "void_invoice", "withdraw_acceptance",
]  # fmt: skip
