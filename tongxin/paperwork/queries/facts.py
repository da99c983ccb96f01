"""All that is known of one activity, for its papers, in a fixed number of queries."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from tongxin.activities.models import Activity
from tongxin.activities.queries.detail import Detail, detail_of
from tongxin.core.clock import today
from tongxin.feedback.queries.result import result_of
from tongxin.files.models import Attachment
from tongxin.org.actor import Actor
from tongxin.paperwork.models import Line
from tongxin.paperwork.queries.slots import slots_of
from tongxin.paperwork.rules import facts as shapes
from tongxin.paperwork.rules.lines import Money
from tongxin.signups.models import Question


def facts_of(actor: Actor, activity: Activity, now: datetime) -> shapes.Facts:
    """The facts, photos unread."""
    detail = detail_of(actor, activity, now)
    questions = list(Question.objects.filter(activity=activity))
    money = [(line.side, money_of(line)) for line in activity.money_lines.all()]
    contact = detail.contact
    return shapes.Facts(
        pk=activity.pk, title=activity.title, category=activity.category.name, unit=activity.unit.name,
        group=activity.group.name if activity.group else "", called=activity.unit.called, year=activity.year,
        day=activity.day, until=detail.until, starts_at=activity.starts_at, place=activity.place,
        mode=activity.get_mode_display(), about=activity.about.strip(), expected=activity.expected,
        held=activity.state == Activity.State.DONE, persons=activity.persons, person_times=activity.person_times,
        outcome=activity.outcome.strip(), organisers=_organisers(detail, activity),
        contact=contact.name if contact else "", phone=contact.phone if contact else "",
        slots=slots_of(activity, questions), questions=tuple(question.text for question in questions),
        budget=tuple(line for side, line in money if side == Line.Side.BUDGET),
        settlement=tuple(line for side, line in money if side == Line.Side.SETTLEMENT),
        prizes=prizes_of(activity), photos=tuple(_picture(photo) for photo in detail.photos),
        voices=_voices(activity, now), today=today(now),
    )  # fmt: skip


def money_of(line: Line) -> Money:
    """A kept line."""
    return Money(line.item, line.price, line.count, line.measure, line.amount, line.remark)


def _organisers(detail: Detail, activity: Activity) -> tuple[tuple[str, str], ...]:
    named = tuple((each.role, each.unit.called) for each in detail.organisers)
    return named or (("run", activity.unit.called),)


def prizes_of(activity: Activity) -> tuple[shapes.Prize, ...]:
    """The prizes in order; one query."""
    rows: Any = activity.prizes.select_related("person")
    return tuple(
        shapes.Prize(row.name, row.thing, row.value, row.receiver or (row.person.name if row.person else ""))
        for row in rows
    )


def _picture(photo: Attachment) -> shapes.Picture:
    def read() -> bytes:
        with photo.file.open("rb") as opened:
            return bytes(opened.read())

    reader: Callable[[], bytes] = read
    return shapes.Picture(photo.name, reader)


def _voices(activity: Activity, now: datetime) -> shapes.Voices | None:
    result = result_of(activity, now)
    return shapes.Voices(result.answers, result.satisfied, result.rate) if result and result.answers else None
