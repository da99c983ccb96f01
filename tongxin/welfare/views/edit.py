"""Fill in a round."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from tongxin.core import clock
from tongxin.core.refusals import Refused
from tongxin.org.access import signed_in
from tongxin.ui.posting import posted, refuse
from tongxin.welfare import actions
from tongxin.welfare.access import get_round_to_run
from tongxin.welfare.actions.turning import require_possible
from tongxin.welfare.forms.rounds import RoundForm
from tongxin.welfare.queries.festivals import festivals


@require_http_methods(["GET", "POST"])
@signed_in
def edit(request: HttpRequest, pk: int) -> HttpResponse:
    """What it is and who pays how much; only while it is in the making."""
    actor = request.actor  # type: ignore[attr-defined]
    found = get_round_to_run(actor, pk)
    require_possible(found, "edit")
    form = RoundForm(posted(request), round=found, festivals=festivals(found.unit, found.gives_on))
    if request.method == "POST" and form.is_valid():
        try:
            actions.edit(actor=actor, now=clock.now(), round=found, **form.told())
        except Refused as refusal:
            refuse(form, refusal)
        else:
            messages.success(request, _("存好了。"))
            return redirect("welfare:round", pk=pk)
    return render(request, "welfare/edit.html", {"round": found, "form": form}, status=422 if form.errors else 200)
