"""What changed since the plan's approval that is no activity: work items, and what apps above know."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from tongxin.audit.models import Entry
from tongxin.org.models import Unit
from tongxin.plan.hooks import OtherChange, change_sources
from tongxin.plan.queries.facts import YearFacts
from tongxin.plan.queries.item_history import words_for

TOLD = (
    "plan.add_work_item", "plan.finish_work_item", "plan.close_work_item", "plan.carry_over", "plan.add_step", "plan.remove_step",
)  # fmt: skip


@dataclass(frozen=True)
class ChangeGroup:
    """Changes of one kind of thing."""

    key: str
    label: str
    changes: Sequence[OtherChange]


def other_changes(unit: Unit, facts: YearFacts) -> list[ChangeGroup]:
    """Work items first, then each source; nothing while nothing is approved. One query, and those of the sources."""
    if facts.approved_on is None:
        return []
    since = timezone.make_aware(datetime.combine(facts.approved_on, time.max))
    groups = [ChangeGroup("work", _("工作事项的变动"), _work(facts, since))]
    groups += [
        ChangeGroup(source.key, str(source.label), source.changes(unit, facts.year, since)) for source in change_sources
    ]
    return [group for group in groups if group.changes]


def _work(facts: YearFacts, since: datetime) -> list[OtherChange]:
    ids = [str(item.id) for item in facts.work]
    entries = Entry.objects.filter(thing_type="plan.workitem", thing_id__in=ids, act__in=TOLD, at__gt=since)
    return [
        OtherChange(
            words_for(entry), entry.thing_label, entry.reason, entry.who, entry.at, reverse("plan:item", args=[entry.thing_id])
        )
        for entry in entries.order_by("at", "id")
    ]  # fmt: skip
