"""Put somebody into another heat or lane."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from tongxin.contests.actions.holding import entered, held, leave_entry
from tongxin.contests.models import Entry
from tongxin.core.refusals import Refused
from tongxin.org.actor import Actor
from tongxin.signups.models import Slot


@transaction.atomic
def move_entry(*, actor: Actor, now: datetime, slot: Slot, key: str, heat: int, lane: int) -> Entry:
    """The line `key` starts in this heat and lane from now on; who stood there takes the place left.

    So does who came onto the list after the heats were drawn up. Refuses: `access.…`, `contest.gone` (not on the list any
    more), `contest.heat`, `contest.lane`, `contest.has_result` (of one of the two).
    """
    contest = held(actor, slot)
    entries = entered(slot)
    entry = entries.get(key)
    if entry is None:
        raise Refused("contest.gone", _("名单里已经没有他了，没有换。"))
    target = slot.heats.filter(number=heat).first()
    if target is None:
        raise Refused("contest.heat", _("没有这一组。"), field="heat")
    if not 1 <= lane <= target.lanes:
        raise Refused("contest.lane", _("这一组只有%(lanes)s道。") % {"lanes": target.lanes}, field="lane")
    other = next((each for each in Entry.objects.filter(heat=target, lane=lane).exclude(pk=entry.pk)), None)
    _require_no_result(entry, *([other] if other else []))
    before = _where(entry)
    _swap(entry, other, target, lane)
    leave_entry("move_entry", contest, actor, now, before=before, after={"who": str(entry), **_where(entry)})
    return entry


def _swap(entry: Entry, other: Entry | None, heat: Any, lane: int) -> None:
    """Through nowhere, because a lane holds one."""
    left = entry.heat, entry.lane
    if other is not None:
        Entry.objects.filter(pk=other.pk).update(heat=None, lane=None)
    entry.heat, entry.lane = heat, lane
    entry.save(update_fields=["heat", "lane"])
    if other is not None:
        other.heat, other.lane = left
        other.save(update_fields=["heat", "lane"])


def _require_no_result(*entries: Entry) -> None:
    if any(entry.has_result for entry in entries):
        raise Refused("contest.has_result", _("已经有成绩的不能再换组换道。"), field="lane")


def _where(entry: Entry) -> dict[str, Any]:
    return {"heat": entry.heat.number if entry.heat else None, "lane": entry.lane}
