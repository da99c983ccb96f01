"""Nouns of partners."""

from tongxin.partners.models.link import Link

__all__ = ["Link"]
