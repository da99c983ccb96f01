"""What follows from acts on an activity: those it concerns are told, at once and once; lists stand still or move along."""

from __future__ import annotations

from typing import Any, Final

from django.urls import reverse
from django.utils.translation import gettext as _

from tongxin.activities.hooks import Turned
from tongxin.activities.models import Activity, Change
from tongxin.core.clock import today
from tongxin.core.language import ours
from tongxin.notices.actions import tell
from tongxin.notices.models import Notice
from tongxin.places import actions as places
from tongxin.signups.models import Slot
from tongxin.signups.queries.audience import audience_words, concerned, signed_up
from tongxin.ui.words import day as day_words
from tongxin.ui.words import hour, listed

FROZEN_BY: Final = ("cancel", "merge", "finish")
SEEN: Final = ("starts_on", "ends_on", "starts_at", "place", "mode")


def follow(turned: Turned) -> None:
    """Tell those concerned, and let the lists follow."""
    activity = turned.activity
    with ours():
        if turned.act == "publish":
            _invite(turned)
        elif activity.published_at is not None and _matters(turned):
            _tell_change(turned)
    if "starts_on" in turned.before:
        _move_along(turned)
    if turned.act == "reinstate":
        _open_again(turned)
    if turned.act in FROZEN_BY:
        for slot in activity.slots.filter(pool__isnull=False, pool__frozen_at=None).select_related("pool"):
            assert slot.pool is not None
            places.freeze(actor=turned.actor, now=turned.now, pool=slot.pool)


def _open_again(turned: Turned) -> None:
    """Lists that stood still because the activity was called off go on; one that an officer had settled before stays so."""
    called_off = turned.activity.changes.filter(kind__in=(Change.Kind.CANCELLED, Change.Kind.MERGED)).last()
    if called_off is None:
        return
    for slot in turned.activity.slots.filter(pool__frozen_at=called_off.at).select_related("pool"):
        assert slot.pool is not None
        places.unfreeze(actor=turned.actor, now=turned.now, pool=slot.pool)


def _matters(turned: Turned) -> bool:
    if turned.act in ("move", "postpone", "cancel", "go_online", "merge", "reinstate"):
        return True
    return turned.act == "edit" and any(name in turned.before for name in SEEN)


def _invite(turned: Turned) -> None:
    activity = turned.activity
    people = concerned(activity, today(turned.now))
    _tell(turned, Notice.Kind.INVITATION, _("来参加：%(title)s") % {"title": activity.title}, people, key="publish")


def _tell_change(turned: Turned) -> None:
    activity = turned.activity
    offered = activity.slots.filter(pool__isnull=False).exists()
    people = signed_up(activity) if offered else concerned(activity, today(turned.now))
    titles = {
        "cancel": _("取消了：%(title)s"), "merge": _("并入别的活动了：%(title)s"), "postpone": _("延期了：%(title)s"),
        "move": _("改期了：%(title)s"), "go_online": _("改到线上了：%(title)s"), "reinstate": _("又要办了：%(title)s"),
    }  # fmt: skip
    title = titles.get(turned.act, _("有变动：%(title)s")) % {"title": activity.title}
    _tell(turned, Notice.Kind.CHANGE, title, people, key=f"{turned.act}:{turned.now.isoformat()}")


def _tell(turned: Turned, kind: str, title: str, people: list[int], *, key: str) -> None:
    activity = turned.activity
    body = "\n".join(line for line in (_when(activity), activity.place, turned.words) if line)
    tell(
        actor=turned.actor, now=turned.now, unit=activity.unit, kind=kind, key=f"activities:{activity.pk}:{key}", title=title,
        body=body, url=reverse("activities:activity", args=[activity.pk]), to=people, thing=activity,
        audience=listed(audience_words(activity)) or activity.unit.called,
    )  # fmt: skip


def _when(activity: Activity) -> str:
    if activity.starts_on is None:
        return _("日期待定")
    return f"{day_words(activity.starts_on)} {hour(activity.starts_at) if activity.starts_at else ''}".strip()


def _move_along(turned: Turned) -> None:
    """Parts and deadlines move with the day; a deadline that has passed stays passed."""
    activity, was = turned.activity, turned.before["starts_on"]
    if activity.starts_on is None or was is None:
        _set_day(turned)
        return
    by = activity.starts_on - was
    for slot in activity.slots.select_related("pool"):
        _shift(slot, by)
        if slot.pool is not None:
            terms = {
                name: getattr(slot.pool, name) + by
                for name in ("closes_at", "withdraw_until")
                if getattr(slot.pool, name) and getattr(slot.pool, name) > turned.now and not _drawn(slot)
            }
            places.change_pool(
                actor=turned.actor, now=turned.now, pool=slot.pool, happens_on=_day_of(slot, activity), **terms
            )


def _set_day(turned: Turned) -> None:
    for slot in turned.activity.slots.select_related("pool"):
        if slot.pool is not None:
            places.change_pool(
                actor=turned.actor, now=turned.now, pool=slot.pool, happens_on=_day_of(slot, turned.activity)
            )


def _shift(slot: Slot, by: Any) -> None:
    if slot.starts_at is not None:
        slot.starts_at += by
        slot.ends_at = slot.ends_at + by if slot.ends_at else None
        slot.save(update_fields=["starts_at", "ends_at"])


def _drawn(slot: Slot) -> bool:
    draw = getattr(slot.pool, "draw", None)
    return draw is not None and draw.drawn_at is not None


def _day_of(slot: Slot, activity: Activity) -> Any:
    return today(slot.starts_at) if slot.starts_at else activity.starts_on
