"""Halls of the same name are one; what is no hall takes none. Pure."""

from __future__ import annotations

import unicodedata
from typing import Final

NO_HALL: Final = ("线上", "网上", "待定", "各单位", "各分工会", "上门", "各校门", "全校", "校园", "腾讯会议", "钉钉")


def hall_of(place: str) -> str:
    """The key of the hall that an activity takes, from its place as typed; "" where it takes none."""
    plain = unicodedata.normalize("NFKC", place).lower()
    key = "".join(character for character in plain if character.isalnum())
    return "" if any(word in key for word in NO_HALL) else key
