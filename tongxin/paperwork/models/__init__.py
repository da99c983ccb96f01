"""Nouns of an activity's papers."""

from tongxin.paperwork.models.money import Line, Prize
from tongxin.paperwork.models.template import Template

__all__ = ["Line", "Prize", "Template"]
