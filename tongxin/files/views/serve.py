"""Give out a private file."""

from __future__ import annotations

from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import FileResponse, Http404, HttpRequest, HttpResponseBase
from django.views.decorators.http import require_http_methods

from tongxin.files.models import Attachment
from tongxin.files.owners import may_open
from tongxin.files.rules.sniffing import PHOTOS


@require_http_methods(["GET", "HEAD"])
@login_required
def serve(request: HttpRequest, pk: UUID) -> HttpResponseBase:
    """The bytes, to who may see the record; pictures in place, all else as a download. A stranger gets 404."""
    attachment = Attachment.objects.filter(pk=pk).first()
    if attachment is None or not may_open(request.actor, attachment):  # type: ignore[attr-defined]
        raise Http404
    shown = attachment.content_type in PHOTOS.values()
    response = FileResponse(
        attachment.file.open("rb"),
        as_attachment=not shown,
        filename=attachment.name,
        content_type=attachment.content_type,
    )
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = "private, max-age=3600"
    return response
