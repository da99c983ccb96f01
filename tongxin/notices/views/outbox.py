"""What did not get out."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from tongxin.core import clock
from tongxin.core.numbers import whole
from tongxin.notices.access import get_parcel, require_outbox
from tongxin.notices.actions import send_again
from tongxin.notices.models import Parcel
from tongxin.notices.queries.outbox import outbox as asked
from tongxin.org.access import signed_in
from tongxin.ui.tapping import tapping


@require_safe
@signed_in
def outbox(request: HttpRequest) -> HttpResponse:
    """How many are on their way, and which need a person."""
    actor: Any = request.actor  # type: ignore[attr-defined]
    require_outbox(actor)
    return render(request, "notices/outbox.html", {"outbox": asked(actor, whole(request.GET.get("page")) or 1)})


@require_http_methods(["GET", "POST"])
@signed_in
def again(request: HttpRequest, pk: int) -> HttpResponse:
    """Asks once, then puts it back into the outbox."""
    actor: Any = request.actor  # type: ignore[attr-defined]
    parcel = get_parcel(actor, pk)
    if request.method == "POST":
        with tapping(request):
            send_again(actor=actor, now=clock.now(), parcel=parcel)
            messages.success(request, _("放回去了，一会儿就发。"))
        return redirect("notices:outbox")
    sentence = _("它可能已经到了，再发可能收到两份。") if parcel.state == Parcel.State.UNCLEAR else ""
    context = {"parcel": parcel, "sentence": sentence, "back_url": reverse("notices:outbox")}
    return render(request, "notices/again.html", context)
