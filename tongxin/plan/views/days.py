"""Days of the calendar by hand."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from tongxin.core import clock
from tongxin.org.access import signed_in
from tongxin.plan import actions
from tongxin.plan.access import get_calendar_day, powers, require_calendar
from tongxin.plan.forms.days import CalendarDayForm
from tongxin.plan.queries.entered_days import entered_days
from tongxin.ui.asking import Asking, ask
from tongxin.ui.forms import Form
from tongxin.ui.posting import posted
from tongxin.ui.words import fullday


@signed_in
@require_safe
def days(request: HttpRequest, year: int) -> HttpResponse:
    """What was entered by hand for a year."""
    actor: Any = request.actor  # type: ignore[attr-defined]
    unit = require_calendar(actor)
    answer = {"runs": entered_days(year), "unit": unit, "year": year, "at": "days", "powers": powers(actor, unit)}
    return render(request, "plan/days.html", answer)


@signed_in
@require_http_methods(["GET", "POST"])
def new(request: HttpRequest, year: int) -> HttpResponse:
    """Enter a day, or a run of days."""
    actor: Any = request.actor  # type: ignore[attr-defined]
    require_calendar(actor)
    back = reverse("plan:days", args=[year])

    def do(given: dict[str, Any]) -> tuple[str, str]:
        first = actions.set_calendar_day(actor=actor, now=clock.now(), **given)
        return _("“%(name)s”记进校历了。") % {"name": first.name}, reverse("plan:days", args=[first.day.year])

    asking = Asking(_("往校历里加日子"), _("记进校历"), back, _("这里填的，优先于自动算出的节假日。"))
    return ask(request, CalendarDayForm(posted(request)), asking, do)


@signed_in
@require_http_methods(["GET", "POST"])
def remove(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a day out again."""
    actor: Any = request.actor  # type: ignore[attr-defined]
    day = get_calendar_day(actor, pk)
    back = reverse("plan:days", args=[day.day.year])

    def do(given: dict[str, Any]) -> tuple[str, str]:
        actions.remove_calendar_day(actor=actor, now=clock.now(), day=day)
        return _("%(day)s的“%(name)s”去掉了。") % {"day": fullday(day.day), "name": day.name}, back

    title = _("去掉%(day)s的“%(name)s”") % {"day": fullday(day.day), "name": day.name}
    asking = Asking(title, _("去掉这一天"), back, _("去掉后，这天照自动算出的来。"), "bad")
    return ask(request, Form(posted(request)), asking, do)
