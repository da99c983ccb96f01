"""One of one's own notices."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from tongxin.core import clock
from tongxin.notices.access import get_message
from tongxin.notices.actions import confirm, note_opened
from tongxin.org.access import signed_in


@require_http_methods(["GET", "POST"])
@signed_in
def notice(request: HttpRequest, pk: int) -> HttpResponse:
    """GET shows it, POST says that it was read.

    Showing one's own ordinary notice notes that it was opened. That is safe though it is a GET: it changes nothing but the
    mark in one's own list, asking twice changes nothing more, and no one else's page can learn of it. What must be read is
    confirmed by a POST alone. A notice without words of its own leads straight to what it is about.
    """
    actor: Any = request.actor  # type: ignore[attr-defined]
    message = get_message(actor, pk)
    if request.method == "POST":
        confirm(actor=actor, now=clock.now(), message=message)
        messages.success(request, _("记下了，你读过了。"))
        return redirect("notices:notices")
    note_opened(message, clock.now())
    url = message.notice.url
    leads = bool(url) and url_has_allowed_host_and_scheme(url, allowed_hosts=None)
    if leads and not message.notice.body and not message.notice.important:
        return redirect(url)
    return render(request, "notices/notice.html", {"message": message, "notice": message.notice, "leads": leads})
