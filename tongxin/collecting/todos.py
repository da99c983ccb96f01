"""What waits: packs to hand out, complaints to answer; for a member the own pack."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Final

from django.db.models import Count, Q
from django.urls import reverse
from django.utils.translation import gettext as _

from tongxin.collecting.queries.complaints import waiting_for
from tongxin.core.clock import today
from tongxin.core.todos import Todo, TodoSource
from tongxin.org.access import below
from tongxin.org.actor import Actor
from tongxin.org.rules.rights import WELFARE_HAND_OUT
from tongxin.welfare.models import Entitled, Round

DAYS_TO_ANSWER: Final = 3


def of_office(actor: Actor, now: datetime) -> Sequence[Todo]:
    """Rounds that are handed out with people of one's own who wait, and complaints without an answer. Two queries."""
    return [*_rounds(actor), *_complaints(actor, now)]


def of_member(actor: Actor, now: datetime) -> Sequence[Todo]:
    """The own packs that wait to be fetched. One query."""
    if actor.person_id is None:
        return []
    rows = Entitled.objects.filter(
        Entitled.standing(), person=actor.person_id, round__state=Round.State.HANDING, way=None
    )
    waits = rows.annotate(got=Count("receipts", filter=Q(receipts__undone_at=None))).filter(got=0)
    return [
        Todo(
            key=f"collecting.fetch.{line.round_id}", title=_("领%(round)s") % {"round": line.round.title},
            why=_("出示码就能领，来不了请同事代领"), due=line.round.gives_on, minutes=5,
            url=reverse("collecting:pass", args=[line.round_id]), act=_("出示码"), seal="福", tone="jie",
        )
        for line in waits.select_related("round").order_by("pk")
    ]  # fmt: skip


def _rounds(actor: Actor) -> list[Todo]:
    paths = actor.paths(WELFARE_HAND_OUT)
    rows = Entitled.objects.filter(Entitled.standing(), below(paths, "unit__path"), round__state=Round.State.HANDING)
    counted = (
        rows.order_by()
        .values_list("round", "round__title", "round__gives_on")
        .annotate(due=Count("pk", distinct=True), got=Count("receipts", filter=Q(receipts__undone_at=None)))
    )
    return [
        Todo(
            key=f"collecting.hand_out.{pk}", title=_("发%(round)s") % {"round": title},
            why=_("领了%(got)s份，一共%(due)s份") % {"got": got, "due": due}, due=day, minutes=10,
            url=reverse("collecting:door", args=[pk]), act=_("去发放"), seal="福", tone="jie",
        )
        for pk, title, day, due, got in counted
        if got < due
    ]  # fmt: skip


def _complaints(actor: Actor, now: datetime) -> list[Todo]:
    return [
        Todo(
            key=f"collecting.answer.{each.pk}", title=_("答复售后：%(kind)s") % {"kind": each.get_kind_display()},
            why=_("“%(round)s”，等了%(n)s天")
            % {"round": each.entitled.round.title, "n": (today(now) - today(each.at)).days},
            due=today(each.at + timedelta(days=DAYS_TO_ANSWER)), minutes=5, url=reverse("collecting:answering", args=[each.pk]),
            act=_("答复"), seal="福", tone="jie",
        )
        for each in waiting_for(actor)
    ]  # fmt: skip


OFFICER: Final = TodoSource("collecting", of_office)
MEMBER: Final = TodoSource("collecting.member", of_member, office=False)
