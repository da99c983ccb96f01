"""Opening an activity for signing up, and changing the terms."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from tongxin.activities.access import get_activity_to_run
from tongxin.activities.models import Activity
from tongxin.core import clock
from tongxin.core.refusals import Refused
from tongxin.org.access import signed_in
from tongxin.signups import actions
from tongxin.signups.access import get_slot_to_run
from tongxin.signups.forms.terms import TermsForm
from tongxin.signups.models import Slot
from tongxin.signups.rules.defaults import closing
from tongxin.ui.posting import posted, refuse


@require_http_methods(["GET", "POST"])
@signed_in
def terms(request: HttpRequest, pk: int) -> HttpResponse:
    """The whole activity is offered."""
    activity = get_activity_to_run(request.actor, pk)  # type: ignore[attr-defined]
    return _terms(request, activity, None)


@require_http_methods(["GET", "POST"])
@signed_in
def slot_terms(request: HttpRequest, pk: int, slot_pk: int) -> HttpResponse:
    """Other terms for one slot."""
    slot = get_slot_to_run(request.actor, pk, slot_pk)  # type: ignore[attr-defined]
    return _terms(request, slot.activity, slot)


def _terms(request: HttpRequest, activity: Activity, slot: Slot | None) -> HttpResponse:
    actor, now = request.actor, clock.now()  # type: ignore[attr-defined]
    end = closing(activity.starts_on, timezone.get_current_timezone(), now)
    likely = {} if slot else {"capacity": activity.expected, "closes_at": end, "withdraw_until": end}
    form = TermsForm(posted(request), activity=activity, slot=slot, initial=likely)
    if request.method == "POST" and form.is_valid():
        try:
            if slot is None:
                slot = actions.offer(actor=actor, now=now, activity=activity, **form.terms())
            else:
                actions.change_offer(actor=actor, now=now, slot=slot, **form.terms())
        except Refused as refusal:
            refuse(form, refusal)
        else:
            messages.success(request, _("报名条件存好了。"))
            return redirect("signups:list", pk=activity.pk, slot_pk=slot.pk)
    context = {"activity": activity, "slot": slot, "form": form}
    return render(request, "signups/terms.html", context, status=422 if form.errors else 200)
