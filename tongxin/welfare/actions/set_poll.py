"""Ask people what they would like, before a round is put together."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _

from tongxin.audit.actions import record
from tongxin.core.clock import today
from tongxin.core.database import lock
from tongxin.core.language import ours
from tongxin.core.refusals import Refused
from tongxin.notices.actions import tell
from tongxin.notices.models import Notice
from tongxin.notices.queries.audience import people_of
from tongxin.org.actor import Actor, shell_actor
from tongxin.ui.words import moment
from tongxin.welfare.access import require_run
from tongxin.welfare.actions.turning import locked
from tongxin.welfare.models import Poll, PollOption, Round
from tongxin.welfare.rules.life import IN_THE_MAKING

LEAST, MOST = 2, 20
AT_ONCE: Final = 20


@transaction.atomic
def set_poll(
    *, actor: Actor, now: datetime, round: Round, question: str, options: Sequence[str], opens_at: datetime, closes_at: datetime,
    most: int,
) -> Poll:  # fmt: skip
    """Put the poll of a round, or change it; once somebody has answered, only its end. Those asked are told when it opens.

    Refuses: `access.…`, `welfare.gone` (404), `welfare.poll_late` (the round is on its way), `welfare.poll_over`,
    `welfare.poll_backward`, `welfare.poll_past`, `welfare.poll_options`, `welfare.poll_twice`, `welfare.poll_answered`.
    """
    require_run(actor, round)
    held = locked(round)
    if held.state not in IN_THE_MAKING:
        raise Refused("welfare.poll_late", _("方案已经送审，问需求来不及了。退回修改时可以再问。"))
    poll = lock(Poll.objects.filter(round=held)).first()
    labels = _sound(options, opens_at, closes_at, now)
    if poll is not None:
        _require_changeable(poll, question.strip(), labels, min(most, len(labels)), now)
    poll = poll or Poll(round=held)
    poll.question, poll.most, poll.opens_at, poll.closes_at = (
        question.strip(),
        min(most, len(labels)),
        opens_at,
        closes_at,
    )
    poll.set_at = poll.set_at or now
    poll.save()
    _set_options(poll, labels)
    record(
        actor=actor, now=now, act="welfare.set_poll", thing=held, unit=held.unit,
        after={"question": poll.question, "options": labels, "opens_at": opens_at, "closes_at": closes_at},
    )  # fmt: skip
    if opens_at <= now and poll.told_at is None:
        _open(actor, now, poll)
    return poll


def open_polls(*, now: datetime) -> int:
    """For the worker: tell those asked about each poll that has begun, each in its own transaction; how many polls."""
    begun = Poll.objects.filter(told_at=None, set_at__isnull=False, opens_at__lte=now, closes_at__gt=now).order_by("pk")
    return sum(_open_due(pk, now) for pk in begun.values_list("pk", flat=True)[:AT_ONCE])


@transaction.atomic
def _open_due(pk: int, now: datetime) -> int:
    poll = lock(Poll.objects.select_related("round__unit").filter(pk=pk, told_at=None)).first()
    if poll is None or poll.round.state not in IN_THE_MAKING:
        return 0
    actor = shell_actor("work")
    _open(actor, now, poll)
    record(
        actor=actor,
        now=now,
        act="welfare.open_poll",
        thing=poll.round,
        unit=poll.round.unit,
        after={"asked": poll.asked},
    )
    return 1


def _open(actor: Actor, now: datetime, poll: Poll) -> None:
    round = poll.round
    people = people_of(round.unit, round.who, today(now))
    poll.told_at, poll.asked = now, len(people)
    poll.save(update_fields=["told_at", "asked"])
    with ours():
        tell(
            actor=actor, now=now, unit=round.unit, kind=Notice.Kind.INVITATION, key=f"welfare:{round.pk}:poll", to=people,
            title=_("说说想要什么：%(title)s") % {"title": round.title}, thing=round,
            body=_("%(until)s前，点一下就好，不记名。") % {"until": moment(poll.closes_at)},
            url=reverse("welfare:poll", args=[round.pk]), audience=round.unit.called,
        )  # fmt: skip


def _sound(options: Sequence[str], opens_at: datetime, closes_at: datetime, now: datetime) -> list[str]:
    if closes_at <= opens_at:
        raise Refused("welfare.poll_backward", _("截止在开始之前，改其中一个。"), field="closes_at")
    if closes_at <= now:
        raise Refused("welfare.poll_past", _("截止时间已经过了，往后定。"), field="closes_at")
    labels = [" ".join(option.split())[:40] for option in options if option.strip()]
    if not LEAST <= len(labels) <= MOST:
        facts = {"least": LEAST, "most": MOST}
        raise Refused("welfare.poll_options", _("选项写%(least)s到%(most)s个，一行一个。") % facts, field="options")
    if len(set(labels)) < len(labels):
        raise Refused("welfare.poll_twice", _("有两个选项一样，去掉一个。"), field="options")
    return labels


def _require_changeable(poll: Poll, question: str, labels: list[str], most: int, now: datetime) -> None:
    """What people have answered stays what they were asked."""
    if poll.is_over(now):
        raise Refused("welfare.poll_over", _("这次征集已经结束了，不能再改。"))
    same = (poll.question, poll.most, list(poll.options.values_list("label", flat=True))) == (question, most, labels)
    if poll.answers and not same:
        raise Refused(
            "welfare.poll_answered", _("已经有人答了，问题和选项不能再改，只能改截止时间。"), field="question"
        )


def _set_options(poll: Poll, labels: list[str]) -> None:
    if list(poll.options.values_list("label", flat=True)) == labels:
        return
    poll.options.all().delete()
    PollOption.objects.bulk_create(
        PollOption(poll=poll, label=label, order=order) for order, label in enumerate(labels)
    )
