"""What may we spend on this, today, here?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tongxin.org.actor import Actor
from tongxin.org.models import Unit
from tongxin.rulebook.models import Rule
from tongxin.rulebook.queries.check import neighbours
from tongxin.rulebook.queries.place import region_of
from tongxin.rulebook.queries.rows import rows_of, rules_of
from tongxin.rulebook.rules.row import Row
from tongxin.rulebook.rules.versions import in_force
from tongxin.rulebook.words import said


@dataclass(frozen=True)
class Line:
    """A rule in force on the day; `weight` is what it does when it is broken. `before` and `after` are its neighbours in time."""

    rule: Rule
    metric: str
    limit: str
    weight: str
    sure: bool
    since: date | None
    until: date | None
    before: Rule | None
    before_limit: str
    after: Rule | None
    after_limit: str


@dataclass(frozen=True)
class Group:
    """The rules of one occasion."""

    occasion: str
    label: str
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class Lookup:
    """The page: where and when, the groups, and the unit's own proposals that still wait."""

    unit: Unit
    region: str
    on: date
    occasion: str
    groups: tuple[Group, ...]
    waiting: tuple[Rule, ...]


def lookup(unit: Unit, on: date, occasion: str = "", region: str = "") -> Lookup:
    """The rules in force for the unit that day, by occasion; `region` looks at another place. Four queries."""
    where = region or region_of(unit)
    rules = rules_of(unit, (occasion,) if occasion else (), where)
    by_id, rows = {rule.pk: rule for rule in rules}, rows_of(rules)
    lines: dict[str, list[Line]] = {}
    for row in in_force(rows.values(), on):
        lines.setdefault(row.occasion, []).append(_line(row, by_id, rows))
    groups = tuple(
        Group(code, str(label), tuple(lines[code])) for code, label in Rule.Occasion.choices if code in lines
    )
    waiting = tuple(rule for rule in rules if rule.unit_id and not rule.decisions.all())
    return Lookup(unit, where, on, occasion, groups, waiting)


def _line(row: Row, rules: dict[int, Rule], rows: dict[int, Row]) -> Line:
    rule = rules[row.pk]
    before, after = neighbours(row, rows.values())
    return Line(
        rule=rule, metric=str(rule.get_metric_display()), limit=said(row.limit, row.measure, row.metric), weight=row.weight,
        sure=row.sure, since=row.since, until=row.until, before=rules[before.pk] if before else None,
        before_limit=said(before.limit, before.measure, before.metric) if before else "",
        after=rules[after.pk] if after else None, after_limit=said(after.limit, after.measure, after.metric) if after else "",
    )  # fmt: skip


def unit_of_reader(actor: Actor) -> Unit | None:
    """Whose rules somebody sees first: those of the own unit; of the union where the person has none."""
    path = actor.unit_path
    found = Unit.objects.filter(path=path).first() if path else None
    return found or Unit.objects.filter(pk=actor.union_id or 0).first()
