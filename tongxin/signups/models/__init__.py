"""Nouns of signing up."""

from tongxin.signups.models.question import Question
from tongxin.signups.models.slot import Slot

__all__ = ["Question", "Slot"]
