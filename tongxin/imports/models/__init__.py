"""Nouns of importing."""

from tongxin.imports.models.run import ImportRun

__all__ = ["ImportRun"]
