"""The list of one slot, for those who run it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from django.core.paginator import Page, Paginator
from django.db.models import Count, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tongxin.org.queries.people import typed
from tongxin.places.models import Place, Pool
from tongxin.signups.models import Question, Slot
from tongxin.signups.queries.desk_panel import Line, line_of
from tongxin.ui.words import listed

PER_PAGE: Final = 50
TABS: Final = {
    "in": (("held", "offered"), gettext_lazy("名单")),
    "waiting": (("waiting",), gettext_lazy("候补")),
    "entered": (("entered",), gettext_lazy("等抽签")),
    "out": (("withdrawn", "expired", "removed", "lost"), gettext_lazy("退出和没中")),
}


@dataclass(frozen=True)
class Row:
    """One person of the list, with what was answered in words."""

    pk: int
    number: int
    name: str
    staff_no: str
    unit: str
    phone: str
    state: str
    label: str
    companions: int
    companion_names: str
    group: str
    at: datetime
    exception: str
    answers: list[tuple[str, str]]


@dataclass(frozen=True)
class ListPage:
    """The page: `tabs` with their numbers, the rows of the one that is open."""

    slot: Slot
    line: Line
    tab: str
    tabs: list[tuple[str, str, int]]
    rows: list[Row]
    page: Page[Place]
    text: str
    frozen: bool
    may_draw: bool
    draw_source: str
    is_draw: bool
    drawn: bool
    left: int | None


def list_page(slot: Slot, now: datetime, tab: str, text: str, page: str) -> ListPage:
    """Seven queries."""
    pool = slot.pool
    assert pool is not None
    counts = _counts(pool)
    tab = tab if tab in TABS else "entered" if counts["entered"] else "in"
    shown = Paginator(found(pool, tab, text), PER_PAGE).get_page(page)
    draw = getattr(pool, "draw", None) if pool.way == Pool.Way.DRAW else None
    tabs = [
        (key, str(label), counts[key])
        for key, (_states, label) in TABS.items()
        if counts[key] or key in ("in", "waiting")
    ]
    return ListPage(
        slot=slot, line=line_of(slot, now, counts["entered"]), tab=tab, tabs=tabs, rows=rows_of(slot, shown.object_list), page=shown, text=text,
        frozen=pool.frozen_at is not None, is_draw=draw is not None, drawn=bool(draw and draw.drawn_at),
        may_draw=bool(draw and not draw.drawn_at and pool.closes_at and now >= pool.closes_at),
        draw_source=draw.source if draw else "", left=pool.free,
    )  # fmt: skip


def found(pool: Pool, tab: str, text: str = "") -> QuerySet[Place]:
    """The places of a tab, in order, by name, number or pinyin."""
    rows = pool.places.filter(state__in=TABS[tab][0]).select_related("person", "unit", "group").order_by("number")
    return rows.filter(typed(text, "person"))


def rows_of(slot: Slot, places: Any) -> list[Row]:
    """The rows, with the questions' words."""
    questions = {str(each.pk): each for each in slot.activity.questions.all()}
    return [_row(place, questions) for place in places]


def _row(place: Place, questions: Mapping[str, Question]) -> Row:
    person = place.person
    given = place.note.get("answers", {})
    answers = [(questions[pk].text, _words(value)) for pk, value in given.items() if pk in questions]
    return Row(
        place.pk, place.number, person.name, person.staff_no, place.unit.called if place.unit else "", person.phone, place.state,
        str(place.get_state_display()), place.companions, place.note.get("companions", ""),
        place.group.name if place.group else "", place.at, place.exception, answers,
    )  # fmt: skip


def _words(value: Any) -> str:
    if isinstance(value, list):
        return listed(value)
    return {"yes": _("是"), "no": _("否")}.get(value, str(value))


def _counts(pool: Pool) -> dict[str, int]:
    by_state = dict(pool.places.order_by().values_list("state").annotate(n=Count("pk")))
    return {key: sum(by_state.get(state, 0) for state in states) for key, (states, _label) in TABS.items()}
