"""When packs are fetched: time slots, made in series."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from tongxin.audit.actions import record
from tongxin.collecting.access import get_point, get_window
from tongxin.collecting.actions.points import require_on
from tongxin.collecting.models import Point, Window
from tongxin.collecting.rules.slots import MOST, slots_of
from tongxin.core.clock import local
from tongxin.core.language import ours
from tongxin.core.refusals import Refused
from tongxin.core.spans import EVERY, Span
from tongxin.org.actor import Actor
from tongxin.places import actions as places
from tongxin.places.models import Place, Pool
from tongxin.places.models.place import LIVE
from tongxin.ui.words import day as day_words
from tongxin.ui.words import hour
from tongxin.welfare.models import Round


def bundle_of(round: Round) -> str:
    """The bundle of places of a round's time slots: a person has one of them at most."""
    return f"welfare:{round.pk}:windows"


@transaction.atomic
def add_windows(
    *,
    actor: Actor,
    now: datetime,
    point: Point,
    first: date,
    last: date,
    times: Sequence[Span],
    days: str = EVERY,
    minutes: int | None = None,
    heads: int | None = None,
) -> list[Window]:
    """Time slots of a point: each span of each day, cut into `minutes` where told, for `heads` people each (none: as many as come).
    One that is there already stays as it is.

    Refuses: `access.…`, `collecting.over`, `window.backwards`, `window.no_day`, `window.too_many`.
    """
    held = get_point(actor, point.pk)
    require_on(held.round)
    if last < first:
        raise Refused("window.backwards", _("最后一天在第一天之前，改其中一个。"), field="last")
    wanted = slots_of(first, last, times, days=days, minutes=minutes)
    if not wanted:
        raise Refused("window.no_day", _("这几天里没有选的那种日子，换一个范围。"), field="days")
    if len(wanted) > MOST:
        facts = {"n": len(wanted), "most": MOST}
        raise Refused("window.too_many", _("一次要开%(n)s个时段，最多%(most)s个。日子分两次加。") % facts, field="last")
    there = set(held.windows.values_list("starts_at", "ends_at"))
    spans = [(timezone.make_aware(begins), timezone.make_aware(ends)) for begins, ends in wanted]
    with ours():
        made = [_window(held, *span, heads, actor, now) for span in spans if span not in there]
    record(
        actor=actor, now=now, act="collecting.add_windows", thing=held, unit=held.round.unit,
        after={"first": first, "last": last, "windows": len(made), "heads": heads},
    )  # fmt: skip
    return made


@transaction.atomic
def drop_window(*, actor: Actor, now: datetime, window: Window) -> None:
    """Take a time slot away. Refuses: `access.…`, `collecting.over`, `collecting.chosen`."""
    held = get_window(actor, window.pk)
    require_on(held.point.round)
    if Place.objects.filter(pool=held.pool_id, state__in=LIVE).exists():
        raise Refused("collecting.chosen", _("这个时段已经有人选了，不能去掉。先请他们改选。"))
    record(
        actor=actor, now=now, act="collecting.drop_window", thing=held, label=span_words(held.starts_at, held.ends_at),
        unit=held.point.round.unit, before={"point": held.point.name},
    )  # fmt: skip
    held.delete()


def span_words(starts: datetime, ends: datetime) -> str:
    """`2月10日 周一 8:00-9:00`."""
    return f"{day_words(starts)} {hour(local(starts))}-{hour(local(ends))}"


def _window(point: Point, starts: datetime, ends: datetime, heads: int | None, actor: Actor, now: datetime) -> Window:
    round = point.round
    label = f"{round.title} {point.name} {span_words(starts, ends)}"
    pool = places.open_pool(
        actor=actor, now=now, unit=round.unit, label=label, url=reverse("collecting:windows", args=[round.pk]), capacity=heads,
        who=Pool.Who.STAFF, closes_at=ends, withdraw_until=ends, happens_on=local(starts).date(), waiting=False,
        bundle=bundle_of(round),
    )  # fmt: skip
    return Window.objects.create(point=point, starts_at=starts, ends_at=ends, pool=pool)
