"""The roster: who works here and who is a member, searched, filtered, sorted and paged."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import F, FilteredRelation, Q, QuerySet
from django.utils.translation import gettext_lazy as _

from tongxin.imports.models import ImportRun, Taken
from tongxin.org.access import inside, people_for
from tongxin.org.actor import Actor
from tongxin.org.models import Person, Standing, Unit
from tongxin.org.queries.people import typed
from tongxin.org.rules.phones import masked
from tongxin.org.rules.rights import PEOPLE_READ

PER_PAGE = 50
MEMBER, STAFF = "member", "staff"
GROUPS = ((MEMBER, _("会员（在籍、保留）")), (STAFF, _("不是会员")), *Standing.State.choices)
SORTS = {
    "name": ("name_key", "pk"),
    "number": ("staff_no", "pk"),
    "unit": ("placed__unit__path", "name_key", "pk"),
    "since": ("stands__since", "name_key", "pk"),
}
TONES = {"in_standing": "done", "retained": "moved", "applied": "todo", "moved": "off", "left": "off"}


@dataclass(frozen=True)
class Wanted:
    """What the reader asked for. `group` is a standing, `member` or `staff`; `gone` asks for who left the employer,
    `taken` for those whom an import brought or changed."""

    typed: str = ""
    unit: Unit | None = None
    group: str = ""
    sex: str = ""
    gone: bool = False
    sort: str = "name"
    taken: ImportRun | None = None


@dataclass(frozen=True)
class Row:
    """A line of the roster; the telephone is masked, the whole of it stands on the person's own page."""

    pk: int
    staff_no: str
    name: str
    sex: str
    unit: str
    standing: str
    tone: str
    since: date | None
    hired_on: date | None
    left_on: date | None
    phone: str


def roster(actor: Actor, wanted: Wanted, page: int | str | None = 1) -> Page[Row]:
    """One page of 50, in three queries however many people there are."""
    people: Page[Any] = Paginator(_columns(_found(actor, wanted)), PER_PAGE).get_page(page)
    people.object_list = [_row(found) for found in people.object_list]
    return people


def all_rows(actor: Actor, wanted: Wanted) -> Iterator[Row]:
    """Every line, in two queries, for the spreadsheet."""
    return (_row(found) for found in _columns(_found(actor, wanted)).iterator(chunk_size=2000))


def _found(actor: Actor, wanted: Wanted) -> QuerySet[Person]:
    ended = Q(placements__until=F("left_on")) if wanted.gone else Q(placements__until=None)
    people = _reached(actor, wanted).annotate(
        placed=FilteredRelation("placements", condition=ended),
        stands=FilteredRelation("standings", condition=Q(standings__until=None)),
    )
    if wanted.unit is not None:
        people = people.filter(placed__unit__in=Unit.objects.filter(inside(wanted.unit)).order_by().values("pk"))
    if wanted.taken is not None:
        people = people.filter(pk__in=Taken.objects.filter(run=wanted.taken).values("thing_pk"))
    if wanted.sex in Person.Sex.values:
        people = people.filter(sex=wanted.sex)
    return _sorted(people.filter(_of_group(wanted.group), typed(wanted.typed)), wanted.sort)


def _reached(actor: Actor, wanted: Wanted) -> QuerySet[Person]:
    """Whom the actor may see. Who may see the whole union is given its roster, which lies sorted by name."""
    union = Unit.objects.filter(pk=actor.union_id or 0).values_list("path", flat=True).first()
    if union is None or actor.paths(PEOPLE_READ) != (union,):
        return Person.objects.filter(pk__in=people_for(actor, gone=wanted.gone).values("pk"))
    return Person.objects.filter(union=actor.union_id, left_on__isnull=not wanted.gone)


def _of_group(group: str) -> Q:
    members = Q(stands__state__in=(Standing.State.IN_STANDING, Standing.State.RETAINED))
    if group == MEMBER:
        return members
    if group == STAFF:
        return Q(stands=None) | ~members
    return Q(stands__state=group) if group in Standing.State.values else Q()


def _sorted(people: QuerySet[Person], sort: str) -> QuerySet[Person]:
    keys = SORTS.get(sort.removeprefix("-"), SORTS["name"])
    return people.order_by(*(f"-{key}" if sort.startswith("-") else key for key in keys))


def _columns(people: QuerySet[Person]) -> QuerySet[Person, Any]:
    return people.values(
        "pk", "staff_no", "name", "sex", "phone", "hired_on", "left_on",
        unit_name=F("placed__unit__name"), unit_short=F("placed__unit__short_name"),
        state=F("stands__state"), state_since=F("stands__since"),
    )  # fmt: skip


def _row(found: dict[str, Any]) -> Row:
    state = found["state"]
    return Row(
        pk=found["pk"],
        staff_no=found["staff_no"],
        name=found["name"],
        sex=str(Person.Sex(found["sex"]).label) if found["sex"] else "",
        unit=found["unit_short"] or found["unit_name"] or "",
        standing=str(Standing.State(state).label) if state else str(_("不是会员")),
        tone=TONES.get(state, "draft"),
        since=found["state_since"],
        hired_on=found["hired_on"],
        left_on=found["left_on"],
        phone=masked(found["phone"]),
    )
