"""A paper as DOCX (ECMA-376 transitional), byte for byte the same for the same document.

The parts are written here and not by python-docx: its template brings styles, ids and dates of its own, and most of
what GB/T 9704 asks for (grid, character indents, odd and even footers, content controls) has no call there.
"""

from __future__ import annotations

import io
from pathlib import Path
from typing import BinaryIO

from tongxin.core.papers.document import Document
from tongxin.core.papers.docx.package import parts_of, zipped


def write_docx(document: Document, target: Path | BinaryIO) -> None:
    """Write the paper to a path or an open binary file. Same document, same bytes."""
    data = zipped(parts_of(document))
    if isinstance(target, Path):
        target.write_bytes(data)
    else:
        target.write(data)


def docx_bytes(document: Document) -> bytes:
    """The paper as bytes."""
    buffer = io.BytesIO()
    write_docx(document, buffer)
    return buffer.getvalue()
