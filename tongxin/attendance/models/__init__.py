"""Nouns of coming: who was expected, who came."""

from tongxin.attendance.models.attendance import Attendance, Expected, Sheet
from tongxin.attendance.models.page import Page

__all__ = ["Attendance", "Expected", "Page", "Sheet"]
