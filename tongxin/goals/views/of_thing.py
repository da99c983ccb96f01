"""The goals that one activity, or one work item, serves."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from tongxin.activities.access import get_activity
from tongxin.activities.models import Activity
from tongxin.core import clock
from tongxin.goals import actions
from tongxin.goals.access import CHANGE, chosen_goals
from tongxin.goals.forms.goals import GoalsOfForm
from tongxin.goals.queries.serving import hung_on
from tongxin.goals.views.acting import Asking, ask
from tongxin.org.access import require_right, signed_in
from tongxin.plan.access import get_work_item
from tongxin.plan.models import WorkItem
from tongxin.ui.posting import posted


@signed_in
@require_http_methods(["GET", "POST"])
def of_activity(request: HttpRequest, pk: int) -> HttpResponse:
    """Tick the goals that an activity serves."""
    activity = get_activity(request.actor, pk)  # type: ignore[attr-defined]
    return _ticked(request, activity, reverse("activities:activity", args=[pk]))


@signed_in
@require_http_methods(["GET", "POST"])
def of_work(request: HttpRequest, pk: int) -> HttpResponse:
    """Tick the goals that a work item serves."""
    item = get_work_item(request.actor, pk)  # type: ignore[attr-defined]
    return _ticked(request, item, reverse("plan:item", args=[pk]))


def _ticked(request: HttpRequest, thing: Activity | WorkItem, back: str) -> HttpResponse:
    actor: Any = request.actor  # type: ignore[attr-defined]
    require_right(actor, CHANGE, thing.unit)
    goals = chosen_goals(thing.unit, thing.year)
    hung = hung_on(actor, thing)
    form = GoalsOfForm(posted(request), initial={"goals": [goal.pk for goal in hung.goals]}, goals=goals)

    def do(given: dict[str, Any]) -> str:
        actions.set_goals_of(actor=actor, now=clock.now(), thing=thing, goals=list(given["goals"]))
        return _("记下了。")

    sentence = (
        _("活动组已经把它算在“%(title)s”下，不用再勾。") % {"title": hung.by_group.title} if hung.by_group else ""
    )
    asking = Asking(_("“%(title)s”为了哪些目标") % {"title": thing.title}, _("记下勾选的"), back, sentence)
    return ask(request, form, asking, do)
