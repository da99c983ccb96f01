"""Calendars to subscribe to: the page with the addresses, and the files behind them."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from tongxin.core import clock
from tongxin.desk.calendar_file import calendar_file
from tongxin.desk.queries.calendars import Told, calendars, own_calendar, person_of, unit_calendar
from tongxin.notices.actions import renew_feed
from tongxin.org.access import signed_in


@require_http_methods(["GET", "POST"])
@signed_in
def show(request: HttpRequest) -> HttpResponse:
    """The addresses to copy; POST makes them, or makes them anew."""
    actor: Any = request.actor  # type: ignore[attr-defined]
    if request.method == "POST":
        renew_feed(actor=actor, now=clock.now())
        messages.success(request, _("地址换成新的了，以前的打不开了。"))
        return redirect("desk:calendar")
    offered, base = calendars(actor), _base(request)
    lines = _addresses(offered.token, offered.own_units, base)
    others = [(unit.called, base + _of_unit(offered.token, unit.pk)) for unit in offered.units] if lines else []
    return render(request, "desk/calendar.html", {"lines": lines, "others": others})


@require_safe
def own(request: HttpRequest, token: str) -> HttpResponse:
    """A person's own calendar. No session: the secret in the address says whose it is."""
    return _file(request, own_calendar(person_of(token), clock.today(clock.now())))


@require_safe
def unit(request: HttpRequest, token: str, pk: int) -> HttpResponse:
    """What a unit shows to its members, for the person of the address."""
    return _file(request, unit_calendar(person_of(token), pk, clock.today(clock.now())))


def _addresses(token: str, units: Any, base: str) -> list[tuple[str, str]]:
    if not token:
        return []
    mine = (_("我的活动"), base + reverse("desk:own_calendar", args=[token]))
    return [mine, *((each.called, base + _of_unit(token, each.pk)) for each in units)]


def _of_unit(token: str, pk: int) -> str:
    return reverse("desk:unit_calendar", args=[token, pk])


def _file(request: HttpRequest, told: Told) -> HttpResponse:
    body = calendar_file(told.name, told.entries, base=_base(request), now=clock.now())
    answer = HttpResponse(body, content_type="text/calendar; charset=utf-8")
    answer["Content-Disposition"] = 'inline; filename="tongxin.ics"'
    answer["Cache-Control"] = "private, max-age=900"
    answer["X-Robots-Tag"] = "noindex"
    return answer


def _base(request: HttpRequest) -> str:
    """The address of the site, as it is set, else as it was asked for."""
    return settings.ADDRESS or request.build_absolute_uri("/").rstrip("/")
