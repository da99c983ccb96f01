"""A paper as a file; all papers of an activity as one ZIP."""

from __future__ import annotations

import re
import tempfile
import zipfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from io import BytesIO
from typing import IO, Final

from django.utils.translation import override

from tongxin.core import papers
from tongxin.core.sheets.write import write_workbook
from tongxin.files.models import Attachment
from tongxin.paperwork.kinds.kind import Format, Kind
from tongxin.paperwork.own.render import fill
from tongxin.paperwork.rules.facts import Facts

TYPES: Final[dict[str, str]] = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pdf": "application/pdf",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "zip": "application/zip",
}


@dataclass(frozen=True)
class Printed:
    """A finished file."""

    name: str
    content_type: str
    data: bytes


def printed(kind: Kind, form: Format, facts: Facts, own: bytes | None = None) -> Printed:
    """One paper in one format; `own` is the office's Word template, used for the DOCX. Always Chinese.

    Refuses: `template.…` where an own template does not fit any more.
    """
    with override("zh-hans"):
        data = fill(own, kind, facts) if own and form == "docx" else _made(kind, form, facts)
        return Printed(f"{file_name(facts.title)}{kind.title}.{form}", TYPES[form], data)


def bundle(facts: Facts, wanted: Iterable[Kind], own: Mapping[str, bytes], files: Iterable[Attachment]) -> IO[bytes]:
    """Every paper that there is, in every format, with the photos and papers kept with the activity; stands at its beginning."""
    target = tempfile.TemporaryFile()  # noqa: SIM115 – the answer closes it
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for number, kind in enumerate((kind for kind in wanted if kind.there(facts)), 1):
            for form in kind.formats:
                paper = printed(kind, form, facts, own.get(kind.key))
                archive.writestr(f"{number:02d} {paper.name}", paper.data)
        for number, file in enumerate(files, 1):
            folder = "照片" if file.kind == Attachment.Kind.PHOTO else "附件"
            with (
                file.file.open("rb") as opened,
                archive.open(f"{folder}/{number:02d} {file_name(file.name)}", "w") as entry,
            ):
                while piece := opened.read(1 << 20):
                    entry.write(piece)
    target.seek(0)
    return target


def file_name(words: str) -> str:
    """Words without what a file system or a ZIP would read as something else."""
    return re.sub(r'[\\/:*?"<>|\x00-\x1f]', " ", words).strip(" .") or "活动"


def _made(kind: Kind, form: Format, facts: Facts) -> bytes:
    if form in kind.drawn:
        return kind.drawn[form](facts)
    held = BytesIO()
    if form == "xlsx":
        assert kind.sheet is not None
        write_workbook(held, kind.sheet(facts))
    else:
        assert kind.paper is not None
        write = papers.write_docx if form == "docx" else papers.write_pdf
        write(kind.paper(facts), held)
    return held.getvalue()
