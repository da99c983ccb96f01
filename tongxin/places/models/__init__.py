"""Nouns of scarce places."""

from tongxin.places.models.draw import Draw
from tongxin.places.models.place import Group, Place
from tongxin.places.models.pool import Pool, Quota

__all__ = ["Draw", "Group", "Place", "Pool", "Quota"]
