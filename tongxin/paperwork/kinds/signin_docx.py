"""The sign-in sheet as DOCX: a page for each 25 rows."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from typing import Any, Final

from docx import Document
from docx.enum.table import WD_ROW_HEIGHT_RULE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from tongxin.paperwork.kinds.signin_page import Page

WIDTHS_MM: Final = (14, 34, 66, 66)
HEADS: Final = ("序号", "姓名", "单位", "签名")
ROW_MM: Final = 8.6


def write(pages: Sequence[Page]) -> bytes:
    """The file."""
    paper = Document()
    _shape(paper)
    for number, page in enumerate(pages):
        _head(paper, page, breaks=number > 0)
        _table(paper, page)
    held = BytesIO()
    paper.save(held)
    return held.getvalue()


def _shape(paper: Any) -> None:
    """A4 with narrow margins; 宋体."""
    section = paper.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(15)
    section.top_margin, section.bottom_margin = Mm(12), Mm(10)
    style = paper.styles["Normal"]
    style.font.name, style.font.size = "Times New Roman", Pt(11)
    style.element.rPr.rFonts.set(qn("w:eastAsia"), "宋体")
    style.paragraph_format.space_after = Pt(0)


def _head(paper: Any, page: Page, *, breaks: bool) -> None:
    """Title and time on the left, the code on the right."""
    grid = paper.add_table(rows=1, cols=2)
    grid.autofit = False
    words, code = grid.rows[0].cells
    words.width, code.width = Mm(152), Mm(28)
    title = words.paragraphs[0]
    title.paragraph_format.page_break_before = breaks
    run = title.add_run(page.title)
    run.bold, run.font.size = True, Pt(16)
    words.add_paragraph(page.head)
    words.add_paragraph(page.foot)
    place = code.paragraphs[0]
    place.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    place.add_run().add_picture(BytesIO(page.qr_png()), width=Mm(22))
    gap = paper.add_paragraph()
    gap.paragraph_format.line_spacing = Pt(4)


def _table(paper: Any, page: Page) -> None:
    grid = paper.add_table(rows=0, cols=4, style="Table Grid")
    grid.autofit = False
    for row in (HEADS, *page.rows):
        made = grid.add_row()
        made.height, made.height_rule = Mm(ROW_MM), WD_ROW_HEIGHT_RULE.EXACTLY
        for cell, width, words in zip(made.cells, WIDTHS_MM, (*row, ""), strict=False):
            cell.width = Mm(width)
            cell.paragraphs[0].add_run(str(words))
    paper.add_paragraph().paragraph_format.line_spacing = Pt(1)
