"""The nouns of the rulebook."""

from tongxin.rulebook.models.place import UnitRegion
from tongxin.rulebook.models.rule import Decision, Rule

__all__ = ["Decision", "Rule", "UnitRegion"]
