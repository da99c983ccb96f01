"""Let members see the results."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from tongxin.activities.access import get_activity_to_run
from tongxin.contests import actions
from tongxin.contests.queries.events import events_of
from tongxin.contests.views.acting import ask
from tongxin.core import clock
from tongxin.core.numbers import whole
from tongxin.org.access import signed_in
from tongxin.ui.forms import Form
from tongxin.ui.posting import posted
from tongxin.ui.words import listed


@require_http_methods(["GET", "POST"])
@signed_in
def publication(request: HttpRequest, pk: int) -> HttpResponse:
    """Every event with results not public yet, or one (`?event=`)."""
    actor: Any = request.actor  # type: ignore[attr-defined]
    activity = get_activity_to_run(actor, pk)
    one = whole(request.GET.get("event"))
    ready = [event for event in events_of(activity).events if event.ready and one in (None, event.slot.pk)]
    lacking = [event.title for event in ready if not event.complete]
    facts = {"events": listed([event.title for event in ready]), "lacking": listed(lacking)}
    sentence = _("公布后会员都能看，参赛的人收到一次通知，再改要写原因：%(events)s。") % facts if ready else ""
    if lacking:
        sentence += _("还有人没成绩：%(lacking)s。") % facts
    return ask(
        request, activity, Form(posted(request)),
        lambda: actions.publish_results(actor=actor, now=clock.now(), activity=activity, only=[one] if one else None),
        title=_("公布成绩"), act=_("公布"), said=_("公布了。"), back_url=reverse("contests:events", args=[pk]),
        sentence=sentence,
    )  # fmt: skip
