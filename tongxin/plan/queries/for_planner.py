"""What the planner draws and reads with, of the year's own rules."""

from tongxin.plan.rules.fate import is_about
from tongxin.plan.rules.lanes import Mark, Placed, height, place, shortened

__all__ = ["Mark", "Placed", "height", "is_about", "place", "shortened"]
