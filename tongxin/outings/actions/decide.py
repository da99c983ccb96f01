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
from tongxin.outings.queries.checked import exemptions_of
from tongxin.outings.queries.concerned import handed_in, runners


def approve(*, actor: Actor, now: datetime, outing: Outing, words: str = "", seen: int | None = None) -> Outing:
    """The unit may go; from here on the activity lives its own life.

    `seen`: id of the step by which what the actor has read was handed in (None: whatever stands now). Exemptions stand in what
    was handed in: none comes or goes after that, so that what is approved is what was read.
    Refuses: `access.…`, `outing.not_possible`, `outing.called_off`, `outing.same_person`, `outing.exempted_it` (a committee's
    decision that lets a rule through was recorded by who approves), `outing.changed_meanwhile` (it was handed in anew),
    `outing.against_rules`, `outing.restricted`.
    """
    require_decide(actor, outing)
    with turn("approve", actor=actor, now=now, outing=outing, words=words) as held:
        _require_other(actor, held)
        _require_another_pen(actor, held)
        if seen is not None and seen != handed_in(held):
            raise Refused("outing.changed_meanwhile", _("你看过以后，他们改过又交了一次。回去看看新的，再批。"))
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


def _require_another_pen(actor: Actor, outing: Outing) -> None:
    """Who recorded an exemption of the outing does not approve it."""
    wrote = {each.person_id for each in exemptions_of(outing)}
    if actor.person_id is not None and actor.person_id in wrote:
        raise Refused("outing.exempted_it", _("这次团建的例外是你记的，要换一个人来批。"))


def _tell(actor: Actor, now: datetime, outing: Outing, title: str, words: str) -> None:
    steps = outing.steps.count()
    tell(
        actor=actor, now=now, unit=outing.activity.unit, kind="change", key=f"outing {outing.pk} decided {steps}",
        title=title, body=words.strip(), to=runners(outing.activity.unit, besides=actor.person_id),
        url=reverse("outings:outing", args=[outing.pk]), thing=outing.activity,
    )  # fmt: skip
