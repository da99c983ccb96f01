"""Nouns of what the year is for."""

from tongxin.goals.models.aim import Aim, AimMeasure, AimYear
from tongxin.goals.models.directive import Directive, Evidence
from tongxin.goals.models.goal import Goal, Indicator, Serves

__all__ = ["Aim", "AimMeasure", "AimYear", "Directive", "Evidence", "Goal", "Indicator", "Serves"]
