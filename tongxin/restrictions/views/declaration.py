"""Declaring a restriction, at leisure or in an emergency."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from tongxin.core import clock
from tongxin.core.refusals import Refused
from tongxin.org.access import require_somewhere, signed_in
from tongxin.org.rules.rights import RESTRICTIONS_CHANGE
from tongxin.restrictions import actions
from tongxin.restrictions.access import units_to_declare_for
from tongxin.restrictions.forms.terms import ContingencyForm, DeclareForm
from tongxin.ui.posting import posted, refuse


@require_http_methods(["GET", "POST"])
@signed_in
def declaration(request: HttpRequest) -> HttpResponse:
    """Everything a restriction can say."""
    return _declared(request, DeclareForm, "restrictions/declaration.html", contingency=False)


@require_http_methods(["GET", "POST"])
@signed_in
def contingency(request: HttpRequest) -> HttpResponse:
    """One of the usual, since when, by which document; the next page shows what it touches."""
    return _declared(request, ContingencyForm, "restrictions/contingency.html", contingency=True)


def _declared(request: HttpRequest, kind: Any, template: str, *, contingency: bool) -> HttpResponse:
    actor: Any = request.actor  # type: ignore[attr-defined]
    require_somewhere(actor, RESTRICTIONS_CHANGE)
    now = clock.now()
    likely = {"unit": units_to_declare_for(actor).first(), "starts_on": clock.today(now)}
    form = kind(posted(request), actor=actor, initial=likely)
    if request.method == "POST" and form.is_valid():
        unit = form.cleaned_data["unit"]
        try:
            made = actions.declare(actor=actor, now=now, unit=unit, terms=form.terms(), contingency=contingency)
        except Refused as refusal:
            refuse(form, refusal)
        else:
            messages.success(request, _("管控定好了。下面是它碰到的。"))
            return redirect("restrictions:restriction", pk=made.pk)
    return render(request, template, {"form": form}, status=422 if form.errors else 200)
