"""A paper as PDF, through Typst, in the same form as the DOCX. No network, no system fonts, no clock."""

from __future__ import annotations

import base64
import json
import threading
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path
from typing import Any, BinaryIO

import typst

from tongxin.core.papers import fonts, form
from tongxin.core.papers.document import (
    Block,
    Document,
    Photo,
    Run,
    Runs,
    Table,
    Text,
    filled,
    heading_is_bold,
    one_line,
    plain,
)

_TEMPLATE = Path(__file__).with_name("paper.typ")
_LOCK = threading.Lock()
_FORM = {
    "page": form.PAGE_MM,
    "top": form.TOP_MM,
    "bottom": form.BOTTOM_MM,
    "left": form.LEFT_MM,
    "right": form.RIGHT_MM,
    "line": form.LINE_PT,
    "pitch": form.PITCH_PT,
    "body": form.BODY_PT,
    "title": form.TITLE_PT,
    "title-line": form.TITLE_LINE_PT,
    "table": form.TABLE_PT,
    "table-line": form.TABLE_LINE_PT,
    "number": form.PAGE_NUMBER_PT,
    "drop": form.PAGE_NUMBER_DROP_MM,
}


def write_pdf(document: Document, target: Path | BinaryIO) -> None:
    """Write the paper to a path or an open binary file. Same document and fonts, same bytes.

    The first call of a process loads the fonts (tenths of a second), later ones reuse them. Calls take turns.
    """
    data = pdf_bytes(document)
    if isinstance(target, Path):
        target.write_bytes(data)
    else:
        target.write(data)


def pdf_bytes(document: Document) -> bytes:
    """The paper as bytes."""
    data = json.dumps(_data(document), ensure_ascii=False)
    day = document.day
    stamp = int(datetime(day.year, day.month, day.day, tzinfo=UTC).timestamp()) if day else 0
    with _LOCK:
        template, compiler = _compiler()
        pdf = compiler.compile(input=template, format="pdf", sys_inputs={"data": data}, timestamp=max(stamp, 0))
    assert isinstance(pdf, bytes)  # a list only for the pages of pictures
    return pdf


@lru_cache(maxsize=1)
def _compiler() -> tuple[bytes, typst.Compiler]:
    """Kept for the life of the process: fonts are found once, and Typst remembers what did not change. The template's
    folder is the root, so that no other file can be read."""
    folders = list(fonts.font_folders())
    compiler = typst.Compiler(root=_TEMPLATE.parent, font_paths=folders, ignore_system_fonts=True)
    return _TEMPLATE.read_bytes(), compiler


def _data(document: Document) -> dict[str, Any]:
    sign = form.signature(document.issuer, document.day) if document.issuer and document.day else None
    return {
        "form": _FORM,
        "fonts": _fonts(),
        "title": Text(document.title).text,
        "issuer": one_line(document.issuer),
        "mark": one_line(document.mark or ""),
        "blocks": [_block(block) for block in document.blocks],
        "signature": sign
        and {
            "issuer": one_line(sign.issuer),
            "issuer-indent": sign.issuer_indent,
            "day": sign.day,
            "day-indent": sign.day_indent,
        },
    }


def _fonts() -> dict[str, dict[str, Any]]:
    """Names to try for each glyph in turn. The title wants a heavy 宋体 in the place of 小标宋: Fandol's bold one, or
    Noto made heavier by an outline."""
    fandol = len(fonts.font_folders()) > 1
    faces = {"body": fonts.BODY, "title": fonts.TITLE, "hei": fonts.HEI, "kai": fonts.KAI, "song": fonts.SONG}
    return {
        name: {
            "names": [*face.free[0 if fandol else 1 :], *fonts.LAST_RESORT],
            "weight": "bold" if face is fonts.TITLE and fandol else "regular",
            "embolden": face is fonts.TITLE and not fandol,
        }
        for name, face in faces.items()
    }


def _block(block: Block) -> dict[str, Any]:
    runs: Runs = (Text(block.number), *block.runs) if block.number else block.runs
    return {
        "kind": block.kind,
        "runs": _runs(runs),
        "bold": heading_is_bold(block),
        "table": block.table and _table(block.table),
        "photo": block.photo and _photo(block.photo, plain(block.runs)),
    }


def _runs(runs: Runs) -> list[dict[str, Any]]:
    return [{"text": run.text, "bold": _bold(run)} for run in runs]


def _bold(run: Run) -> bool:
    return isinstance(run, Text) and run.bold


def _table(table: Table) -> dict[str, Any]:
    count = len(table.columns)
    return {
        "columns": [{"width": column.width, "align": column.align} for column in table.columns],
        "headers": [one_line(head) for head in filled(table.headers, count, "")] if table.headers else [],
        "rows": [[{"runs": _runs(cell)} for cell in filled(row, count, ())] for row in table.rows],
    }


def _photo(photo: Photo, caption: str) -> dict[str, Any]:
    """Typst takes data only as text, so the photo travels inside an SVG; the PDF holds its bytes as they are."""
    width, height = photo.pixels
    data = base64.b64encode(photo.data).decode()
    svg = (
        '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
        f' width="{width}" height="{height}" viewBox="0 0 {width} {height}">'
        f'<image width="{width}" height="{height}" xlink:href="data:{photo.media_type};base64,{data}"/></svg>'
    )
    return {"svg": svg, "width": min(photo.width_mm, form.AREA_MM[0]), "alt": caption}
