"""A new call, blank or after an earlier one."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from tongxin.activities.queries.choices import own_unit
from tongxin.core import clock
from tongxin.core.numbers import whole
from tongxin.core.refusals import Refused
from tongxin.mobilisation import actions
from tongxin.mobilisation.forms.calls import CallForm
from tongxin.mobilisation.queries.calls import sources
from tongxin.mobilisation.queries.copying import likely
from tongxin.org.access import require_somewhere, signed_in
from tongxin.org.rules.rights import ACTIVITIES_RUN
from tongxin.ui.posting import posted, refuse


@require_http_methods(["GET", "POST"])
@signed_in
def new_call(request: HttpRequest) -> HttpResponse:
    """One page; sent with `publish` it is published at once."""
    actor: Any = request.actor  # type: ignore[attr-defined]
    require_somewhere(actor, ACTIVITIES_RUN)
    earlier = list(sources(actor))
    source = next((call for call in earlier if call.pk == whole(request.GET.get("from"))), None)
    initial = likely(source, clock.today(clock.now())) | {"unit": own_unit(actor)}
    form = CallForm(posted(request), actor=actor, initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            made = actions.add_call(actor=actor, now=clock.now(), **form.cleaned_data)
        except Refused as refusal:
            refuse(form, refusal)
        else:
            messages.success(request, _("班次都排好了。看一眼，再发布。"))
            return redirect("mobilisation:call", pk=made.pk)
    context = {"form": form, "sources": earlier, "source": source}
    return render(request, "mobilisation/new_call.html", context, status=422 if form.errors else 200)
