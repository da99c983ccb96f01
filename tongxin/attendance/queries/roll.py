"""The list of a slot as the officer ticks it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from django.core.paginator import Page as Sheetful
from django.core.paginator import Paginator
from django.db.models import CharField, F, FilteredRelation, Q, QuerySet, Value

from tongxin.attendance.models import Attendance, Expected
from tongxin.attendance.queries.facts import SlotFacts, Source
from tongxin.attendance.queries.listed import called, with_unit
from tongxin.org.queries.people import typed
from tongxin.places.models import Place

A_PAGE: Final = 40
STATES: Final = ("", "missing", "came")
NO_EXCUSE: Final = Value("", output_field=CharField())


@dataclass(frozen=True)
class Line:
    """Somebody on the list, or who came without being on it; `pk` and `at` are of the attendance."""

    person: int
    name: str
    unit: str
    excuse: str
    pk: int | None
    at: datetime | None
    way: str
    walk_in: str

    @property
    def way_words(self) -> str:
        """How it was put down."""
        return str(Attendance.Way(self.way).label) if self.way else ""


def roll(facts: SlotFacts, words: str = "", state: str = "", page: str = "1") -> Sheetful[Line]:
    """A page of the list by name; `words` are part of it, of its pinyin or a staff number (`org.queries.people.typed`).

    `state` is `missing`, `came` or nothing. Who came without being on the list stands in `came` and in the whole list of a
    slot without one. Two queries.
    """
    rows = _rows(facts, words, state)
    sheet: Any = Paginator(rows, A_PAGE).get_page(page)
    sheet.object_list = [Line(*row) for row in sheet.object_list]
    return sheet


def strangers(facts: SlotFacts) -> list[Line]:
    """Who came without being on the list. One query."""
    if facts.source is Source.OPEN:
        return []
    people: Any = _on_the_list(facts).values("person")
    return [Line(*row) for row in _came(facts).exclude(person__in=people).values_list(*_of_came())]


def _rows(facts: SlotFacts, words: str, state: str) -> Any:
    if facts.source is Source.OPEN:
        return _came(facts).filter(typed(words, "person")).values_list(*_of_came()).order_by("person__name_key", "pk")
    rows = _on_the_list(facts).filter(typed(words, "person"))
    rows = rows.annotate(
        there=FilteredRelation("person__attendances", condition=Q(person__attendances__slot=facts.slot))
    )
    if state:
        rows = rows.filter(there__isnull=state == "missing")
    unit, excuse = ("unit", NO_EXCUSE) if facts.source is Source.PLACES else ("now__unit", F("excuse"))
    return rows.order_by("person__name_key", "pk").values_list(
        "person", "person__name", called(unit), excuse, "there__pk", "there__at", "there__way", "there__walk_in"
    )


def _on_the_list(facts: SlotFacts) -> QuerySet[Any]:
    if facts.source is Source.PLACES:
        return Place.objects.filter(pool=facts.pool, state=Place.State.HELD)
    return with_unit(Expected.objects.filter(slot=facts.slot))


def _came(facts: SlotFacts) -> QuerySet[Any]:
    rows = Attendance.objects.filter(slot=facts.slot)
    return rows.annotate(now=FilteredRelation("person__placements", condition=Q(person__placements__until=None)))


def _of_came() -> tuple[Any, ...]:
    return ("person", "person__name", called("now__unit"), "walk_in", "pk", "at", "way", "walk_in")
