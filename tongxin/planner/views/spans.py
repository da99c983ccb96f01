"""The academic year: terms, exam weeks, vacations."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from tongxin.core import clock
from tongxin.org.access import signed_in
from tongxin.plan.access import powers
from tongxin.planner import actions
from tongxin.planner.access import get_span, get_union
from tongxin.planner.forms.spans import SpanForm
from tongxin.planner.queries.reading import spans_of
from tongxin.ui.asking import Asking, ask
from tongxin.ui.forms import Form
from tongxin.ui.posting import posted


@signed_in
@require_safe
def spans(request: HttpRequest, year: int) -> HttpResponse:
    """What is known of the academic year."""
    actor: Any = request.actor  # type: ignore[attr-defined]
    union = get_union(actor, request.GET.get("unit"))
    rows = list(spans_of(union, year))
    answer = {"rows": rows, "unit": union, "year": year, "at": "planner", "powers": powers(actor, union)}
    return render(request, "planner/spans.html", answer)


@signed_in
@require_http_methods(["GET", "POST"])
def new(request: HttpRequest, year: int) -> HttpResponse:
    """Enter a span."""
    actor: Any = request.actor  # type: ignore[attr-defined]
    union = get_union(actor, request.GET.get("unit"))
    back = f"{reverse('planner:spans', args=[year])}?unit={union.pk}"

    def do(given: dict[str, Any]) -> tuple[str, str]:
        span = actions.add_span(actor=actor, now=clock.now(), union=union, **given)
        return _("“%(name)s”记下了，重排时会避开。") % {"name": span.name}, back

    return ask(request, SpanForm(posted(request)), Asking(_("加一段校历"), _("记下这一段"), back), do)


@signed_in
@require_http_methods(["GET", "POST"])
def remove(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a span out."""
    actor: Any = request.actor  # type: ignore[attr-defined]
    span = get_span(actor, pk)
    back = f"{reverse('planner:spans', args=[span.starts_on.year])}?unit={span.unit_id}"

    def do(given: dict[str, Any]) -> tuple[str, str]:
        actions.remove_span(actor=actor, now=clock.now(), span=span)
        return _("“%(name)s”去掉了。") % {"name": span.name}, back

    return ask(
        request,
        Form(posted(request)),
        Asking(_("去掉“%(name)s”") % {"name": span.name}, _("去掉这一段"), back, tone="bad"),
        do,
    )
