"""The sign-in sheet as PDF, through Typst: no network, no system fonts."""

from __future__ import annotations

import json
import threading
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

import typst

from tongxin.core.papers import fonts
from tongxin.core.papers.document import one_line
from tongxin.paperwork.kinds.signin_docx import HEADS
from tongxin.paperwork.kinds.signin_page import Page

_TEMPLATE = Path(__file__).with_name("signin.typ")
_LOCK = threading.Lock()


def write(pages: Sequence[Page]) -> bytes:
    """The file. Calls take turns."""
    data = {
        "title": pages[0].title if pages else "签到表",
        "fonts": [*fonts.SONG.free[0 if len(fonts.font_folders()) > 1 else 1 :], *fonts.LAST_RESORT],
        "heads": HEADS,
        "pages": [_page(page) for page in pages],
    }
    with _LOCK:
        template, compiler = _compiler()
        pdf = compiler.compile(
            input=template, format="pdf", sys_inputs={"data": json.dumps(data, ensure_ascii=False)}, timestamp=0
        )
    assert isinstance(pdf, bytes)
    return pdf


def _page(page: Page) -> dict[str, Any]:
    rows = [(number, one_line(name), one_line(unit)) for number, name, unit in page.rows]
    return {
        "title": one_line(page.title), "head": one_line(page.head), "foot": page.foot, "code": page.code,
        "qr": page.qr_svg(), "rows": rows,
    }  # fmt: skip


@lru_cache(maxsize=1)
def _compiler() -> tuple[bytes, typst.Compiler]:
    compiler = typst.Compiler(root=_TEMPLATE.parent, font_paths=list(fonts.font_folders()), ignore_system_fonts=True)
    return _TEMPLATE.read_bytes(), compiler
