"""What is done to the rulebook: one act per file. Rows are only ever added."""

from tongxin.rulebook.actions.decide import confirm_rule, decline_rule
from tongxin.rulebook.actions.exempt import Decided, exempt, withdraw_exemption
from tongxin.rulebook.actions.load_packs import load_packs
from tongxin.rulebook.actions.propose_rule import propose_rule
from tongxin.rulebook.actions.set_region import set_region

__all__ = [
    "Decided", "confirm_rule", "decline_rule", "exempt", "load_packs", "propose_rule", "set_region", "withdraw_exemption",
]  # fmt: skip
