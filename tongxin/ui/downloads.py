"""Answers that are files made on the spot."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from typing import BinaryIO

from django.http import FileResponse


def download(filename: str, write: Callable[[BinaryIO], None]) -> FileResponse:
    """What `write` writes, as a download of that name."""
    target = tempfile.TemporaryFile()  # noqa: SIM115 – the answer closes it
    write(target)
    target.seek(0)
    return FileResponse(target, as_attachment=True, filename=filename)


def spreadsheet(name: str, write: Callable[[BinaryIO], None]) -> FileResponse:
    """As `download`, an .xlsx."""
    return download(f"{name}.xlsx", write)
