"""A unit's year with what became of its plan: eight queries, however many rows."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import Q

from tongxin.activities.models import Activity, Category, Change
from tongxin.activities.queries.scope import of_unit
from tongxin.org.models import Unit
from tongxin.plan.models import BaselineItem, WorkItem
from tongxin.plan.queries.baseline import Baseline, baseline_of
from tongxin.plan.queries.facts import CategoryFact, ChangeFact, ItemFact, OrganiserFact, WorkFact, YearFacts
from tongxin.plan.queries.work import work_of
from tongxin.plan.rules import fate


def year_facts(unit: Unit, year: int) -> YearFacts:
    """The year of `unit` and all below it: per line of the plan its fate, reason, days, organisers and category;
    what was added; the work items."""
    baseline = baseline_of(unit, [year])
    lines = _lines(baseline)
    activities = _activities(unit, year, lines)
    planned = [_item(activities[pk], year, line) for pk, line in lines.items() if pk in activities]
    others = [one for pk, one in activities.items() if pk not in lines]
    own = baseline.own or (baseline.plans[0] if len(baseline.plans) == 1 else None)
    return YearFacts(
        unit_id=unit.pk,
        unit_name=unit.called,
        year=year,
        approved=baseline.approved,
        approved_on=own.approved_on if own else None,
        idea=own.idea if own else "",
        items=tuple(planned if baseline.approved else (_unfrozen(one, year) for one in others)),
        added=tuple(_item(one, year, None) for one in others) if baseline.approved else (),
        work=tuple(_work(unit, year, baseline)),
    )


def _lines(baseline: Baseline) -> dict[int, BaselineItem]:
    """The lines with an activity, by its id; where two plans name it, the one nearer to the unit counts."""
    lines = baseline.items().exclude(activity=None).select_related("category").order_by("-plan__unit__path", "number")
    found: dict[int, BaselineItem] = {}
    for line in lines:
        found.setdefault(line.activity_id, line)  # type: ignore[arg-type]
    return dict(sorted(found.items(), key=lambda pair: (pair[1].plan_id, pair[1].number)))


def _activities(unit: Unit, year: int, lines: Iterable[int]) -> dict[int, Activity]:
    known = list(lines)
    here = of_unit(unit).filter(year=year).exclude(state=Activity.State.IDEA).values("pk")
    found = (
        Activity.objects.filter(Q(pk__in=here) | Q(pk__in=known))
        .select_related("category")
        .prefetch_related("organisers__unit", "changes")
        .order_by("starts_on", "id")
    )
    return {activity.pk: activity for activity in found}


def _unfrozen(activity: Activity, year: int) -> ItemFact:
    """An activity while nothing is approved: its own first day stands for the plan."""
    line = BaselineItem(
        title=activity.title, category=activity.category, counted=activity.category.counted,
        planned_on=activity.planned_on, planned_words=activity.planned_words, expected=activity.expected,
    )  # fmt: skip
    return _item(activity, year, line)


def _item(activity: Activity, year: int, line: BaselineItem | None) -> ItemFact:
    changes = tuple(_change(change) for change in activity.changes.all())
    facts = fate.Facts(
        plan_year=year,
        year=activity.year,
        state=activity.state,
        planned_on=line.planned_on if line else None,
        planned_words=line.planned_words if line else "",
        starts_on=activity.starts_on,
        held_on=activity.held_on,
        held_until=activity.held_until,
        went_online=any(change.kind == Change.Kind.ONLINE for change in changes),
    )
    category = (line.category if line else None) or activity.category
    return ItemFact(
        activity_id=activity.pk,
        number=line.number if line and line.pk else None,
        title=activity.title,
        unit_id=activity.unit_id,
        category=category_fact(category),
        counted=line.counted if line else category.counted,
        state=activity.state,
        state_label=activity.get_state_display(),
        mode=activity.mode,
        mode_label=activity.get_mode_display(),
        fate=fate.fate_of(facts) if line else None,
        shift=fate.shift(facts),
        went_online=facts.went_online,
        planned_on=facts.planned_on,
        planned_words=facts.planned_words,
        starts_on=activity.starts_on,
        ends_on=activity.ends_on,
        held_on=activity.held_on,
        held_until=activity.held_until,
        year_now=activity.year,
        expected=activity.expected,
        persons=activity.persons,
        person_times=activity.person_times,
        organisers=tuple(
            OrganiserFact(one.unit_id, one.unit.called, one.role, one.counts) for one in activity.organisers.all()
        ),
        changes=changes,
    )


def category_fact(category: Category) -> CategoryFact:
    """A category as the year's pages keep it."""
    return CategoryFact(
        category.pk, category.code, category.label, category.seal, category.tone, category.printed, category.counted,
        category.order,
    )  # fmt: skip


def _change(change: Change) -> ChangeFact:
    return ChangeFact(
        change.kind, change.get_kind_display(), change.reason, change.get_reason_display(), change.words, change.at,
        change.by, change.day_before, change.day_after,
    )  # fmt: skip


def work_facts(unit: Unit, year: int) -> list[WorkFact]:
    """The work items of a unit's year alone: three queries."""
    return list(_work(unit, year, baseline_of(unit, [year])))


def _work(unit: Unit, year: int, baseline: Baseline) -> Iterable[WorkFact]:
    lines = baseline.items().exclude(work_item=None).order_by("-number").values_list("work_item", "number")
    numbers = dict(lines)
    for item in work_of(unit).filter(year=year).order_by("due_on", "id"):
        yield work_fact(item, numbers.get(item.pk))


def work_fact(item: WorkItem, number: int | None = None) -> WorkFact:
    """A work item as the year's pages keep it."""
    return WorkFact(
        id=item.pk,
        number=number,
        title=item.title,
        kind=item.kind,
        kind_label=item.get_kind_display(),
        state=item.state,
        state_label=item.get_state_display(),
        share_done=item.share_done,
        starts_on=item.starts_on,
        due_on=item.due_on,
        unit_id=item.unit_id,
        responsible=item.responsible_unit.called if item.responsible_unit else "",
        owner=item.owner.name if item.owner else "",
        reason=item.reason,
        reason_label=str(Change.Reason(item.reason).label) if item.reason else "",
        words=item.words,
        carried_from_year=item.carried_from.year if item.carried_from else None,
    )
