"""Who should come to an official meeting: a list made by the office, corrected by the chair."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from tongxin.activities.access import require_run
from tongxin.attendance.actions.door import get_facts, locked
from tongxin.attendance.models import Expected
from tongxin.attendance.queries.facts import Source
from tongxin.attendance.queries.listed import everybody
from tongxin.audit.actions import record
from tongxin.core.refusals import Refused
from tongxin.org.actor import Actor
from tongxin.signups.models import Slot


@transaction.atomic
def expect_people(*, actor: Actor, now: datetime, slot: Slot, people: Collection[int]) -> int:
    """Put people on the list of who should come, behind those who are on it; how many are new.

    Refuses: `access.…`, `attendance.signed_up_instead` where people sign up for the slot, `attendance.nobody_new`.
    """
    held = locked(slot)
    require_run(actor, held.activity)
    facts = get_facts(held.pk)
    if facts.source is Source.PLACES:
        raise Refused("attendance.signed_up_instead", _("这一场是报名参加的，名单就是报上的人。"))
    known = set(Expected.objects.filter(slot=held).values_list("person", flat=True))
    order = {pk: place for place, pk in enumerate(people) if pk not in known}
    fresh = sorted(everybody(facts, order), key=lambda each: order[each.person])
    if not fresh:
        raise Refused("attendance.nobody_new", _("没有新的人，他们都在名单里了。"))
    last = Expected.objects.filter(slot=held).aggregate(last=Max("number"))["last"] or 0
    Expected.objects.bulk_create(
        [Expected(slot=held, person_id=each.person, number=last + place) for place, each in enumerate(fresh, 1)]
    )
    after = {"activity": held.activity_id, "people": [each.person for each in fresh], "number": len(fresh)}
    record(actor=actor, now=now, act="attendance.expect", thing=held, unit=held.activity.unit, after=after)
    return len(fresh)


@transaction.atomic
def excuse(*, actor: Actor, now: datetime, expected: Expected, words: str) -> Expected:
    """Somebody on the list asked for leave, and why; no words take the leave back. Refuses: `access.…`."""
    held = locked(expected.slot)
    require_run(actor, held.activity)
    before, expected.excuse = expected.excuse, words.strip()
    expected.save(update_fields=["excuse"])
    record(
        actor=actor, now=now, act="attendance.excuse", thing=expected, unit=held.activity.unit,
        before={"excuse": before}, after={"excuse": expected.excuse},
    )  # fmt: skip
    return expected


@transaction.atomic
def stop_expecting(*, actor: Actor, now: datetime, expected: Expected) -> None:
    """Take somebody off the list who never belonged on it. Refuses: `access.…`."""
    held = locked(expected.slot)
    require_run(actor, held.activity)
    before = {"person": expected.person_id, "number": expected.number, "excuse": expected.excuse}
    record(
        actor=actor, now=now, act="attendance.stop_expecting", thing=expected, unit=held.activity.unit, before=before
    )
    expected.delete()
