"""A new announcement."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from tongxin.core import clock
from tongxin.core.refusals import Refused
from tongxin.notices.actions import announce
from tongxin.notices.forms.announcement import AnnouncementForm
from tongxin.org.access import require_somewhere, signed_in
from tongxin.org.rules.rights import NOTICES_SEND
from tongxin.ui.posting import posted, refuse


@require_http_methods(["GET", "POST"])
@signed_in
def new(request: HttpRequest) -> HttpResponse:
    """Title, words, who, whether it must be read."""
    actor: Any = request.actor  # type: ignore[attr-defined]
    require_somewhere(actor, NOTICES_SEND)
    form = AnnouncementForm(posted(request), actor=actor)
    if request.method == "POST" and form.is_valid():
        try:
            made = announce(actor=actor, now=clock.now(), **form.cleaned_data)
        except Refused as refusal:
            refuse(form, refusal)
        else:
            messages.success(request, _("发出去了，谁读了谁没读，都在这一页看。"))
            return redirect("notices:receipts", pk=made.pk)
    return render(request, "notices/new.html", {"form": form}, status=422 if form.errors else 200)
