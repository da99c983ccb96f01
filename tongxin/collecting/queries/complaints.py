"""What was wrong with packs: for the office all of it, for members how many, how many answered, and the public answers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, F, Q, QuerySet

from tongxin.collecting.models import Complaint
from tongxin.core.clock import today
from tongxin.files.models import Attachment
from tongxin.org.access import below
from tongxin.org.actor import Actor
from tongxin.org.rules.rights import WELFARE_RUN
from tongxin.welfare.models import Round


@dataclass(frozen=True)
class Said:
    """A complaint as the office reads it: `days` since it was written, or until it was answered; photos where there are any."""

    complaint: Complaint
    days: int
    photos: list[Attachment]


@dataclass(frozen=True)
class Publicly:
    """What members see: counts, and (kind, outcome, answer) of the answers made public, never who asked."""

    count: int
    answered: int
    answers: list[tuple[str, str, str]]


def complaints_of(round: Round, now: datetime) -> list[Said]:
    """All of a round, those without an answer first, the oldest of them first. Two queries."""
    rows = list(
        Complaint.objects.filter(entitled__round=round)
        .select_related("entitled__person", "entitled__unit")
        .order_by(F("answered_at").asc(nulls_first=True), "at")
    )
    photos: dict[int, list[Attachment]] = {}
    for each in Attachment.objects.filter(thing_type="collecting.complaint", thing_id__in=[row.pk for row in rows]):
        photos.setdefault(each.thing_id, []).append(each)
    return [Said(row, days_of(row, now), photos.get(row.pk, [])) for row in rows]


def days_of(complaint: Complaint, now: datetime) -> int:
    """Days from the day it was written to the answer, or to today."""
    return (today(complaint.answered_at or now) - today(complaint.at)).days


def publicly(round: Round) -> Publicly:
    """What members see of it. Two queries."""
    rows = Complaint.objects.filter(entitled__round=round)
    found = rows.aggregate(count=Count("pk"), answered=Count("pk", filter=Q(answered_at__isnull=False)))
    shown = rows.filter(public=True, answered_at__isnull=False).order_by("answered_at", "pk")
    answers = [(row.get_kind_display(), row.get_outcome_display(), row.answer) for row in shown[:50]]
    return Publicly(found["count"], found["answered"], answers)


def open_complaints(round: Round) -> int:
    """How many have no answer. One query."""
    return Complaint.objects.filter(entitled__round=round, answered_at=None).count()


def waiting_for(actor: Actor) -> QuerySet[Complaint]:
    """Complaints without an answer in rounds that the actor runs."""
    paths = actor.paths(WELFARE_RUN)
    rows = Complaint.objects.filter(below(paths, "entitled__round__unit__path"), answered_at=None)
    return rows.select_related("entitled__round").order_by("at")
