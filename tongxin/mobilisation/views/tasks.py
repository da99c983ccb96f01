"""Tasks: what is given and what lies with one's units; giving one."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from tongxin.activities.queries.choices import own_unit
from tongxin.core import clock
from tongxin.core.refusals import Refused
from tongxin.mobilisation import actions
from tongxin.mobilisation.forms.tasks import TaskForm
from tongxin.mobilisation.queries.tasks import tasks_given, tasks_in_hand
from tongxin.mobilisation.starters import TASKS, starter
from tongxin.org.access import require_somewhere, signed_in
from tongxin.org.rules.rights import ACTIVITIES_READ, ACTIVITIES_RUN
from tongxin.ui.posting import posted, refuse


@require_safe
@signed_in
def tasks(request: HttpRequest) -> HttpResponse:
    """Both lists."""
    actor: Any = request.actor  # type: ignore[attr-defined]
    require_somewhere(actor, ACTIVITIES_READ)
    now = clock.now()
    context = {
        "given": tasks_given(actor, now), "mine": tasks_in_hand(actor, now), "may_give": actor.has_somewhere(ACTIVITIES_RUN),
        "tab": "tasks",
    }  # fmt: skip
    return render(request, "mobilisation/tasks.html", context)


@require_http_methods(["GET", "POST"])
@signed_in
def new_task(request: HttpRequest) -> HttpResponse:
    """Blank, or from one of the templates."""
    actor: Any = request.actor  # type: ignore[attr-defined]
    require_somewhere(actor, ACTIVITIES_RUN)
    form = TaskForm(posted(request), actor=actor, initial=_likely(request))
    if request.method == "POST" and form.is_valid():
        try:
            made = actions.give_task(actor=actor, now=clock.now(), **form.cleaned_data)
        except Refused as refusal:
            refuse(form, refusal)
        else:
            messages.success(request, _("布置下去了，各单位的干部收到了通知。"))
            return redirect("mobilisation:task", pk=made.pk)
    context = {"form": form, "starters": TASKS}
    return render(request, "mobilisation/new_task.html", context, status=422 if form.errors else 200)


def _likely(request: HttpRequest) -> dict[str, Any]:
    known = starter(request.GET.get("as", ""))
    unit = {"unit": own_unit(request.actor)}  # type: ignore[attr-defined]
    return unit | (
        {"title": known.title, "what": known.what, "wants": known.wants, "counts": known.counts} if known else {}
    )
