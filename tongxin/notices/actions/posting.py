"""What of a notice leaves the site: mail to who wants it, one line to the robots of the unit and those above."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from django.utils.translation import gettext as _

from tongxin.core import clock
from tongxin.core.database import insert_rows
from tongxin.notices.models import Notice, Parcel, Preference, Robot
from tongxin.org.models import Person

ROBOT_KINDS = (Notice.Kind.INVITATION, Notice.Kind.CHANGE, Notice.Kind.ANNOUNCEMENT)
_COLUMNS = ("notice", "person", "robot", "key", "state", "due_at", "subject", "body", "tries", "fault")


def post(notice: Notice, people: Sequence[int], now: datetime) -> None:
    """Put the parcels of a fresh notice into the outbox, in the transaction that made it."""
    rows = [_parcel(notice, now, person=person) for person in _by_mail(notice, people)]
    if notice.kind in ROBOT_KINDS:
        steps = [int(step) for step in (notice.unit.path or "").split(".") if step]
        robots = Robot.objects.filter(unit_id__in=steps, in_use=True)
        rows += [_parcel(notice, now, robot=robot.pk) for robot in robots]
    insert_rows(Parcel, _COLUMNS, rows)


def post_again(notice: Notice, people: Sequence[int], now: datetime) -> None:
    """Put a reminder of the notice into the outbox for those of `people` who want it by mail: once a day each."""
    subject = _("提醒你读：%(title)s") % {"title": notice.title}
    day = clock.today(now).isoformat()
    rows = [(notice.pk, person, f"{notice.pk}:p{person}:{day}") for person in _by_mail(notice, people)]
    insert_rows(
        Parcel,
        _COLUMNS,
        [(pk, person, None, key, "waiting", now, subject[:160], "", 0, "") for pk, person, key in rows],
    )


def _by_mail(notice: Notice, people: Sequence[int]) -> list[int]:
    """Those of `people` who have an address and want this by mail."""
    pressing = notice.important or notice.kind == Notice.Kind.CHANGE
    wanted = {Preference.Mail.ALL, Preference.Mail.IMPORTANT} if pressing else {Preference.Mail.ALL}
    found: list[int] = []
    for start in range(0, len(people), 500):
        there = Person.objects.filter(pk__in=people[start : start + 500]).exclude(email="")
        for pk, mail in there.values_list("pk", "preference__mail"):
            if (mail or Preference.Mail.IMPORTANT) in wanted:
                found.append(pk)
    return found


def _parcel(
    notice: Notice, now: datetime, *, person: int | None = None, robot: int | None = None
) -> tuple[object, ...]:
    receiver = f"p{person}" if person else f"r{robot}"
    return (notice.pk, person, robot, f"{notice.pk}:{receiver}", Parcel.State.WAITING, now, "", "", 0, "")
