"""Nouns of coming: who was expected, who came."""

from tongxin.attendance.models.attendance import Attendance, Expected, Sheet

__all__ = ["Attendance", "Expected", "Sheet"]
