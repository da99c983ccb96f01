"""What changed in a year's goals since its plan was approved."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext as _

from tongxin.audit.models import Entry
from tongxin.goals.models import Goal
from tongxin.org.models import Unit
from tongxin.plan.hooks import OtherChange


def changes_of_goals(unit: Unit, year: int, since: datetime) -> Sequence[OtherChange]:
    """The acts on the goals of the unit's year, in their order: two queries."""
    words = {
        "goals.add_goal": _("加目标"),
        "goals.edit_goal": _("改目标"),
        "goals.remove_goal": _("去掉目标"),
        "goals.set_indicator": _("改指标"),
        "goals.remove_indicator": _("去掉指标"),
        "goals.set_serving": _("改挂着的事"),
    }
    ids = {str(pk) for pk in Goal.objects.filter(unit=unit, year=year).values_list("pk", flat=True)}
    entries = Entry.objects.filter(thing_type="goals.goal", unit_path=unit.path, act__in=words, at__gt=since)
    return [
        OtherChange(
            words[one.act], one.thing_label, one.reason, one.who, one.at,
            reverse("goals:goal", args=[one.thing_id]) if one.thing_id in ids else "",
        )
        for one in entries.order_by("at", "id")
        if one.thing_id in ids or one.before.get("year") == year
    ]  # fmt: skip
