"""Nouns of handing out and collecting."""

from tongxin.collecting.models.point import Point, Window
from tongxin.collecting.models.receipt import Complaint, Proxy, Receipt
from tongxin.collecting.models.uncollected import Remainder, Unfetched

__all__ = ["Complaint", "Point", "Proxy", "Receipt", "Remainder", "Unfetched", "Window"]
