"""Remind those who have not chosen, once, on the last day."""

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
    reminded = Notice.objects.filter(key__in=[_key(pk) for pk in soon.values_list("pk", flat=True)])
    done = set(reminded.values_list("key", flat=True))
    return sum(_remind(round, now) for round in soon.select_related("unit") if _key(round.pk) not in done)


@transaction.atomic
def _remind(round: Round, now: datetime) -> int:
    people = list(without_choice(round).values_list("person", flat=True))
    packs = list(round.packs.filter(pool__isnull=False))
    if not people or not packs or round.choose_until is None:
        return 0
    actor, rest = shell_actor("work"), default_of(packs)
    told = tell(
        actor=actor, now=now, unit=round.unit, kind=Notice.Kind.REMINDER, key=_key(round.pk), to=people, thing=round,
        title=_("还没选礼包：%(title)s") % {"title": round.title}, url=reverse("welfare:round", args=[round.pk]),
        body=_("%(until)s截止，不选就给%(pack)s。") % {"until": moment(round.choose_until), "pack": rest} if rest else "",
    )  # fmt: skip
    if told is None:
        return 0
    record(actor=actor, now=now, act="choosing.remind", thing=round, unit=round.unit, after={"people": len(people)})
    return len(people)


def _key(pk: int) -> str:
    return f"choosing:{pk}:remind"
