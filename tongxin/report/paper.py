"""A version as a paper: GB/T 9704 document with its figures, as DOCX and PDF."""

from __future__ import annotations

import os
import re
import tempfile
from io import BytesIO
from pathlib import Path

from django.utils.translation import gettext as _
from django.utils.translation import override

from tongxin.core import papers
from tongxin.core.figures import figures
from tongxin.report.models import Summary, Version
from tongxin.report.rules.body import Block, Text, load, numbers
from tongxin.report.rules.chips import parse, to_json

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
PDF = "application/pdf"
ONE_LINE = 20


def document(summary: Summary, version: Version) -> papers.Document:
    """The paper of a version; what is not signed carries a mark on every page."""
    body = load(version.body)
    with override("zh-hans"):
        return papers.Document(
            title=_lines(body.title),
            blocks=tuple(_block(block, number) for block, number in numbers(body.blocks)),
            issuer=body.issuer,
            day=body.day,
            properties={
                "tongxin.unit": summary.unit.code,
                "tongxin.year": str(summary.year),
                "tongxin.version": str(version.number),
            },
            mark=None if summary.state == Summary.State.SIGNED else _("送审稿"),
        )


def docx(summary: Summary, version: Version) -> bytes:
    """The DOCX."""
    out = BytesIO()
    papers.write_docx(document(summary, version), out)
    return out.getvalue()


def pdf(summary: Summary, version: Version) -> bytes:
    """The PDF."""
    out = BytesIO()
    papers.write_pdf(document(summary, version), out)
    return out.getvalue()


def save(data: bytes, target: Path) -> None:
    """Write a file whole or not at all: into a neighbour first, which then takes the name."""
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(name).replace(target)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def file_name(summary: Summary, kind: str) -> str:
    """`安徽…工会委员会2020年工作总结.docx`"""
    return f"{summary.unit.name}{summary.year}年工作总结.{kind}"


def _lines(title: str) -> str:
    """A title that needs two lines is broken before its year: the name of the union stays whole (GB/T 9704 7.3.1)."""
    year = re.search(r"\d{4}年", title)
    if len(title) <= ONE_LINE or year is None or year.start() == 0 or "\n" in title:
        return title
    return f"{title[: year.start()]}\n{title[year.start() :]}"


def _block(block: Block, number: str) -> papers.Block:
    runs = tuple(
        papers.Text(run.t) if isinstance(run, Text) else papers.Chip(run.ref, run.text, str(to_json(run.value)), _label(run.ref))
        for run in block.runs
    )  # fmt: skip
    kind = block.kind if block.kind in ("h1", "h2", "h3") else "p"
    return papers.Block(kind, runs, number)  # type: ignore[arg-type]


def _label(reference: str) -> str:
    ref = parse(reference)
    figure = figures.get(ref.key) if ref else None
    return str(figure.label) if figure else reference
