"""Nouns of handing out and collecting."""

from tongxin.collecting.models.point import Point, Window
from tongxin.collecting.models.receipt import Complaint, Proxy, Receipt, Remainder

__all__ = ["Complaint", "Point", "Proxy", "Receipt", "Remainder", "Window"]
