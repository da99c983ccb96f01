"""Fill in the application."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from tongxin.core import clock
from tongxin.core.refusals import Refused
from tongxin.org.access import signed_in
from tongxin.org.actor import Actor
from tongxin.outings import actions
from tongxin.outings.access import get_outing_to_run
from tongxin.outings.actions.turning import require_possible
from tongxin.outings.forms.outing import OutingForm
from tongxin.outings.models import Outing
from tongxin.outings.queries.checked import checked
from tongxin.ui.posting import posted, refuse


@require_http_methods(["GET", "POST"])
@signed_in
def edit(request: HttpRequest, pk: int) -> HttpResponse:
    """Save, or save and hand in at once; what the rules say stands beside."""
    actor, now = request.actor, clock.now()  # type: ignore[attr-defined]
    outing = get_outing_to_run(actor, pk)
    require_possible(outing, "edit")
    form = OutingForm(posted(request), actor=actor, outing=outing)
    if request.method == "POST" and form.is_valid():
        try:
            outing = actions.edit(actor=actor, now=now, outing=outing, **form.told())
            messages.success(request, _("存好了。"))
            if "apply" not in request.POST:
                return redirect("outings:outing", pk=pk)
            actions.apply(actor=actor, now=now, outing=outing)
        except Refused as refusal:
            form = _again(request, actor, outing)
            refuse(form, refusal)
        else:
            messages.success(request, _("申请交上去了，批了会告诉你。"))
            return redirect("outings:outing", pk=pk)
    outing = get_outing_to_run(actor, pk)
    context = {"form": form, "outing": outing, "activity": outing.activity, "checked": checked(outing, now)}
    return render(request, "outings/edit.html", context, status=422 if form.errors else 200)


def _again(request: HttpRequest, actor: Actor, outing: Outing) -> OutingForm:
    """What was typed, on top of what may have been saved just now: that was no change of somebody else's."""
    fresh = get_outing_to_run(actor, outing.pk)
    typed = request.POST.copy()
    typed["known"] = OutingForm(None, actor=actor, outing=fresh).fingerprint()
    form = OutingForm(typed, actor=actor, outing=fresh)
    form.is_valid()
    return form
