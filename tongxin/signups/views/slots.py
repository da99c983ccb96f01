"""The parts of an activity: meetings, batches, events."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from tongxin.activities.access import get_activity_to_run
from tongxin.core import clock
from tongxin.core.refusals import Refused
from tongxin.org.access import signed_in
from tongxin.signups import actions
from tongxin.signups.access import get_slot_to_run
from tongxin.signups.forms.keeping import NothingForm
from tongxin.signups.forms.slots import BatchForm, SlotForm, WeeklyForm
from tongxin.signups.queries.desk_panel import desk_panel
from tongxin.signups.rules.defaults import closing
from tongxin.ui.forms import Form
from tongxin.ui.posting import posted, refuse


@require_safe
@signed_in
def slots(request: HttpRequest, pk: int) -> HttpResponse:
    """What there is, and three ways to add to it."""
    activity = get_activity_to_run(request.actor, pk)  # type: ignore[attr-defined]
    context = {"activity": activity, "panel": desk_panel(activity, clock.now())}
    return render(request, "signups/slots.html", context)


@require_http_methods(["GET", "POST"])
@signed_in
def weekly(request: HttpRequest, pk: int) -> HttpResponse:
    """A weekly row of meetings."""
    activity = get_activity_to_run(request.actor, pk)  # type: ignore[attr-defined]
    likely = {"first": activity.starts_on, "at": activity.starts_at, "place": activity.place}
    form = WeeklyForm(posted(request), initial=likely)
    return _added(request, activity, form, "weekly")


@require_http_methods(["GET", "POST"])
@signed_in
def batch(request: HttpRequest, pk: int) -> HttpResponse:
    """A batch or event with places of its own."""
    activity = get_activity_to_run(request.actor, pk)  # type: ignore[attr-defined]
    end = closing(activity.starts_on, timezone.get_current_timezone(), clock.now())
    form = BatchForm(posted(request), initial={"closes_at": end, "place": activity.place})
    return _added(request, activity, form, "batch")


@require_http_methods(["GET", "POST"])
@signed_in
def slot(request: HttpRequest, pk: int, slot_pk: int) -> HttpResponse:
    """Another time, place or name."""
    found = get_slot_to_run(request.actor, pk, slot_pk)  # type: ignore[attr-defined]
    known = {name: getattr(found, name) for name in ("title", "starts_at", "ends_at", "place")}
    form = SlotForm(posted(request), initial=known)
    if request.method == "POST" and form.is_valid():
        try:
            actions.change_slot(actor=request.actor, now=clock.now(), slot=found, **form.cleaned_data)  # type: ignore[attr-defined]
        except Refused as refusal:
            refuse(form, refusal)
        else:
            messages.success(request, _("改好了。"))
            return redirect("signups:slots", pk=pk)
    context = {"activity": found.activity, "form": form, "heading": _("改场次"), "button": _("存好")}
    return render(request, "signups/slot_form.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
@signed_in
def dropping(request: HttpRequest, pk: int, slot_pk: int) -> HttpResponse:
    """Take a part away."""
    found = get_slot_to_run(request.actor, pk, slot_pk)  # type: ignore[attr-defined]
    form = NothingForm(posted(request))
    if request.method == "POST" and form.is_valid():
        try:
            actions.drop_slot(actor=request.actor, now=clock.now(), slot=found)  # type: ignore[attr-defined]
        except Refused as refusal:
            refuse(form, refusal)
        else:
            messages.success(request, _("删掉了。"))
            return redirect("signups:slots", pk=pk)
    context = {
        "heading": _("删掉“%(title)s”") % {"title": found}, "act": _("删掉"), "tone": "bad", "form": form,
        "back_url": reverse("signups:slots", args=[pk]), "title": found.activity.title,
    }  # fmt: skip
    return render(request, "signups/asked.html", context, status=422 if form.errors else 200)


def _added(request: HttpRequest, activity: Any, form: Form, what: str) -> HttpResponse:
    if request.method == "POST" and form.is_valid():
        act: Any = actions.add_weekly if what == "weekly" else actions.offer
        try:
            act(actor=request.actor, now=clock.now(), activity=activity, **form.cleaned_data)  # type: ignore[attr-defined]
        except Refused as refusal:
            refuse(form, refusal)
        else:
            messages.success(request, _("加好了。"))
            return redirect("signups:slots", pk=activity.pk)
    heading = _("加一串每周的场次") if what == "weekly" else _("加一个可选的场次或项目")
    context = {"activity": activity, "form": form, "heading": heading, "button": _("加上")}
    return render(request, "signups/slot_form.html", context, status=422 if form.errors else 200)
