"""Shifts of a call, many at once."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from tongxin.audit.actions import record
from tongxin.core.clock import local
from tongxin.core.refusals import Refused
from tongxin.core.spans import EVERY, Span, days_between
from tongxin.mobilisation.actions.holding import held_call
from tongxin.mobilisation.models import Call, Duty, Shift
from tongxin.mobilisation.rules.shifts import MOST
from tongxin.org.actor import Actor
from tongxin.places import actions as places
from tongxin.ui.words import day as day_words
from tongxin.ui.words import hour


@transaction.atomic
def add_shifts(
    *,
    actor: Actor,
    now: datetime,
    call: Call,
    duties: Sequence[Duty],
    first: date,
    last: date,
    times: Sequence[Span],
    heads: int,
    days: str = EVERY,
) -> list[Shift]:
    """More shifts for these posts of the call; one that is there already stays as it is, the call's days grow where needed.

    Refuses: `access.…`, `call.ended`, `shift.backwards`, `shift.no_day`, `shift.no_time`, `shift.no_heads`, `shift.too_many`.
    """
    held = held_call(actor, call)
    if held.state == Call.State.ENDED:
        raise Refused("call.ended", _("这次招募已经结束，不能再加班次。"))
    if last < first:
        raise Refused("shift.backwards", _("最后一天在第一天之前，改其中一个。"), field="last")
    made = make_shifts(actor, now, held, list(duties), (first, last, days), times, heads)
    held.starts_on, held.ends_on = min(held.starts_on, first), max(held.ends_on, last)
    held.save(update_fields=["starts_on", "ends_on"])
    record(
        actor=actor, now=now, act="mobilisation.add_shifts", thing=held, unit=held.unit,
        after={"first": first, "last": last, "shifts": len(made), "heads": heads},
    )  # fmt: skip
    return made


def make_shifts(
    actor: Actor,
    now: datetime,
    call: Call,
    duties: Sequence[Duty],
    when: tuple[date, date, str],
    times: Sequence[Span],
    heads: int,
) -> list[Shift]:
    """The shifts with their pools, in the transaction of the act that adds them."""
    wanted = list(days_between(*when))
    _require_sound(wanted, times, heads, len(wanted) * len(times) * len(duties))
    there = set(Shift.objects.filter(duty__in=duties).values_list("duty", "starts_at", "ends_at"))
    units = list(call.open_to.all())
    url, made = reverse("mobilisation:call", args=[call.pk]), []
    for day in wanted:
        for span in times:
            begins, ends = (timezone.make_aware(moment) for moment in span.on(day))
            for duty in duties:
                if (duty.pk, begins, ends) in there:
                    continue
                pool = places.open_pool(
                    actor=actor, now=now, unit=call.unit, label=label_of(call, duty, begins, ends), url=url, capacity=heads,
                    open_to=units, who=call.who, closes_at=begins, withdraw_until=begins, happens_on=day,
                )  # fmt: skip
                made.append(Shift.objects.create(duty=duty, starts_at=begins, ends_at=ends, pool=pool))
    return made


def label_of(call: Call, duty: Duty, begins: datetime, ends: datetime) -> str:
    """`校门值守 测温 2月10日 周一 8:00-12:00`."""
    return f"{call.title} {duty.name} {day_words(begins)} {hour(local(begins))}-{hour(local(ends))}"


def _require_sound(days: Sequence[date], times: Sequence[Span], heads: int, count: int) -> None:
    if not days:
        raise Refused("shift.no_day", _("这几天里没有选的那种日子，换一个范围。"), field="days")
    if not times:
        raise Refused("shift.no_time", _("还没有时间。写成 8:00-12:00 这样。"), field="times")
    if heads < 1:
        raise Refused("shift.no_heads", _("每班至少要1个人。"), field="heads")
    if count > MOST:
        facts = {"n": count, "most": MOST}
        raise Refused("shift.too_many", _("一次要开%(n)s班，最多%(most)s班。日子分两次加。") % facts, field="ends_on")
