"""Approve a round, or send it back: somebody else than who handed it in."""

from __future__ import annotations

from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext as _

from tongxin.core.database import lock
from tongxin.core.language import ours
from tongxin.core.refusals import Refused
from tongxin.notices.actions import tell
from tongxin.org.access import steps
from tongxin.org.actor import Actor
from tongxin.org.models import Unit
from tongxin.welfare.access import require_approve
from tongxin.welfare.actions.submit import require_allowed
from tongxin.welfare.actions.turning import turn
from tongxin.welfare.models import Round
from tongxin.welfare.queries.concerned import handed_in, runners
from tongxin.welfare.queries.exempted import exemptions_of


def approve(*, actor: Actor, now: datetime, round: Round, words: str = "", seen: int | None = None) -> Round:
    """The round may go on. `seen`: id of the step by which what the actor has read was handed in (None: whatever stands now).

    Exemptions stand in what was handed in: none comes or goes after that, so that what is approved is what was read.
    Refuses: `access.…`, `welfare.not_possible`, `welfare.same_person`, `welfare.exempted_it` (a committee's decision that
    lets a rule through was recorded by who approves), `welfare.changed_meanwhile` (it was handed in anew),
    `welfare.against_rules`.
    """
    require_approve(actor, round)
    with turn("approve", actor=actor, now=now, round=round, words=words) as held:
        _require_other(actor, held)
        _require_another_pen(actor, held)
        if seen is not None and seen != handed_in(held):
            raise Refused("welfare.changed_meanwhile", _("你看过以后，他们改过又送了一次。回去看看新的，再批。"))
        # The year's cap is of all units of the tree together: two rounds that fit by themselves are approved one after the other.
        lock(Unit.objects.filter(pk__in=steps(held.unit.path)[:1])).first()
        require_allowed(held)
        with ours():
            _tell(actor, now, held, _("福利批准了：%(title)s") % {"title": held.title}, words)
    return held


def send_back(*, actor: Actor, now: datetime, round: Round, words: str) -> Round:
    """Something is to be changed. Refuses: `access.…`, `welfare.not_possible`, `welfare.same_person`, `welfare.no_words`."""
    require_approve(actor, round)
    with turn("send_back", actor=actor, now=now, round=round, words=words) as held:
        _require_other(actor, held)
        if not words.strip():
            raise Refused("welfare.no_words", _("写一句要改什么，他们才好改。"), field="words")
        with ours():
            _tell(actor, now, held, _("福利退回来了：%(title)s") % {"title": held.title}, words)
    return held


def _require_other(actor: Actor, round: Round) -> None:
    """Who handed it in does not decide."""
    handed_in = round.steps.filter(kind="submit").last()
    if handed_in is not None and handed_in.person_id is not None and handed_in.person_id == actor.person_id:
        raise Refused("welfare.same_person", _("这次福利是你送审的，要换一个人来批。"))


def _require_another_pen(actor: Actor, round: Round) -> None:
    """Who recorded an exemption of the round does not approve it."""
    wrote = {each.person_id for each in exemptions_of(round) if each.thing_id == round.pk}
    if actor.person_id is not None and actor.person_id in wrote:
        raise Refused("welfare.exempted_it", _("这次福利的例外是你记的，要换一个人来批。"))


def _tell(actor: Actor, now: datetime, round: Round, title: str, words: str) -> None:
    tell(
        actor=actor, now=now, unit=round.unit, kind="change", key=f"welfare {round.pk} decided {round.steps.count()}",
        title=title, body=words.strip(), to=runners(round, besides=actor.person_id),
        url=reverse("welfare:round", args=[round.pk]), thing=round,
    )  # fmt: skip
