"""A page of a sign-in sheet, before it is DOCX or PDF."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO

import segno


@dataclass(frozen=True)
class Page:
    """One page: its code, its head, and (number, name, unit) for each of its rows; rows without a name are to be filled in."""

    code: str
    title: str
    head: str
    foot: str
    rows: tuple[tuple[int, str, str], ...]

    def qr_png(self) -> bytes:
        """The code as a picture."""
        held = BytesIO()
        segno.make(self.code, error="m", micro=False).save(held, kind="png", scale=8, border=2)
        return held.getvalue()

    def qr_svg(self) -> str:
        """The code as a drawing."""
        held = BytesIO()
        segno.make(self.code, error="m", micro=False).save(held, kind="svg", scale=8, border=2, xmldecl=False)
        return held.getvalue().decode()
