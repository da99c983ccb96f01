"""Nouns of what happens in a year."""

from tongxin.activities.models.activity import Activity, Change, Organiser
from tongxin.activities.models.catalogue import Category, Group
from tongxin.activities.models.clearance import Clearance

__all__ = ["Activity", "Category", "Change", "Clearance", "Group", "Organiser"]
