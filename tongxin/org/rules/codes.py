"""Codes that people type when they sign in: staff numbers and codes of units, joined by an @."""

from __future__ import annotations

import re


def is_possible_code(code: str) -> bool:
    """Whether it is made of letters, digits and - _ . alone: no space, and above all no @."""
    return re.fullmatch(r"[\w.-]+", code) is not None
