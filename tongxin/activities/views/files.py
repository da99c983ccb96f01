"""Photos and papers: keep some, take one away."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from tongxin.activities import actions
from tongxin.activities.access import get_activity_to_run
from tongxin.activities.forms.files import FilesForm
from tongxin.core import clock
from tongxin.core.refusals import Refused
from tongxin.files.models import Attachment
from tongxin.org.access import signed_in
from tongxin.ui.posting import refuse


@require_http_methods(["GET", "POST"])
@signed_in
def files(request: HttpRequest, pk: int) -> HttpResponse:
    """Several files of one kind; all are kept, or none."""
    activity = get_activity_to_run(request.actor, pk)  # type: ignore[attr-defined]
    form = FilesForm(request.POST, request.FILES) if request.method == "POST" else FilesForm()
    if request.method == "POST" and form.is_valid():
        uploads, kind = form.cleaned_data["upload"], form.cleaned_data["kind"]
        try:
            with transaction.atomic():
                for upload in uploads:
                    actions.attach(
                        actor=request.actor, now=clock.now(), activity=activity, upload=upload, kind=kind  # type: ignore[attr-defined]
                    )  # fmt: skip
        except Refused as refusal:
            refuse(form, refusal)
        else:
            said = ngettext("%(n)s个文件传好了。", "%(n)s个文件传好了。", len(uploads))
            messages.success(request, said % {"n": len(uploads)})
            return redirect("activities:activity", pk=pk)
    return render(
        request, "activities/files.html", {"form": form, "activity": activity}, status=422 if form.errors else 200
    )


@require_http_methods(["GET", "POST"])
@signed_in
def removal(request: HttpRequest, pk: int, file: UUID) -> HttpResponse:
    """Asks once, then deletes the file."""
    activity = get_activity_to_run(request.actor, pk)  # type: ignore[attr-defined]
    attachment = get_object_or_404(Attachment, pk=file, thing_type="activities.activity", thing_id=pk)
    if request.method == "POST":
        actions.detach(actor=request.actor, now=clock.now(), activity=activity, attachment=attachment)  # type: ignore[attr-defined]
        messages.success(request, _("文件已删除。"))
        return redirect("activities:activity", pk=pk)
    return render(request, "activities/removal.html", {"activity": activity, "file": attachment})
