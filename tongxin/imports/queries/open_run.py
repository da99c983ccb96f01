"""A run's file, opened anew with all that was chosen for it."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _

from tongxin.core.refusals import Refused
from tongxin.core.sheets.book import Book, open_book
from tongxin.imports.access import get_place, importer_of
from tongxin.imports.models import ImportRun
from tongxin.imports.protocol import Target
from tongxin.imports.reading import Reading, begin


def open_run(actor: Any, now: datetime, run: ImportRun) -> Reading:
    """Ready to be judged. Refuses: as `begin`, `import.file_gone`, and as `access.get_place`."""
    target = Target(actor, now, get_place(actor, run), run.year, run.choices)
    return begin(importer_of(run), target, file_of(run), run.filename, run.choices)


def book_of(run: ImportRun) -> Book:
    """The book alone. Refuses: `import.file_gone`, all of `sheet.…`."""
    return open_book(file_of(run), run.filename)


def file_of(run: ImportRun) -> Path:
    """Where the file lies. Refuses: `import.file_gone`."""
    path = Path(run.file.path) if run.file else None
    if path is None or not path.is_file():
        raise Refused("import.file_gone", _("这个文件已经清掉了（入库或放弃后留30天）。要再导，重新上传就行。"))
    return path
