"""Nouns of choosing."""

from tongxin.choosing.models.delivery import Way

__all__ = ["Way"]
