"""Draw up the heats of an event from its list."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from tongxin.contests.actions.holding import entered, held, leave_entry
from tongxin.contests.models import Contest, Entry, Heat
from tongxin.contests.models.contest import RESULT
from tongxin.contests.queries.lines import lines_of
from tongxin.contests.rules.seeding import Entrant, seeded
from tongxin.core.refusals import Refused
from tongxin.org.actor import Actor
from tongxin.signups.models import Slot

MOST_LANES = 99


@transaction.atomic
def make_heats(
    *,
    actor: Actor,
    now: datetime,
    slot: Slot,
    lanes: int = 8,
    first_at: datetime | None = None,
    every: int | None = None,
) -> list[Heat]:
    """Heats of at most `lanes` from all who are on the list, one unit's people spread over them; again as often as liked
    while there is no result. `first_at` is when the first starts (else the event's own time), `every` the minutes between.

    Refuses: `access.…`, `contest.nobody`, `contest.lanes`, `contest.has_results`.
    """
    contest = held(actor, slot)
    if not 1 <= lanes <= MOST_LANES:
        raise Refused("contest.lanes", _("每组1到%(most)s个。") % {"most": MOST_LANES}, field="lanes")
    if Entry.objects.filter(RESULT, slot=slot).exists():
        raise Refused("contest.has_results", _("已经记了成绩，不能重新分组。只动一个人，用“换组换道”。"))
    lines = lines_of([slot])[slot.pk]
    if not lines:
        raise Refused("contest.nobody", _("还没有人报上这个项目，没有可分的组。"))
    Entry.objects.filter(slot=slot).delete()
    slot.heats.all().delete()
    drawn = seeded([Entrant(line.key, line.home) for line in lines], lanes, str(slot.pk))
    heats = _heats(contest, len(drawn), lanes, first_at or slot.starts_at, every)
    _fill(contest, heats, drawn)
    leave_entry("make_heats", contest, actor, now, after={"heats": len(heats), "lanes": lanes, "runners": len(lines)})
    return heats


def _heats(contest: Contest, count: int, lanes: int, first_at: datetime | None, every: int | None) -> list[Heat]:
    slot = contest.slot
    gap = timedelta(minutes=every or 0)
    return Heat.objects.bulk_create(
        Heat(slot=slot, number=number + 1, lanes=lanes, at=first_at + gap * number if first_at and (every or not number) else None)
        for number in range(count)
    )  # fmt: skip


def _fill(contest: Contest, heats: list[Heat], drawn: list[list[str]]) -> None:
    entries = entered(contest.slot)
    for heat, keys in zip(heats, drawn, strict=True):
        for lane, key in enumerate(keys, 1):
            entries[key].heat, entries[key].lane = heat, lane
    Entry.objects.bulk_update(entries.values(), ["heat", "lane"])
