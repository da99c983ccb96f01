"""The board of a task."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from tongxin.core import clock
from tongxin.mobilisation import actions
from tongxin.mobilisation.access import get_task
from tongxin.mobilisation.forms.calls import NothingForm
from tongxin.mobilisation.forms.tasks import CloseTaskForm
from tongxin.mobilisation.queries.tasks import board
from tongxin.mobilisation.views.asking import asked
from tongxin.org.access import signed_in
from tongxin.org.rules.rights import ACTIVITIES_RUN
from tongxin.ui.posting import posted


@require_safe
@signed_in
def task(request: HttpRequest, pk: int) -> HttpResponse:
    """Units by state, what is late first."""
    actor = request.actor  # type: ignore[attr-defined]
    found = get_task(actor, pk)
    context = {
        "task": found,
        "board": board(actor, found, clock.now()),
        "may_run": actor.may(ACTIVITIES_RUN, found.unit),
    }
    return render(request, "mobilisation/task.html", context)


@require_http_methods(["GET", "POST"])
@signed_in
def reminder(request: HttpRequest, pk: int) -> HttpResponse:
    """Once a day."""
    found = get_task(request.actor, pk, right=ACTIVITIES_RUN)  # type: ignore[attr-defined]
    return asked(
        request, NothingForm(posted(request)), actions.remind_units, back=reverse("mobilisation:task", args=[pk]),
        said=_("提醒了还没做完的单位。"), heading=_("提醒没做完的单位"), button=_("提醒"), title=found.title,
        sentence=_("只发给没开始和在做的单位，一天最多一次。"), task=found,
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
@signed_in
def closing_task(request: HttpRequest, pk: int) -> HttpResponse:
    """With a note."""
    found = get_task(request.actor, pk, right=ACTIVITIES_RUN)  # type: ignore[attr-defined]
    return asked(
        request, CloseTaskForm(posted(request)), actions.close_task, back=reverse("mobilisation:task", args=[pk]),
        said=_("了结了，各单位收到了通知。"), heading=_("了结任务"), button=_("了结"), title=found.title,
        sentence=_("了结后各单位不能再报；报过的都留着。"), task=found,
    )  # fmt: skip
