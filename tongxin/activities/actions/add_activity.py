"""Add an activity to a year."""

from __future__ import annotations

from datetime import date, datetime, time

from django.db import transaction
from django.utils.translation import gettext as _

from tongxin.activities.actions.organising import Organisers, told, write_organisers
from tongxin.activities.actions.turning import state_of
from tongxin.activities.models import Activity, Category, Group
from tongxin.audit.actions import record
from tongxin.core.refusals import Refused
from tongxin.org.access import require_right
from tongxin.org.actor import Actor
from tongxin.org.models import Unit
from tongxin.org.rules.rights import ACTIVITIES_RUN


@transaction.atomic
def add_activity(
    *,
    actor: Actor,
    now: datetime,
    unit: Unit,
    year: int,
    title: str,
    category: Category,
    group: Group | None = None,
    mode: str = Activity.Mode.ON_SITE,
    planned_on: date | None = None,
    planned_words: str = "",
    starts_on: date | None = None,
    ends_on: date | None = None,
    starts_at: time | None = None,
    place: str = "",
    indoor: bool = True,
    reach: str = Activity.Reach.HERE,
    about: str = "",
    expected: int | None = None,
    organisers: Organisers = (),
    state: str = Activity.State.PLANNED,
) -> Activity:
    """Add an activity of `unit` that counts for `year`, as an idea or as planned.

    `starts_on` is `planned_on` unless told otherwise, and the other way round; without organisers the owner runs it.
    Refuses: `access.no_right`, `access.office_mode`, `activity.no_title`, `activity.backwards`,
    `category.retired`, `organiser.twice`, `organiser.other_union`, `organiser.closed`.
    """
    if state not in (Activity.State.PLANNED, Activity.State.IDEA):
        raise ValueError(f"an activity begins as an idea or as planned, not as {state}")
    require_right(actor, ACTIVITIES_RUN, unit)
    first = starts_on or planned_on
    require_sound(title, category, first, ends_on)
    activity = Activity.objects.create(
        unit=unit, year=year, title=title.strip(), category=category, group=group, state=state, mode=mode,
        planned_on=planned_on or starts_on, planned_words=planned_words.strip(), starts_on=first,
        ends_on=ends_on if ends_on != first else None, starts_at=starts_at, place=place.strip(), about=about.strip(),
        expected=expected, indoor=indoor, reach=reach,
    )  # fmt: skip
    named = write_organisers(activity, organisers)
    after = {name: value for name, value in state_of(activity).items() if value not in (None, "")}
    record(
        actor=actor, now=now, act="activities.add", thing=activity, unit=unit,
        after={**after, "organisers": told(named)},
    )  # fmt: skip
    return activity


def require_sound(title: str, category: Category, starts_on: date | None, ends_on: date | None) -> None:
    """Refuses an activity without a name, with a retired category, or that ends before it begins."""
    if not title.strip():
        raise Refused("activity.no_title", _("活动名称还空着，写上大家平时怎么叫它。"), field="title")
    if not category.in_use:
        sentence = _("“%(category)s”已经停用，换一个类别。") % {"category": category.name}
        raise Refused("category.retired", sentence, field="category")
    if ends_on and (starts_on is None or ends_on < starts_on):
        raise Refused("activity.backwards", _("结束日期在开始日期之前，改其中一个。"), field="ends_on")
