"""Nouns of the organisation."""

from tongxin.org.models.person import Person, Placement, Standing
from tongxin.org.models.post import Post, Term
from tongxin.org.models.unit import Unit, UnitAlias

__all__ = ["Person", "Placement", "Post", "Standing", "Term", "Unit", "UnitAlias"]
