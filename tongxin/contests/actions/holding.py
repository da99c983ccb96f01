"""What every act on an event does: hold the activity, look the authority up, keep entries, rank anew."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from tongxin.activities.access import require_run
from tongxin.activities.actions.turning import locked
from tongxin.audit.actions import record
from tongxin.contests.models import Contest, Entry
from tongxin.contests.queries.events import new_contest
from tongxin.contests.queries.lines import Line, lines_of
from tongxin.contests.rules.marks import Reading, shown
from tongxin.contests.rules.scoring import points, ranks
from tongxin.org.actor import Actor
from tongxin.signups.models import Slot


def held(actor: Actor, slot: Slot) -> Contest:
    """How the event scores, its activity nobody else's until the transaction ends. Refuses: `access.…`, `activity.gone`."""
    activity = locked(slot.activity)
    require_run(actor, activity)
    slot.activity = activity
    contest = Contest.objects.filter(slot=slot).first()
    if contest is None:
        contest = new_contest(slot)
        contest.save()
    contest.slot = slot
    return contest


def entered(slot: Slot) -> dict[str, Entry]:
    """An entry for each line of the event by its key, made where there was none yet."""
    lines = lines_of([slot])[slot.pk]
    Entry.objects.bulk_create(_fresh(slot, line) for line in lines if line.pk is None)
    entries = Entry.objects.filter(slot=slot).select_related("place__person", "group", "heat")
    by_key = {f"g{entry.group_id}" if entry.group_id else f"p{entry.place_id}": entry for entry in entries}
    for entry in by_key.values():
        entry.slot = slot
    return {line.key: by_key[line.key] for line in lines}


def rank_anew(contest: Contest) -> None:
    """Ranks and points of the whole event from its marks."""
    entries = list(Entry.objects.filter(slot=contest.slot).order_by("pk"))
    found = ranks(contest.slot.measure, [entry.mark for entry in entries])
    moved = []
    for entry, rank in zip(entries, found, strict=True):
        worth = points(rank, contest.table, contest.factor)
        if (entry.rank, entry.points) != (rank, worth):
            entry.rank, entry.points = rank, worth
            moved.append(entry)
    Entry.objects.bulk_update(moved, ["rank", "points"])


def put(entry: Entry, reading: Reading) -> None:
    """Write a mark or its words."""
    entry.mark, entry.words = reading.value, reading.words
    entry.save(update_fields=["mark", "words"])


def said(entry: Entry) -> str:
    """What is recorded of an entry, as the trail keeps it."""
    return str(entry.get_words_display()) or shown(entry.mark, entry.slot.measure)


def leave_entry(act: str, contest: Contest, actor: Actor, now: datetime, **more: Any) -> None:
    """The act's one entry in the trail, at the activity; `after` names the event."""
    slot = contest.slot
    after = {"slot": slot.pk, "event": str(slot), **more.pop("after", {})}
    record(
        actor=actor, now=now, act=f"contests.{act}", thing=slot.activity, unit=slot.activity.unit, after=after, **more
    )


def people_in(lines: Iterable[Line]) -> list[int]:
    """The ids of all people in these lines, each once."""
    return sorted({person for line in lines for person in line.people})


def _fresh(slot: Slot, line: Line) -> Entry:
    pk = int(line.key[1:])
    return Entry(slot=slot, group_id=pk) if line.key[0] == "g" else Entry(slot=slot, place_id=pk)
