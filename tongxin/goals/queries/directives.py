"""Tasks from above: the list of a year, one with its evidence, and all of them against all evidence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Count, Max, Q, QuerySet
from django.urls import reverse

from tongxin.audit.models import Entry
from tongxin.core.figures import RecordRow, Records, Result, Scope
from tongxin.files.models import Attachment
from tongxin.goals.access import CHANGE, READ
from tongxin.goals.models import Directive, Evidence
from tongxin.goals.words import told_owner
from tongxin.org.access import below
from tongxin.org.actor import Actor
from tongxin.org.models import Unit
from tongxin.plan.words import shape_of

SHAPES = {"open": "plan", "under_way": "todo", "closed": "done"}
WORK_SHAPES = {"planned": "plan", "under_way": "todo", "done": "done", "not_done": "off", "carried": "moved"}
THING = "goals.directive"


@dataclass(frozen=True)
class Proof:
    """A piece of evidence: an activity, a work item or a goal, with how it stands."""

    key: str
    kind: str
    id: int
    title: str
    day: date | None
    seal: str
    tone: str
    shape: str
    state: str
    url: str


@dataclass(frozen=True)
class DirectiveFact:
    """A directive as lists show it."""

    id: int
    title: str
    given_by: str
    document: str
    given_on: date
    due_on: date | None
    owner: str
    state: str
    state_label: str
    shape: str
    late: bool
    text: str
    closing: str
    closed_on: date | None
    closed_by: str
    proofs: tuple[Proof, ...]
    papers: int


@dataclass(frozen=True)
class Line:
    """A piece of evidence with the places of the directives that it stands for."""

    proof: Proof
    marks: tuple[bool, ...]


@dataclass(frozen=True)
class DirectivesPage:
    """The directives of a year, their counts by state, and the matrix."""

    rows: Sequence[DirectiveFact]
    counts: dict[str, int]
    years: list[int]

    @property
    def lines(self) -> list[Line]:
        """Every piece of evidence, and which directives it stands for."""
        things = {proof.key: proof for row in self.rows for proof in row.proofs}
        has = [{proof.key for proof in row.proofs} for row in self.rows]
        return [Line(proof, tuple(key in keys for keys in has)) for key, proof in things.items()]


def year_to_open(unit: Unit, today: date) -> int:
    """The newest year, up to this one, in which the unit was told something; this year where there is none."""
    told = Directive.objects.filter(unit=unit, year__lte=today.year)
    return told.aggregate(newest=Max("year"))["newest"] or today.year


def directives_page(unit: Unit, year: int, today: date) -> DirectivesPage:
    """The directives of a unit's year: five queries."""
    rows = facts(Directive.objects.filter(unit=unit, year=year), today)
    years = set(Directive.objects.filter(unit=unit).order_by().values_list("year", flat=True).distinct())
    return DirectivesPage(
        rows, dict(Counter(row.state for row in rows)), sorted(years | {year, today.year}, reverse=True)
    )


def facts(found: QuerySet[Directive], today: date) -> list[DirectiveFact]:
    """Directives as lists show them: three queries."""
    rows = list(found.select_related("owner", "owner_unit"))
    proofs: dict[int, list[Proof]] = {}
    evidence = Evidence.objects.filter(directive__in=rows).select_related("activity__category", "work_item", "goal")
    for one in evidence:
        proofs.setdefault(one.directive_id, []).append(_proof(one))
    counted = Attachment.objects.filter(thing_type=THING, thing_id__in=[row.pk for row in rows]).order_by()
    papers = dict(counted.values_list("thing_id").annotate(n=Count("pk")))
    return [_fact(row, tuple(proofs.get(row.pk, ())), papers.get(row.pk, 0), today) for row in rows]


def _fact(row: Directive, proofs: tuple[Proof, ...], papers: int, today: date) -> DirectiveFact:
    owner = told_owner(row.owner, row.owner_unit) if row.owner_id or row.owner_unit_id else ""
    return DirectiveFact(
        row.pk, row.title, row.given_by, row.document, row.given_on, row.due_on, owner, row.state, row.get_state_display(),
        SHAPES[row.state], row.late(today), row.text, row.closing, row.closed_on, row.closed_by, proofs, papers,
    )  # fmt: skip


def _proof(one: Evidence) -> Proof:
    if one.activity is not None:
        it = one.activity
        return Proof(
            f"a{it.pk}", "activity", it.pk, it.title, it.held_on or it.starts_on, it.category.seal, it.category.tone,
            shape_of(None, it.state), it.get_state_display(), reverse("activities:activity", args=[it.pk]),
        )  # fmt: skip
    if one.work_item is not None:
        work = one.work_item
        return Proof(
            f"w{work.pk}", "work", work.pk, work.title, work.due_on, "事", "", WORK_SHAPES[work.state],
            work.get_state_display(), reverse("plan:item", args=[work.pk]),
        )  # fmt: skip
    goal = one.goal
    assert goal is not None
    return Proof(
        f"g{goal.pk}", "goal", goal.pk, goal.title, None, "目", "", "", "", reverse("goals:goal", args=[goal.pk])
    )


@dataclass(frozen=True)
class Moment:
    """An act on a directive."""

    act: str
    who: str
    at: datetime
    why: str


@dataclass(frozen=True)
class DirectivePage:
    """One directive with its papers and what happened to it."""

    fact: DirectiveFact
    papers: Sequence[Attachment]
    history: Sequence[Moment]


def directive_page(directive: Directive, today: date) -> DirectivePage:
    """One directive: five queries."""
    fact = facts(Directive.objects.filter(pk=directive.pk), today)[0]
    papers = list(Attachment.objects.filter(thing_type=THING, thing_id=directive.pk).order_by("added_at"))
    entries = Entry.objects.filter(thing_type=THING, thing_id=str(directive.pk)).order_by("-at", "-id")
    return DirectivePage(fact, papers, [Moment(one.act, one.who, one.at, one.reason) for one in entries])


def directives_due(actor: Actor, until: date) -> Iterable[Directive]:
    """Directives due until then that the actor may close, or answers for: one query."""
    open_ = Directive.objects.exclude(state=Directive.State.CLOSED).filter(due_on__lte=until)
    mine = below(actor.paths(CHANGE), "unit__path")
    if actor.person_id and actor.in_office:
        mine |= below(actor.paths(READ), "unit__path") & Q(owner=actor.person_id)
    return open_.filter(mine).select_related("unit").order_by("due_on", "id")[:50]


def count_directives(*states: str) -> Callable[[Scope], Result]:
    """A figure that counts the directives of a period, all or those in `states`."""

    def compute(scope: Scope) -> Result:
        rows = Directive.objects.filter(unit__path__startswith=scope.unit.path)
        if scope.period.year is not None:
            rows = rows.filter(year=scope.period.year)
        else:
            rows = rows.filter(given_on__range=(scope.period.start, scope.period.end))
        rows = rows.filter(state__in=states) if states else rows
        count = rows.count()
        return Result(count, Records(count, lambda actor, first, last: _listed(rows, actor, first, last)))

    return compute


def _listed(rows: QuerySet[Directive], actor: Actor, first: int, last: int) -> Sequence[RecordRow]:
    found = rows.select_related("unit").order_by("due_on", "pk")[first:last]
    return [
        RecordRow(row.title, row.closed_on or row.due_on, row.given_by, reverse("goals:directive", args=[row.pk]), "部")
        if actor.may(READ, row.unit)
        else RecordRow("—", row.due_on, seal="部")
        for row in found
    ]
