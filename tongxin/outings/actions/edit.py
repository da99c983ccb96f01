"""Fill in the application."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any, Final

from django.utils.translation import gettext as _

from tongxin.activities.access import require_run
from tongxin.activities.actions import edit_activity
from tongxin.activities.hooks import day_is_promised
from tongxin.activities.queries.possible import may_be
from tongxin.core.refusals import Refused
from tongxin.org.actor import Actor
from tongxin.outings.actions.turning import turn
from tongxin.outings.models import Outing, Share
from tongxin.outings.rules.reach import reach_of
from tongxin.rulebook.queries import region_of
from tongxin.rulebook.rules.regions import is_region

EDITABLE: Final = (
    "destination", "region", "route", "nights", "headcount", "back_at", "vehicle_kind", "vehicles", "vehicle_company", "plates",
    "insurer", "policy_no", "insured", "safety_owner", "safety_phone", "plan",
)  # fmt: skip


def edit(
    *,
    actor: Actor,
    now: datetime,
    outing: Outing,
    shares: Mapping[str, int] | None = None,
    day: date | None = None,
    **fields: Any,
) -> Outing:
    """Change any of `EDITABLE`; `shares` are all that each payer gives for one head, in fen; what is not given stays.

    The activity follows: place, heads, how far it goes (restrictions look at that), and its day while nobody counts on it.
    Refuses: `access.…`, `outing.not_possible`, `outing.called_off`, `outing.unknown_region`, and as `edit_activity`.
    """
    if unknown := set(fields) - set(EDITABLE):
        raise TypeError(f"an outing has no such fields to edit: {', '.join(sorted(unknown))}")
    require_run(actor, outing.activity)
    with turn("edit", actor=actor, now=now, outing=outing) as held:
        for name, value in fields.items():
            setattr(held, name, value.strip() if isinstance(value, str) else value)
        if held.region and not is_region(held.region):
            raise Refused("outing.unknown_region", _("没有这样的地区，从列出来的里面选。"), field="region")
        if shares is not None:
            held.shares.all().delete()
            Share.objects.bulk_create(Share(outing=held, payer=payer, fen=fen) for payer, fen in shares.items())
        _follow(actor, now, held, day)
    return held


def _follow(actor: Actor, now: datetime, outing: Outing, day: date | None) -> None:
    """Bring the activity along, where anything of it differs."""
    activity = outing.activity
    if not may_be(activity, "edit"):
        return
    wanted: dict[str, Any] = {"place": outing.destination, "expected": outing.headcount, "indoor": False}
    if outing.region:
        wanted["reach"] = reach_of(outing.region, region_of(activity.unit))
    first = day if day and not day_is_promised(activity) else activity.starts_on
    if first is not None:
        wanted |= {"starts_on": first, "ends_on": first + timedelta(days=outing.nights) if outing.nights else None}
    if day_is_promised(activity):
        wanted.pop("ends_on", None)
    changed = {name: value for name, value in wanted.items() if value != getattr(activity, name)}
    if changed:
        edit_activity(actor=actor, now=now, activity=activity, **changed)
