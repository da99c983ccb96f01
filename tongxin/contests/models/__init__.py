"""Nouns of the events of a sports meeting."""

from tongxin.contests.models.contest import Contest, Entry, Heat

__all__ = ["Contest", "Entry", "Heat"]
