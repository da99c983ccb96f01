"""Changing what a restriction says."""

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
from tongxin.restrictions.forms.terms import AmendForm
from tongxin.ui.posting import posted, refuse


@require_http_methods(["GET", "POST"])
@signed_in
def amendment(request: HttpRequest, pk: int) -> HttpResponse:
    """What it said before stays in the trail."""
    actor: Any = request.actor  # type: ignore[attr-defined]
    restriction = get_restriction_to_change(actor, pk)
    form = AmendForm(posted(request), restriction=restriction)
    if request.method == "POST" and form.is_valid():
        try:
            actions.amend(actor=actor, now=clock.now(), restriction=restriction, terms=form.terms())
        except Refused as refusal:
            refuse(form, refusal)
        else:
            messages.success(request, _("改好了，原来怎么写的记在操作记录里。"))
            return redirect("restrictions:restriction", pk=pk)
    context = {"form": form, "restriction": restriction}
    return render(request, "restrictions/amendment.html", context, status=422 if form.errors else 200)
