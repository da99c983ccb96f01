"""Nouns of the summary."""

from tongxin.report.models.summary import Summary, Version, Wording

__all__ = ["Summary", "Version", "Wording"]
