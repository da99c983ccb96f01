"""What is done to a work item, each on a page that asks first."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from tongxin.core import clock
from tongxin.org.access import signed_in
from tongxin.org.rules import rights
from tongxin.plan import actions
from tongxin.plan.access import get_unit_of_year, get_work_item
from tongxin.plan.forms.work import CarryForm, CloseForm, FinishForm, ProgressForm, WorkItemForm
from tongxin.plan.models import WorkItem
from tongxin.plan.queries.choices import possible_owners, responsible_units
from tongxin.ui.asking import Asking, ask
from tongxin.ui.forms import Form
from tongxin.ui.posting import posted

Said = tuple[str, str]


@signed_in
@require_http_methods(["GET", "POST"])
def new(request: HttpRequest, year: int) -> HttpResponse:
    """Put a work item into the year."""
    actor: Any = request.actor  # type: ignore[attr-defined]
    unit = get_unit_of_year(actor, request.GET.get("unit"), right=rights.PLAN_CHANGE)
    form = WorkItemForm(posted(request), units=responsible_units(unit), owners=possible_owners(actor, unit))
    back = f"{reverse('plan:items', args=[year])}?unit={unit.pk}"

    def do(given: dict[str, Any]) -> Said:
        item = actions.add_work_item(actor=actor, now=clock.now(), unit=unit, year=year, **given)
        return _("“%(title)s”已列入%(year)s年。") % {"title": item.title, "year": year}, back

    asking = Asking(_("给%(year)s年加一项工作") % {"year": year}, _("列入计划"), back)
    return ask(request, form, asking, do, template="plan/new_item.html", unit=unit, year=year)


@signed_in
@require_http_methods(["GET", "POST"])
def progress(request: HttpRequest, pk: int) -> HttpResponse:
    """Report how far it has come."""

    def do(actor: Any, item: WorkItem, given: dict[str, Any]) -> Said:
        item = actions.report_progress(actor=actor, now=clock.now(), item=item, **given)
        words = _("“%(title)s”完成了。") if item.state == "done" else _("记下了：“%(title)s”做到%(share)s%%。")
        return words % {"title": item.title, "share": item.share_done}, _page(item)

    return _act(request, pk, ProgressForm, _("报进度"), _("记下进度"), do, initial=("share_done",))


@signed_in
@require_http_methods(["GET", "POST"])
def finish(request: HttpRequest, pk: int) -> HttpResponse:
    """It is done."""

    def do(actor: Any, item: WorkItem, given: dict[str, Any]) -> Said:
        item = actions.finish_work_item(actor=actor, now=clock.now(), item=item, **given)
        return _("“%(title)s”完成了。") % {"title": item.title}, _page(item)

    return _act(request, pk, FinishForm, _("做完了"), _("记为完成"), do)


@signed_in
@require_http_methods(["GET", "POST"])
def close(request: HttpRequest, pk: int) -> HttpResponse:
    """It will not be done."""

    def do(actor: Any, item: WorkItem, given: dict[str, Any]) -> Said:
        item = actions.close_work_item(actor=actor, now=clock.now(), item=item, **given)
        return _("“%(title)s”记为没完成，原因会写进总结的问题里。") % {"title": item.title}, _page(item)

    sentence = _("做到的进度留着，原因会用在总结里。")
    return _act(request, pk, CloseForm, _("没完成，不再做"), _("记为没完成"), do, sentence=sentence)


@signed_in
@require_http_methods(["GET", "POST"])
def carry(request: HttpRequest, pk: int) -> HttpResponse:
    """It goes on next year."""

    def do(actor: Any, item: WorkItem, given: dict[str, Any]) -> Said:
        successor = actions.carry_over(actor=actor, now=clock.now(), item=item, **given)
        return _("“%(title)s”转到了%(year)s年。") % {"title": item.title, "year": successor.year}, _page(successor)

    sentence = _("这一年记为“转入下年”，下一年接着从现在的进度做。")
    return _act(request, pk, CarryForm, _("转入下年"), _("转入下年"), do, sentence=sentence)


def _act(
    request: HttpRequest,
    pk: int,
    form_class: type[Form],
    title: str,
    act: str,
    do: Callable[[Any, WorkItem, dict[str, Any]], Said],
    *,
    sentence: str = "",
    initial: tuple[str, ...] = (),
) -> HttpResponse:
    actor: Any = request.actor  # type: ignore[attr-defined]
    item = get_work_item(actor, pk, change=True)
    form = form_class(posted(request), initial={name: getattr(item, name) for name in initial})
    words = _("%(title)s：%(act)s") % {"title": item.title, "act": title}
    asking = Asking(words, act, _page(item), sentence)
    return ask(request, form, asking, lambda given: do(actor, item, given))


def _page(item: WorkItem) -> str:
    return reverse("plan:item", args=[item.pk])
