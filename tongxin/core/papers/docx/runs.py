"""Text runs."""

from __future__ import annotations

import re

from tongxin.core.papers.document import Run, Text
from tongxin.core.papers.docx.styles import run_properties
from tongxin.core.papers.docx.xml import XML_SPACE, Element, el
from tongxin.core.papers.fonts import Face


def words(run: Run, face: Face, size: float, *, bold: bool | None = None) -> Element:
    """One run with its font set on it; line feeds and tabs become their elements."""
    heavy = True if isinstance(run, Text) and run.bold else bold
    element = el("w:r", run_properties(face, size, bold=heavy))
    for piece in re.split(r"([\n\t])", run.text):
        if piece == "\n":
            element.append(el("w:br"))
        elif piece == "\t":
            element.append(el("w:tab"))
        elif piece:
            text = el("w:t")
            text.text = piece
            text.set(XML_SPACE, "preserve")
            element.append(text)
    return element
