"""Nouns of feedback."""

from tongxin.feedback.models.box import Answered, Box, Rating

__all__ = ["Answered", "Box", "Rating"]
