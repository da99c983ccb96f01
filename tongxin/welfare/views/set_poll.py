"""An officer puts the poll of a round, and ends it."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.timezone import localtime, make_aware
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from tongxin.core import clock
from tongxin.org.access import signed_in
from tongxin.ui.asking import Asking, ask
from tongxin.ui.posting import posted
from tongxin.welfare.access import get_round_to_run
from tongxin.welfare.actions import end_poll as ending
from tongxin.welfare.actions import set_poll as setting
from tongxin.welfare.forms.poll import NothingForm, PollForm
from tongxin.welfare.models import Poll, Round

DAYS = 7


@require_http_methods(["GET", "POST"])
@signed_in
def set_poll(request: HttpRequest, pk: int) -> HttpResponse:
    """Everything of it on one page."""
    actor: Any = request.actor  # type: ignore[attr-defined]
    round, now = get_round_to_run(actor, pk), clock.now()
    form = PollForm(posted(request), initial=_initial(round, now))

    def do(given: dict[str, Any]) -> str:
        poll = setting.set_poll(actor=actor, now=now, round=round, **given)
        return _("发出去了，答的人会一点点多起来。") if poll.told_at else _("存好了，到时间会通知大家。")

    asking = Asking(
        _("问问大家想要什么"),
        _("发出征集"),
        reverse("welfare:round", args=[pk]),
        _("不记名，满5份才看得到，结束后大家都看得到。"),
    )
    return ask(request, form, asking, do, "welfare/set_poll.html", round=round)


@require_http_methods(["GET", "POST"])
@signed_in
def end_poll(request: HttpRequest, pk: int) -> HttpResponse:
    """Asks once."""
    actor: Any = request.actor  # type: ignore[attr-defined]
    round = get_round_to_run(actor, pk)

    def do(given: dict[str, Any]) -> str:
        ending.end_poll(actor=actor, now=clock.now(), round=round)
        return _("结束了。")

    asking = Asking(
        _("结束征集"),
        _("结束征集"),
        reverse("welfare:round", args=[pk]),
        _("之后不再收，已经够5份的部分大家都看得到。"),
        tone="bad",
    )
    return ask(request, NothingForm(posted(request)), asking, do, "welfare/act.html", round=round)


def _initial(round: Round, now: datetime) -> dict[str, Any]:
    """What is kept; for a new one from now on, a week."""
    poll = Poll.objects.filter(round=round).prefetch_related("options").first()
    closes = make_aware(datetime.combine(localtime(now).date() + timedelta(days=DAYS), time(18)))
    if poll is None:
        question = _("这次%(title)s，你想要什么？") % {"title": round.title}
        return {"question": question, "most": 3, "opens_at": now, "closes_at": closes}
    fresh = poll.set_at is None
    return {
        "question": poll.question, "most": poll.most, "options": "\n".join(each.label for each in poll.options.all()),
        "opens_at": now if fresh else poll.opens_at, "closes_at": closes if fresh else poll.closes_at,
    }  # fmt: skip
