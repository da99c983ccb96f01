"""Nouns of notices."""

from tongxin.notices.models.feed import Feed, Round
from tongxin.notices.models.notice import Message, Notice
from tongxin.notices.models.parcel import Parcel, Preference, Robot

__all__ = ["Feed", "Message", "Notice", "Parcel", "Preference", "Robot", "Round"]
