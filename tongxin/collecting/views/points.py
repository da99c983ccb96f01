"""Where and when a round is fetched, for who runs it."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from tongxin.collecting import actions
from tongxin.collecting.access import get_point, get_window
from tongxin.collecting.actions.windows import span_words
from tongxin.collecting.forms.points import EditPointForm, PointForm, WindowsForm
from tongxin.collecting.queries.points import points_of, units_to_serve
from tongxin.collecting.views.asking import asked
from tongxin.core import clock
from tongxin.core.refusals import Refused
from tongxin.org.access import signed_in
from tongxin.ui.asking import Asking
from tongxin.ui.forms import Form
from tongxin.ui.posting import posted, refuse
from tongxin.welfare.access import get_round_to_run


@require_http_methods(["GET", "POST"])
@signed_in
def points(request: HttpRequest, pk: int) -> HttpResponse:
    """The points with their slots; a POST adds a point."""
    actor = request.actor  # type: ignore[attr-defined]
    found = get_round_to_run(actor, pk)
    form = PointForm(posted(request), units=units_to_serve(found))
    if request.method == "POST" and form.is_valid():
        try:
            actions.add_point(actor=actor, now=clock.now(), round=found, **form.cleaned_data)
        except Refused as refusal:
            refuse(form, refusal)
        else:
            messages.success(request, _("领取点加好了。要分时段的，接着开时段。"))
            return redirect("collecting:points", pk=pk)
    context = {"round": found, "form": form, "points": points_of(found)}
    return render(request, "collecting/points.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
@signed_in
def point(request: HttpRequest, pk: int) -> HttpResponse:
    """A point's words and whom it serves."""
    actor = request.actor  # type: ignore[attr-defined]
    found = get_point(actor, pk)
    kept = {"name": found.name, "place": found.place, "contact": found.contact, "units": list(found.units.all())}
    form = EditPointForm(posted(request), units=units_to_serve(found.round), initial=kept)

    def do(given: dict[str, Any]) -> str:
        actions.edit_point(actor=actor, now=clock.now(), point=found, **given)
        return _("改好了。")

    asking = Asking(_("改领取点"), _("存好"), reverse("collecting:points", args=[found.round_id]))
    return asked(request, found.round, form, asking, do)


@require_http_methods(["GET", "POST"])
@signed_in
def point_removal(request: HttpRequest, pk: int) -> HttpResponse:
    """Asks once, then the point is gone."""
    actor = request.actor  # type: ignore[attr-defined]
    found = get_point(actor, pk)

    def do(given: dict[str, Any]) -> str:
        actions.drop_point(actor=actor, now=clock.now(), point=found)
        return _("去掉了。")

    back = reverse("collecting:points", args=[found.round_id])
    asking = Asking(_("去掉%(name)s") % {"name": found.name}, _("去掉"), back, _("它的时段一起去掉。"), "bad")
    return asked(request, found.round, Form(posted(request)), asking, do)


@require_http_methods(["GET", "POST"])
@signed_in
def series(request: HttpRequest, pk: int) -> HttpResponse:
    """Opens time slots of a point, many at once."""
    actor = request.actor  # type: ignore[attr-defined]
    found = get_point(actor, pk)
    initial = {"first": found.round.gives_on, "last": found.round.gives_on}
    form = WindowsForm(posted(request), initial=initial)

    def do(given: dict[str, Any]) -> str:
        made = len(actions.add_windows(actor=actor, now=clock.now(), point=found, **given))
        return ngettext("开了%(n)s个时段。", "开了%(n)s个时段。", made) % {"n": made}

    back = reverse("collecting:points", args=[found.round_id])
    asking = Asking(_("开时段：%(name)s") % {"name": found.name}, _("开时段"), back)
    return asked(request, found.round, form, asking, do)


@require_http_methods(["GET", "POST"])
@signed_in
def window_removal(request: HttpRequest, pk: int) -> HttpResponse:
    """Asks once, then the slot is gone."""
    actor = request.actor  # type: ignore[attr-defined]
    found = get_window(actor, pk)

    def do(given: dict[str, Any]) -> str:
        actions.drop_window(actor=actor, now=clock.now(), window=found)
        return _("去掉了。")

    back = reverse("collecting:points", args=[found.point.round_id])
    words = span_words(found.starts_at, found.ends_at)
    asking = Asking(_("去掉%(when)s") % {"when": words}, _("去掉"), back, tone="bad")
    return asked(request, found.point.round, Form(posted(request)), asking, do)
