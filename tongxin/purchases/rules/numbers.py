"""How an invoice's number is kept, however it was typed."""

from __future__ import annotations

import unicodedata


def plain_number(typed: str) -> str:
    """Full-width letters and digits as plain ones, no spaces, upper case: ` ０1 a` → `01A`."""
    return "".join(unicodedata.normalize("NFKC", typed).split()).upper()
