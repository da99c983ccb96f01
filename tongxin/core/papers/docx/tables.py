"""Tables: a header on every page, rows that are not torn apart, widths in shares of the type area."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

from tongxin.core.papers import fonts, form
from tongxin.core.papers.document import Column, Table, Text, filled
from tongxin.core.papers.docx.figures import Figures
from tongxin.core.papers.docx.runs import words
from tongxin.core.papers.docx.xml import Element, el, twips

AREA = twips(form.AREA_MM[0] * form.PT_PER_MM)


def table_of(table: Table, figures: Figures, inline: Callable[..., list[Element]]) -> Element:
    """The whole table; `inline` writes a run with its figures."""
    widths = shares(table.columns)
    element = el(
        "w:tbl",
        el(
            "w:tblPr",
            el("w:tblStyle", val="TableGrid"),
            el("w:tblW", w=sum(widths), type="dxa"),
            el("w:jc", val="center"),
            el("w:tblLayout", type="fixed"),
        ),
        el("w:tblGrid", *(el("w:gridCol", w=width) for width in widths)),
    )
    if table.headers:
        cells = [[words(Text(head), fonts.HEI, form.TABLE_PT)] for head in filled(table.headers, len(widths), "")]
        element.append(_row(cells, widths, ["center"] * len(widths), header=True))
    for row in table.rows:
        cells = [
            [element for run in cell for element in inline(run, fonts.BODY, form.TABLE_PT, figures)]
            for cell in filled(row, len(widths), ())
        ]
        element.append(_row(cells, widths, [column.align for column in table.columns]))
    return element


def shares(columns: Sequence[Column]) -> list[int]:
    """Widths in twips that fill the type area to the last one."""
    total = sum(column.width for column in columns)
    edges, reached = [0], 0.0
    for column in columns:
        reached += column.width
        edges.append(round(AREA * reached / total))
    return [right - left for left, right in pairwise(edges)]


def _row(cells: list[list[Element]], widths: list[int], aligns: Sequence[str], *, header: bool = False) -> Element:
    properties = el("w:trPr", el("w:cantSplit"), el("w:tblHeader") if header else None)
    row = el("w:tr", properties)
    for cell, width, align in zip(cells, widths, aligns, strict=False):
        style = el("w:pPr", el("w:pStyle", val="Cell"), el("w:jc", val=align))
        place = el("w:tcPr", el("w:tcW", w=width, type="dxa"), el("w:vAlign", val="center"))
        row.append(el("w:tc", place, el("w:p", style, *cell)))
    return row
