"""A small year in the seed's proportions, lived through acts: 8 planned, 6 held, one postponed, one cancelled."""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime

import pytest

from tests.cast import Cast
from tongxin.activities.actions.add_activity import add_activity
from tongxin.activities.actions.cancel import cancel
from tongxin.activities.actions.finish import finish
from tongxin.activities.actions.postpone import postpone
from tongxin.activities.models import Activity, Category, Group
from tongxin.plan.models import WorkItem
from tongxin.report.actions import draft_summary
from tongxin.report.models import Summary

JANUARY = datetime(2021, 1, 22, 6, 0, tzinfo=UTC)

HELD = (
    ("线上读书月", "wen", "culture", "online", date(2020, 4, 23), 210, (("lib", "run"),)),
    ("书画摄影展", "wen", "culture", "on_site", date(2020, 11, 18), 260, (("union", "run"),)),
    ("重阳节登高", "jie", "tradition", "on_site", date(2020, 10, 25), 116, (("security", "run"), ("lib", "run"))),
    ("中秋节活动", "jie", "tradition", "mixed", date(2020, 9, 29), 705, (("hr", "run"), ("security", "run"))),
    ("教职工运动会", "ti", "health", "on_site", date(2020, 10, 16), 612, (("union", "run"),)),
    ("“三八妇女节”慰问", "huai", "tradition", "on_site", date(2020, 3, 6), 391, (("union", "run"), ("hr", "run"))),
)


@dataclass
class Year:
    """The year's records by name."""

    cast: Cast
    activities: dict[str, Activity] = field(default_factory=dict)


@pytest.fixture
def year(cast) -> Year:
    made = Year(cast)
    actor = cast.actor("office")
    for title, category, group, mode, day, persons, organisers in HELD:
        activity = add_activity(
            actor=actor, now=JANUARY, unit=cast.union, year=2020, title=title, category=Category.objects.get(code=category),
            group=Group.objects.get(code=group), mode=mode, planned_on=day,
            organisers=[(cast.units[unit], role) for unit, role in organisers],
        )  # fmt: skip
        made.activities[title] = finish(
            actor=actor, now=JANUARY, activity=activity, held_on=day, persons=persons, person_times=persons + 10
        )
    for title, day in (("教职工合唱", date(2020, 5, 20)), ("迎新年会", date(2020, 12, 30))):
        made.activities[title] = add_activity(
            actor=actor,
            now=JANUARY,
            unit=cast.union,
            year=2020,
            title=title,
            category=Category.objects.get(code="jie"),
            planned_on=day,
        )
    cancel(actor=actor, now=JANUARY, activity=made.activities["教职工合唱"], reason="epidemic")
    postpone(actor=actor, now=JANUARY, activity=made.activities["迎新年会"], until=None, reason="epidemic")
    for unit, day in (("ee", date(2020, 10, 31)), ("lib", date(2020, 11, 7)), ("union", date(2020, 11, 14))):
        outing = add_activity(
            actor=actor,
            now=JANUARY,
            unit=cast.units[unit],
            year=2020,
            title="团建",
            category=Category.objects.get(code="tuan"),
            planned_on=day,
        )
        finish(actor=actor, now=JANUARY, activity=outing, held_on=day, persons=30, person_times=30)
    for title, kind, share in (("分工会组织建设", "branch", 35), ("俱乐部建设", "club", 20)):
        WorkItem.objects.create(
            unit=cast.union, year=2020, title=title, kind=kind, share_done=share, state="not_done", reason="epidemic"
        )
    WorkItem.objects.create(unit=cast.union, year=2020, title="会员信息采集", share_done=100, state="done")
    return made


@pytest.fixture
def summary(year) -> Summary:
    return draft_summary(actor=year.cast.actor("office"), now=JANUARY, unit=year.cast.union, year=2020)
