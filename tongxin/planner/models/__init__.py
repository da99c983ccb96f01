"""Nouns of the planner."""

from tongxin.planner.models.facts import PlanningFacts
from tongxin.planner.models.proposal import Proposal, ProposedMove
from tongxin.planner.models.settings import PlannerSettings, QuarterBudget, TermSpan

__all__ = ["PlannerSettings", "PlanningFacts", "Proposal", "ProposedMove", "QuarterBudget", "TermSpan"]
