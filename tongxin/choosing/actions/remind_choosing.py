"""Remind those who have not chosen, once for each end, on its last day."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final

from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _

from tongxin.audit.actions import record
from tongxin.choosing.queries.chosen import default_of
from tongxin.choosing.queries.progress import without_choice
from tongxin.notices.actions import tell
from tongxin.notices.models import Notice
from tongxin.org.actor import shell_actor
from tongxin.ui.words import moment
from tongxin.welfare.models import Round

BEFORE: Final = timedelta(hours=24)


def remind_choosing(*, now: datetime) -> int:
    """For the worker: each round whose choosing ends within a day, in its own transaction; how many people were reminded."""
    soon = Round.objects.filter(
        state=Round.State.CHOOSING, chosen_at=None, choose_until__gt=now, choose_until__lte=now + BEFORE
    )
    due = [round for round in soon.select_related("unit") if not _told_of_late(round)]
    reminded = Notice.objects.filter(key__in=[_key(round) for round in due])
    done = set(reminded.values_list("key", flat=True))
    return sum(_remind(round, now) for round in due if _key(round) not in done)


def _told_of_late(round: Round) -> bool:
    """Whether the end was moved in its last day: then those concerned have just been told of it."""
    last = round.amendments.filter(until=round.choose_until).last()
    return last is not None and round.choose_until is not None and round.choose_until - last.at <= BEFORE


@transaction.atomic
def _remind(round: Round, now: datetime) -> int:
    people = list(without_choice(round).values_list("person", flat=True))
    packs = list(round.packs.filter(pool__isnull=False))
    if not people or not packs or round.choose_until is None:
        return 0
    actor, rest = shell_actor("work"), default_of(packs)
    told = tell(
        actor=actor, now=now, unit=round.unit, kind=Notice.Kind.REMINDER, key=_key(round), to=people, thing=round,
        title=_("还没选礼包：%(title)s") % {"title": round.title}, url=reverse("welfare:round", args=[round.pk]),
        body=_("%(until)s截止，不选就给%(pack)s。") % {"until": moment(round.choose_until), "pack": rest} if rest else "",
    )  # fmt: skip
    if told is None:
        return 0
    record(actor=actor, now=now, act="choosing.remind", thing=round, unit=round.unit, after={"people": len(people)})
    return len(people)


def _key(round: Round) -> str:
    """Once for each end: where it is moved away, who still has not chosen is reminded of the new one."""
    assert round.choose_until is not None
    return f"choosing:{round.pk}:remind:{round.choose_until:%Y%m%d%H%M}"
