"""Close a unit."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tongxin.audit.actions import record
from tongxin.core.database import lock
from tongxin.core.refusals import Refused
from tongxin.org.access import require_right
from tongxin.org.actions.checks import not_in_future
from tongxin.org.actor import Actor
from tongxin.org.models import Placement, Post, Unit
from tongxin.org.rules.rights import UNITS_CHANGE


@transaction.atomic
def close_unit(*, actor: Actor, now: datetime, unit: Unit, on: date, reason: str) -> Unit:
    """Close a unit as from `on`. It stays in the records; nobody and nothing may still stand in it.

    Refuses: `unit.closed`, `unit.closed_before_founded`, `unit.has_units`, `unit.has_people`, `unit.has_posts`,
    `day.in_future`, and as `require_right`.
    """
    require_right(actor, UNITS_CHANGE, unit)
    unit = lock(Unit.objects.filter(pk=unit.pk)).get()
    _check_days(unit, on, now)
    _check_empty(unit, on)
    unit.closed_on = on
    unit.save(update_fields=["closed_on"])
    record(actor=actor, now=now, act="org.close_unit", thing=unit, unit=unit, reason=reason, after={"closed_on": on})
    return unit


def _check_days(unit: Unit, on: date, now: datetime) -> None:
    if unit.closed_on is not None:
        raise Refused("unit.closed", _("“%(unit)s”已经撤销。") % {"unit": unit.called})
    not_in_future(on, now, field="on")
    if unit.founded_on and on < unit.founded_on:
        raise Refused("unit.closed_before_founded", _("撤销日期早于成立日期。改撤销日期。"), field="on")


def _check_empty(unit: Unit, on: date) -> None:
    units = Unit.objects.filter(parent=unit, closed_on=None).count()
    if units:
        words = ngettext("下面还有%(n)d个单位。先移走或撤销它们。", "下面还有%(n)d个单位。先移走或撤销它们。", units)
        raise Refused("unit.has_units", words % {"n": units})
    people = Placement.objects.filter(Q(until=None) | Q(until__gt=on), unit=unit).count()
    if people:
        words = ngettext("里面还有%(n)d人。先把他们调到别的单位。", "里面还有%(n)d人。先把他们调到别的单位。", people)
        raise Refused("unit.has_people", words % {"n": people})
    posts = Post.objects.filter(Q(until=None) | Q(until__gt=on), unit=unit).count()
    if posts:
        words = ngettext("还有%(n)d个职务没有卸任。先办卸任。", "还有%(n)d个职务没有卸任。先办卸任。", posts)
        raise Refused("unit.has_posts", words % {"n": posts})
