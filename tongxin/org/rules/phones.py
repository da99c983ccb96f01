"""Telephone numbers: which can be one, and how they look where only their end matters."""

from __future__ import annotations

import re

MOBILE_DIGITS = 11


def tidy(phone: str) -> str:
    """Without spaces, and without the country's prefix."""
    return re.sub(r"^(\+|00)86-?", "", re.sub(r"\s", "", phone))


def is_possible(phone: str) -> bool:
    """Whether it can be a number: a mobile of 11 digits, or a fixed line with its area code; empty is fine."""
    if not phone:
        return True
    if re.fullmatch(r"1[3-9]\d*", phone):
        return len(phone) == MOBILE_DIGITS
    return re.fullmatch(r"\+?[\d-]{5,20}", phone) is not None


def masked(phone: str) -> str:
    """`13812342071` → `138****2071`; shorter numbers keep their last two digits."""
    if len(phone) >= MOBILE_DIGITS:
        return f"{phone[:3]}****{phone[-4:]}"
    return "*" * max(0, len(phone) - 2) + phone[-2:]
