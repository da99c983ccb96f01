"""Nouns of restrictions."""

from tongxin.restrictions.models.restriction import Restriction, Step

__all__ = ["Restriction", "Step"]
