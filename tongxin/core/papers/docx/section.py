"""Page, grid, page numbers and the mark on top."""

from __future__ import annotations

import math

from tongxin.core.papers import fonts, form
from tongxin.core.papers.document import Text
from tongxin.core.papers.docx.runs import words
from tongxin.core.papers.docx.xml import NAMESPACES, Element, el, part, twips

# 7.5: the dash of the page number stands 7 mm below the type area; it is in the middle of its 14 pt line.
_FOOTER_MM = form.BOTTOM_MM - form.PAGE_NUMBER_DROP_MM - form.PAGE_NUMBER_PT / form.PT_PER_MM / 2
# Characters are set closer than their 16 pt so that 28 fit into 156 mm; rounded down, or the last one would not fit.
CHAR_SPACE = math.floor((form.AREA_MM[0] * form.PT_PER_MM / form.CHARACTERS - form.BODY_PT) * 4096)


def mm(millimetres: float) -> int:
    """Twips of a length."""
    return twips(millimetres * form.PT_PER_MM)


def section(*, marked: bool) -> Element:
    """A4, 37/35/28/26 mm, 22 lines of 28 characters, odd and even footers."""
    references = [_reference("footer", "default", "rIdF1"), _reference("footer", "even", "rIdF2")]
    if marked:
        references = [_reference("header", "default", "rIdH1"), _reference("header", "even", "rIdH1"), *references]
    margins = {"top": form.TOP_MM, "right": form.RIGHT_MM, "bottom": form.BOTTOM_MM, "left": form.LEFT_MM}
    return el(
        "w:sectPr",
        *references,
        el("w:pgSz", w=mm(form.PAGE_MM[0]), h=mm(form.PAGE_MM[1])),
        el("w:pgMar", **{side: mm(size) for side, size in margins.items()}, header=mm(20), footer=mm(_FOOTER_MM), gutter=0),
        el("w:cols", space=425),
        el("w:docGrid", type="linesAndChars", linePitch=twips(form.LINE_PT), charSpace=CHAR_SPACE),
    )  # fmt: skip


def footer_part(*, even: bool) -> bytes:
    """`— 1 —` one character from the outer edge: right on odd pages, left on even ones."""
    side = "left" if even else "right"
    indent = el("w:ind", **{f"{side}Chars": 100, side: twips(form.PAGE_NUMBER_PT)})
    properties = el("w:pPr", el("w:pStyle", val="Footer"), indent, el("w:jc", val=side))
    field = el("w:fldSimple", _number("1"), instr=" PAGE ")
    return part(el("w:ftr", el("w:p", properties, _number("— "), field, _number(" —"))))


def header_part(mark: str) -> bytes:
    """The mark at the right of the top edge."""
    properties = el("w:pPr", el("w:pStyle", val="Header"))
    return part(el("w:hdr", el("w:p", properties, words(Text(mark), fonts.HEI, form.TABLE_PT))))


def _number(text: str) -> Element:
    return words(Text(text), fonts.SONG, form.PAGE_NUMBER_PT)


def _reference(kind: str, pages: str, identity: str) -> Element:
    element = el(f"w:{kind}Reference", type=pages)
    element.set(f"{{{NAMESPACES['r']}}}id", identity)
    return element
