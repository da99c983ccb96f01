"""A summary as a paper."""

from __future__ import annotations

from io import BytesIO

from django.http import FileResponse, HttpRequest
from django.views.decorators.http import require_safe

from tongxin.org.access import signed_in
from tongxin.report import paper
from tongxin.report.access import get_summary
from tongxin.report.queries.texts import latest


@signed_in
@require_safe
def docx(request: HttpRequest, pk: int) -> FileResponse:
    """The DOCX of the latest version, figures inside."""
    summary = get_summary(request.actor, pk)  # type: ignore[attr-defined]
    return _answer(paper.docx(summary, latest(summary)), paper.file_name(summary, "docx"), paper.DOCX)


@signed_in
@require_safe
def pdf(request: HttpRequest, pk: int) -> FileResponse:
    """The PDF of the latest version."""
    summary = get_summary(request.actor, pk)  # type: ignore[attr-defined]
    return _answer(paper.pdf(summary, latest(summary)), paper.file_name(summary, "pdf"), paper.PDF)


def _answer(data: bytes, name: str, kind: str) -> FileResponse:
    return FileResponse(BytesIO(data), as_attachment=True, filename=name, content_type=kind)
