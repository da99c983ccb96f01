"""How a union plans, and what a unit may spend."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from tongxin.core import clock
from tongxin.org.access import signed_in
from tongxin.planner import actions
from tongxin.planner.access import get_union, get_unit
from tongxin.planner.forms.settings import BudgetForm, SettingsForm
from tongxin.planner.models import QuarterBudget
from tongxin.planner.queries.reading import settings_of
from tongxin.ui.asking import Asking, ask
from tongxin.ui.posting import posted


@signed_in
@require_http_methods(["GET", "POST"])
def settings(request: HttpRequest, year: int) -> HttpResponse:
    """The order of the aims and the limits of the union."""
    actor: Any = request.actor  # type: ignore[attr-defined]
    union = get_union(actor, request.GET.get("unit"))
    form = SettingsForm(posted(request), settings=settings_of(union))
    back = f"{reverse('planner:planner', args=[year])}?unit={union.pk}"

    def do(given: dict[str, Any]) -> tuple[str, str]:
        actions.set_settings(actor=actor, now=clock.now(), union=union, **form.settings())
        return _("记下了，下次重排照这个先后来。"), back

    sentence = _("前面的先满足，后面的在不伤前面的前提下尽量好。")
    return ask(request, form, Asking(_("重排的先后和限度"), _("记下设置"), back, sentence), do)


@signed_in
@require_http_methods(["GET", "POST"])
def budget(request: HttpRequest, year: int) -> HttpResponse:
    """What a unit may spend in the quarters of the year."""
    actor: Any = request.actor  # type: ignore[attr-defined]
    unit = get_unit(actor, request.GET.get("unit"), change=True)
    form = BudgetForm(posted(request), budgets=list(QuarterBudget.objects.filter(unit=unit, year=year)))
    back = f"{reverse('planner:planner', args=[year])}?unit={unit.pk}"

    def do(given: dict[str, Any]) -> tuple[str, str]:
        actions.set_budget(actor=actor, now=clock.now(), unit=unit, year=year, fen=form.fen())
        return _("记下了。空着的季度不设上限。"), back

    title = _("%(unit)s%(year)s年各季度最多花多少元") % {"unit": unit.called, "year": year}
    return ask(request, form, Asking(title, _("记下额度"), back, _("空着就是不设上限。")), do)
