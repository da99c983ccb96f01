"""Keeping and discarding files, for the acts of the apps above."""

from tongxin.files.actions.discard import discard
from tongxin.files.actions.keep import keep

__all__ = ["discard", "keep"]
