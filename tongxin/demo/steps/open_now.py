"""Something that a visitor of the demonstration can sign up for on the very day: last autumn's walk again."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from itertools import accumulate

from tongxin.activities import actions as activities
from tongxin.activities.models import Activity
from tongxin.core.clock import today
from tongxin.demo.facts.signups import NOW
from tongxin.demo.steps.crowd import crowd
from tongxin.demo.steps.organisation import Units
from tongxin.demo.steps.signing_up import slots_of, taps
from tongxin.demo.when import officer
from tongxin.signups import actions as acts
from tongxin.signups.actions.start import Essentials

BEFORE = timedelta(days=2)
SUNDAY = 6


def offer(units: Units, now: datetime) -> None:
    """Copied after last year's two days ago and published; since then people have tapped: one batch is full."""
    then = now - BEFORE
    office = officer("office", then)
    source = Activity.objects.select_related("unit", "category").get(title=NOW.after)
    day = today(now) + timedelta(days=7)
    day += timedelta(days=SUNDAY - day.weekday())
    made = acts.start(
        actor=office, now=then, unit=source.unit, source=source, publish=False,
        essentials=Essentials(title=NOW.title, day=day, at=time(8), place=NOW.place),
    )  # fmt: skip
    made = activities.edit_activity(actor=office, now=then, activity=made, about=NOW.about)
    activities.publish(actor=office, now=then, activity=made)
    slots = [slot for slot in slots_of(made) if slot.pool]
    people = crowd(made.unit, today(now), sum(NOW.tapped), NOW.title, with_accounts=False)
    for slot, last, count in zip(slots, accumulate(NOW.tapped), NOW.tapped, strict=True):
        taps(slot, people[last - count : last], then)
