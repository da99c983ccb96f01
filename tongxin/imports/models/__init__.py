"""Nouns of importing."""

from tongxin.imports.models.run import ImportRun
from tongxin.imports.models.taken import Taken

__all__ = ["ImportRun", "Taken"]
