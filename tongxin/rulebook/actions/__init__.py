"""What is done to the rulebook: one act per file. Rows are only ever added."""

from tongxin.rulebook.actions.decide import confirm_rule, decline_rule
from tongxin.rulebook.actions.load_packs import load_packs
from tongxin.rulebook.actions.propose_rule import propose_rule
from tongxin.rulebook.actions.set_region import set_region

__all__ = ["confirm_rule", "decline_rule", "load_packs", "propose_rule", "set_region"]
