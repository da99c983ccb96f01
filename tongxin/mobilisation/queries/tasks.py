"""Tasks: the list, the board of one, a unit's own part."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from django.db.models import Count, Q

from tongxin.core.clock import today
from tongxin.files.models import Attachment
from tongxin.mobilisation.access import handed_to, tasks_for
from tongxin.mobilisation.models import Handed, Report, Task
from tongxin.mobilisation.rules.board import SHAPES, STATES, Line, added, is_late, rank
from tongxin.org.actor import Actor
from tongxin.org.rules.rights import ACTIVITIES_RUN

MOST: Final = 100


@dataclass(frozen=True)
class Card:
    """A task given, as a line of the list."""

    pk: int
    title: str
    unit: str
    due_on: date
    closed: bool
    late: int
    done: int
    units: int
    unread: int


@dataclass(frozen=True)
class Mine:
    """A task in a unit's hands, as a line."""

    pk: int
    task: int
    title: str
    unit: str
    giver: str
    due_on: date
    late: bool
    closed: bool
    read: bool
    shape: str
    label: str


@dataclass(frozen=True)
class Row:
    """A unit on the board."""

    pk: int
    unit: str
    state: str
    shape: str
    label: str
    late: bool
    read: bool
    read_by: str
    read_at: datetime | None
    words: str
    number: int | None
    whole: int | None
    changed_at: datetime | None
    may_open: bool
    files: list[Attachment]


@dataclass(frozen=True)
class Board:
    """The status of a task: `counts` by state in order, `unread`, `late`, the numbers added up."""

    task: Task
    rows: list[Row]
    counts: list[tuple[str, str, int]]
    done: int
    late: int
    unread: int
    number: int
    whole: int
    outstanding: int
    reminded_today: bool


@dataclass(frozen=True)
class Part:
    """One unit's page of a task: where it stands, what it reported, what it sent."""

    handed: Handed
    shape: str
    late: bool
    reports: list[Report]
    files: list[Attachment]


def tasks_given(actor: Actor, now: datetime) -> list[Card]:
    """Tasks whose board the actor sees, open ones first. One query."""
    late = Q(handed__state__in=(Handed.State.NOT_STARTED, Handed.State.UNDER_WAY))
    rows = tasks_for(actor).select_related("unit").annotate(
        units=Count("handed"), done=Count("handed", filter=Q(handed__state=Handed.State.DONE)),
        waiting=Count("handed", filter=late), unread=Count("handed", filter=Q(handed__acknowledged_at=None)),
    )  # fmt: skip
    day = today(now)
    return [
        Card(
            task.pk, task.title, task.unit.called, task.due_on, task.state == Task.State.CLOSED,
            task.waiting if task.due_on < day and task.state == Task.State.OPEN else 0, task.done, task.units, task.unread,
        )
        for task in rows.order_by("-state", "due_on", "-pk")[:MOST]
    ]  # fmt: skip


def tasks_in_hand(actor: Actor, now: datetime) -> list[Mine]:
    """Tasks of the units where the actor holds a post, open ones first. One query."""
    posts = _own_units(actor)
    rows = handed_to(actor).filter(unit__path__in=posts).select_related("task__unit", "unit")
    return [_mine(handed, now) for handed in rows.order_by("-task__state", "task__due_on", "-pk")[:MOST]]


def own_part(actor: Actor, task: Task | int) -> Handed | None:
    """The part of the task that lies with the actor's own unit, or with one below it where there is just one such."""
    pk = task if isinstance(task, int) else task.pk
    rows = list(handed_to(actor).filter(task=pk).select_related("unit"))
    own = [handed for handed in rows if handed.unit.path in _own_units(actor)]
    return own[0] if own else rows[0] if len(rows) == 1 else None


def _own_units(actor: Actor) -> set[str]:
    """The units in which the actor holds a post."""
    return {grant.path for grant in actor.grants if grant.path}


def _mine(handed: Handed, now: datetime) -> Mine:
    task = handed.task
    closed = task.state == Task.State.CLOSED
    return Mine(
        handed.pk, task.pk, task.title, handed.unit.called, task.unit.called, task.due_on,
        not closed and is_late(handed.state, task.due_on, today(now)), closed,
        handed.acknowledged_at is not None or not task.acknowledge, SHAPES[handed.state], str(handed.get_state_display()),
    )  # fmt: skip


def board(actor: Actor, task: Task, now: datetime) -> Board:
    """Who is where, what is late first. Two queries."""
    day, closed = today(now), task.state == Task.State.CLOSED
    parts = list(task.handed.select_related("unit"))
    lines = {part.pk: Line(part.state, part.acknowledged_at is not None, part.number, part.whole) for part in parts}
    parts.sort(key=lambda part: rank(lines[part.pk], task.due_on, day))
    files = _files([part.pk for part in parts])
    rows = [_row(actor, part, task, day, closed, files.get(part.pk, [])) for part in parts]
    number, whole = added(lines.values())
    states = [(state, str(Handed.State(state).label), sum(row.state == state for row in rows)) for state in STATES]
    return Board(
        task, rows, states, done=sum(row.state == Handed.State.DONE for row in rows), late=sum(row.late for row in rows),
        unread=sum(not row.read for row in rows) if task.acknowledge else 0, number=number, whole=whole,
        outstanding=0 if closed else sum(row.state in (Handed.State.NOT_STARTED, Handed.State.UNDER_WAY) for row in rows),
        reminded_today=task.reminded_at is not None and today(task.reminded_at) == day,
    )  # fmt: skip


def _row(actor: Actor, part: Handed, task: Task, day: date, closed: bool, files: list[Attachment]) -> Row:
    return Row(
        part.pk, part.unit.called, part.state, SHAPES[part.state], str(part.get_state_display()),
        not closed and is_late(part.state, task.due_on, day), part.acknowledged_at is not None, part.acknowledged_by,
        part.acknowledged_at, part.words, part.number, part.whole, part.changed_at, actor.may(ACTIVITIES_RUN, part.unit), files,
    )  # fmt: skip


def part_page(handed: Handed, now: datetime) -> Part:
    """Two queries."""
    late = handed.task.state == Task.State.OPEN and is_late(handed.state, handed.task.due_on, today(now))
    return Part(handed, SHAPES[handed.state], late, list(handed.reports.all()), _files([handed.pk]).get(handed.pk, []))


def _files(parts: list[int]) -> dict[int, list[Attachment]]:
    found: dict[int, list[Attachment]] = {}
    for file in Attachment.objects.filter(thing_type="mobilisation.handed", thing_id__in=parts).order_by("added_at"):
        found.setdefault(file.thing_id, []).append(file)
    return found
