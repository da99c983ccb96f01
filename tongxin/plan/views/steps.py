"""Steps of a work item: add one, tick one, take one out."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from tongxin.core import clock
from tongxin.org.access import signed_in
from tongxin.plan import actions
from tongxin.plan.access import get_step, get_work_item
from tongxin.plan.forms.workflow import StepForm
from tongxin.ui.asking import Asking, ask
from tongxin.ui.posting import posted


@signed_in
@require_http_methods(["GET", "POST"])
def add(request: HttpRequest, pk: int) -> HttpResponse:
    """One more step."""
    actor: Any = request.actor  # type: ignore[attr-defined]
    item = get_work_item(actor, pk, change=True)
    page = reverse("plan:item", args=[pk])

    def do(given: dict[str, Any]) -> tuple[str, str]:
        step = actions.add_step(actor=actor, now=clock.now(), item=item, **given)
        return _("加上了：%(step)s。") % {"step": step.title}, page

    asking = Asking(_("%(title)s：加一步") % {"title": item.title}, _("加这一步"), page, _("完成进度跟着步骤走。"))
    return ask(request, StepForm(posted(request)), asking, do)


@signed_in
@require_POST
def tick(request: HttpRequest, pk: int) -> HttpResponse:
    """Done, or not done after all."""
    actor: Any = request.actor  # type: ignore[attr-defined]
    step = get_step(actor, pk)
    actions.tick_step(actor=actor, now=clock.now(), step=step, done=request.POST.get("done") == "1")
    return redirect("plan:item", pk=step.item_id)


@signed_in
@require_POST
def remove(request: HttpRequest, pk: int) -> HttpResponse:
    """Take the step out."""
    actor: Any = request.actor  # type: ignore[attr-defined]
    step = get_step(actor, pk)
    actions.remove_step(actor=actor, now=clock.now(), step=step)
    messages.success(request, _("去掉了：%(step)s。") % {"step": step.title})
    return redirect("plan:item", pk=step.item_id)
