"""What the ranks of an event are worth."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from tongxin.contests import actions
from tongxin.contests.access import get_event_to_run
from tongxin.contests.forms.events import PointsForm
from tongxin.contests.queries.events import event_of
from tongxin.contests.views.acting import ask
from tongxin.core import clock
from tongxin.org.access import signed_in
from tongxin.ui.posting import posted


@require_http_methods(["GET", "POST"])
@signed_in
def points(request: HttpRequest, pk: int, slot_pk: int) -> HttpResponse:
    """The table in one line, and how many times."""
    actor: Any = request.actor  # type: ignore[attr-defined]
    slot = get_event_to_run(actor, pk, slot_pk)
    contest = event_of(slot).contest
    kept = {"table": " ".join(map(str, contest.table)), "factor": contest.factor}
    return ask(
        request, slot.activity, PointsForm(posted(request), initial=kept),
        lambda **given: actions.set_points(actor=actor, now=clock.now(), slot=slot, **given),
        title=_("%(event)s怎么计分") % {"event": slot}, act=_("按这个计分"), said=_("改好了，已有的得分跟着变了。"),
        back_url=reverse("contests:recording", args=[pk, slot_pk]), sentence=_("并列的都得这个名次的分，下一名次空出来。"),
    )  # fmt: skip
