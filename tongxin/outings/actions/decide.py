"""Approve an application, or send it back: somebody else than who handed it in."""

from __future__ import annotations

from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext as _

from tongxin.core.language import ours
from tongxin.core.refusals import Refused
from tongxin.notices.actions import tell
from tongxin.org.actor import Actor
from tongxin.outings.access import require_decide
from tongxin.outings.actions.apply import require_allowed
from tongxin.outings.actions.turning import turn
from tongxin.outings.models import Outing, Step
from tongxin.outings.queries.concerned import runners


def approve(*, actor: Actor, now: datetime, outing: Outing, words: str = "") -> Outing:
    """The unit may go; from here on the activity lives its own life.

    Refuses: `access.…`, `outing.not_possible`, `outing.called_off`, `outing.same_person`, `outing.against_rules`,
    `outing.restricted`.
    """
    require_decide(actor, outing)
    with turn("approve", actor=actor, now=now, outing=outing, words=words) as held:
        _require_other(actor, held)
        require_allowed(held, now)
        with ours():
            _tell(actor, now, held, _("团建批准了：%(title)s") % {"title": held.activity.title}, words)
    return held


def send_back(*, actor: Actor, now: datetime, outing: Outing, words: str) -> Outing:
    """The unit is to change something. Refuses as `approve`, and `outing.no_words`."""
    require_decide(actor, outing)
    with turn("send_back", actor=actor, now=now, outing=outing, words=words) as held:
        _require_other(actor, held)
        if not words.strip():
            raise Refused("outing.no_words", _("写一句要改什么，他们才好改。"), field="words")
        with ours():
            _tell(actor, now, held, _("团建退回来了：%(title)s") % {"title": held.activity.title}, words)
    return held


def _require_other(actor: Actor, outing: Outing) -> None:
    """Who applied does not decide."""
    applied = outing.steps.filter(kind=Step.Kind.APPLY).last()
    if applied is not None and applied.person_id is not None and applied.person_id == actor.person_id:
        raise Refused("outing.same_person", _("这份申请是你交的，要换一个人来批。"))


def _tell(actor: Actor, now: datetime, outing: Outing, title: str, words: str) -> None:
    steps = outing.steps.count()
    tell(
        actor=actor, now=now, unit=outing.activity.unit, kind="change", key=f"outing {outing.pk} decided {steps}",
        title=title, body=words.strip(), to=runners(outing.activity.unit, besides=actor.person_id),
        url=reverse("outings:outing", args=[outing.pk]), thing=outing.activity,
    )  # fmt: skip
