"""The year's tasks: set, change, take away."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from tongxin.core import clock
from tongxin.org.access import signed_in
from tongxin.purchases import actions
from tongxin.purchases.access import get_task, unit_to_change
from tongxin.purchases.forms.tasks import TaskForm, kept_task
from tongxin.purchases.models import Task
from tongxin.purchases.views.year import wanted_year
from tongxin.ui.asking import Asking, ask
from tongxin.ui.forms import ReasonForm
from tongxin.ui.posting import posted

methods = require_http_methods(["GET", "POST"])


@signed_in
@methods
def new(request: HttpRequest) -> HttpResponse:
    """A task of a year."""
    actor: Any = request.actor  # type: ignore[attr-defined]
    unit = unit_to_change(actor, request.GET.get("unit"))
    year = wanted_year(request) or clock.today(clock.now()).year
    form = TaskForm(posted(request), unit=unit, initial={"year": year})

    def do(given: dict[str, Any]) -> tuple[str, str]:
        made = actions.set_task(actor=actor, now=clock.now(), unit=unit, **given)
        return _("定好了。接着写谁做哪一步。"), year_url(made)

    asking = Asking(_("定采购任务"), _("定下任务"), f"{reverse('purchases:year')}?year={year}&unit={unit.pk}")
    return ask(request, form, asking, do, "purchases/task_form.html", unit=unit)


@signed_in
@methods
def edit(request: HttpRequest, pk: int) -> HttpResponse:
    """How much, who set it."""
    actor: Any = request.actor  # type: ignore[attr-defined]
    task = get_task(actor, pk, change=True)
    form = TaskForm(posted(request), unit=task.unit, task=task, initial=kept_task(task))

    def do(given: dict[str, Any]) -> str:
        actions.edit_task(actor=actor, now=clock.now(), task=task, **given)
        return _("改好了。")

    asking = Asking(_("改采购任务：%(task)s") % {"task": task}, _("改好了"), year_url(task))
    return ask(request, form, asking, do, "purchases/task_form.html", unit=task.unit)


@signed_in
@methods
def removal(request: HttpRequest, pk: int) -> HttpResponse:
    """It was never set."""
    actor: Any = request.actor  # type: ignore[attr-defined]
    task = get_task(actor, pk, change=True)

    def do(given: dict[str, Any]) -> str:
        actions.remove_task(actor=actor, now=clock.now(), task=task, **given)
        return _("去掉了，台账没有动。")

    sentence = _("各单位分的步骤一起去掉，台账里的采购不动。")
    asking = Asking(_("去掉采购任务：%(task)s") % {"task": task}, _("去掉任务"), year_url(task), sentence, "bad")
    return ask(request, ReasonForm(posted(request)), asking, do)


def year_url(task: Task) -> str:
    """The year that the task belongs to."""
    return f"{reverse('purchases:year')}?year={task.year}&unit={task.unit_id}"
