"""Temporary collections: the list, and beginning one."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from tongxin.activities.queries.choices import own_unit
from tongxin.core import clock
from tongxin.core.refusals import Refused
from tongxin.mobilisation import actions
from tongxin.mobilisation.forms.collections import CollectionForm
from tongxin.mobilisation.queries.collections import collections_page
from tongxin.org.access import require_somewhere, signed_in
from tongxin.org.rules.rights import PEOPLE_CHANGE, PEOPLE_READ
from tongxin.ui.posting import posted, refuse


@require_safe
@signed_in
def collections(request: HttpRequest) -> HttpResponse:
    """What one looks after."""
    actor: Any = request.actor  # type: ignore[attr-defined]
    require_somewhere(actor, PEOPLE_READ)
    context = {
        "cards": collections_page(actor, clock.now()), "may_begin": actor.has_somewhere(PEOPLE_CHANGE), "tab": "collections",
    }  # fmt: skip
    return render(request, "mobilisation/collections.html", context)


@require_http_methods(["GET", "POST"])
@signed_in
def new_collection(request: HttpRequest) -> HttpResponse:
    """Purpose and ground first."""
    actor: Any = request.actor  # type: ignore[attr-defined]
    require_somewhere(actor, PEOPLE_CHANGE)
    day = clock.today(clock.now())
    known = {"ends_on": day + timedelta(days=7), "erase_on": day + timedelta(days=21), "unit": own_unit(actor)}
    form = CollectionForm(posted(request), actor=actor, initial=known)
    if request.method == "POST" and form.is_valid():
        try:
            made = actions.begin_collection(actor=actor, now=clock.now(), **form.cleaned_data)
        except Refused as refusal:
            refuse(form, refusal)
        else:
            messages.success(request, _("开始登记了，要填的人收到了通知。"))
            return redirect("mobilisation:collection", pk=made.pk)
    return render(request, "mobilisation/new_collection.html", {"form": form}, status=422 if form.errors else 200)
