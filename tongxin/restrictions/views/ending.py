"""Ending a restriction."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from tongxin.core import clock
from tongxin.core.refusals import Refused
from tongxin.org.access import signed_in
from tongxin.restrictions import actions
from tongxin.restrictions.access import get_restriction_to_change
from tongxin.restrictions.forms.terms import EndForm
from tongxin.ui.posting import posted, refuse


@require_http_methods(["GET", "POST"])
@signed_in
def ending(request: HttpRequest, pk: int) -> HttpResponse:
    """Asks once and wants words; it stays on record."""
    actor: Any = request.actor  # type: ignore[attr-defined]
    restriction = get_restriction_to_change(actor, pk)
    form = EndForm(posted(request))
    if request.method == "POST" and form.is_valid():
        try:
            actions.end(actor=actor, now=clock.now(), restriction=restriction, **form.cleaned_data)
        except Refused as refusal:
            refuse(form, refusal)
        else:
            messages.success(request, _("解除了，从今天起不再管。"))
            return redirect("restrictions:restriction", pk=pk)
    context = {"form": form, "restriction": restriction}
    return render(request, "restrictions/ending.html", context, status=422 if form.errors else 200)
