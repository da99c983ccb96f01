"""The nouns of the rulebook."""

from tongxin.rulebook.models.exemption import Exemption, Withdrawal
from tongxin.rulebook.models.place import UnitRegion
from tongxin.rulebook.models.rule import Decision, Rule

__all__ = ["Decision", "Exemption", "Rule", "UnitRegion", "Withdrawal"]
