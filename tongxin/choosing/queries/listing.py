"""Everybody of a round with what was chosen, for the office."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from django.core.paginator import Page, Paginator
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from tongxin.choosing.access import may_change
from tongxin.choosing.models import Way
from tongxin.choosing.queries.progress import choices_of
from tongxin.core.numbers import whole
from tongxin.org.queries.people import typed
from tongxin.welfare.access import may_run
from tongxin.welfare.models import Round

A_PAGE: Final = 50
NONE: Final = "none"


@dataclass(frozen=True)
class Line:
    """One person: what was chosen (empty: nothing yet) and how it is to come."""

    pk: int
    name: str
    staff_no: str
    unit: str
    pack: str
    way: str


@dataclass(frozen=True)
class UnitLine:
    """How many of a unit have not chosen, of how many."""

    pk: int
    unit: str
    rest: int
    whole: int


@dataclass(frozen=True)
class Listing:
    """One page of the list, under its filters; `tabs` are key, label and count; `changes`: the reader may choose for somebody."""

    round: Round
    page: Page[Any]
    lines: tuple[Line, ...]
    tabs: tuple[tuple[str, str, int], ...]
    tab: str
    units: tuple[UnitLine, ...]
    unit: int
    text: str
    changes: bool


def listing(actor: Any, round: Round, *, tab: str = "", unit: int = 0, text: str = "", page: str = "1") -> Listing:
    """Who chose what, and who nothing, by unit. Six queries."""
    rows = choices_of(actor, round)
    counted = list(rows.order_by().values_list("pack", "unit", "unit__short_name", "unit__name"))
    packs = {pack.pk: str(pack) for pack in round.packs.all()}
    wanted = _tab(rows, tab)
    if unit:
        wanted = wanted.filter(unit=unit)
    paged = Paginator(wanted.filter(typed(text, "person")), A_PAGE).get_page(page)
    tabs = [("", _("全部"), len(counted)), (NONE, _("没选"), sum(row[0] is None for row in counted))]
    tabs += [(str(pk), name, sum(row[0] == pk for row in counted)) for pk, name in packs.items()]
    return Listing(
        round, paged, tuple(line_of(each, packs) for each in paged), tuple(tabs), tab, _units(counted), unit, text,
        may_run(actor, round) and may_change(round),
    )  # fmt: skip


def all_lines(actor: Any, round: Round, tab: str = "") -> list[Line]:
    """The whole list, or one tab of it. Two queries."""
    packs = {pack.pk: str(pack) for pack in round.packs.all()}
    return [line_of(each, packs) for each in _tab(choices_of(actor, round), tab)]


def line_of(entitled: Any, packs: dict[int, str]) -> Line:
    """A row of `choices_of` as it is shown."""
    way = str(Way.Kind(entitled.way_kind).label) if entitled.way_kind else ""
    unit = entitled.unit.called if entitled.unit else ""
    person = entitled.person
    return Line(entitled.pk, person.name, person.staff_no, unit, packs.get(entitled.pack, ""), way)


def _tab(rows: QuerySet[Any], tab: str) -> QuerySet[Any]:
    if tab == NONE:
        return rows.filter(pack=None)
    pack = whole(tab)
    return rows if pack is None else rows.filter(pack=pack)


def _units(counted: list[tuple[int | None, int | None, str, str]]) -> tuple[UnitLine, ...]:
    """Every unit with those who have not chosen, the most first."""
    whole: dict[int, list[Any]] = {}
    for pack, unit, short, name in counted:
        line = whole.setdefault(unit or 0, [short or name or "", 0, 0])
        line[1] += pack is None
        line[2] += 1
    lines = [UnitLine(pk, name, rest, count) for pk, (name, rest, count) in whole.items()]
    return tuple(sorted(lines, key=lambda line: (-line.rest, line.unit)))
