"""Nouns of feedback."""

from tongxin.feedback.models.box import Answered, Box

__all__ = ["Answered", "Box"]
