"""The list as an officer ticks it, and one of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from django.core.paginator import Page as Sheetful
from django.core.paginator import Paginator
from django.db.models import Exists, OuterRef, QuerySet

from tongxin.collecting.access import Reach
from tongxin.collecting.models import Point, Proxy, Receipt
from tongxin.collecting.queries.listed import FIELDS, Had, Line, claims_of, had, line_of
from tongxin.collecting.queries.sentences import WHY, refusal
from tongxin.collecting.queries.serving import serves
from tongxin.collecting.queries.slots import Slot, slots_of_people
from tongxin.collecting.rules.handing import EXCUSABLE, against
from tongxin.org.models import Unit
from tongxin.org.queries.people import typed
from tongxin.welfare.models import Entitled, Pack

A_PAGE: Final = 40
STATES: Final = ("", "missing", "got")


@dataclass(frozen=True)
class Ticked:
    """One of the list: the pack to hand over, the receipt that stands, or what speaks against it (a code of `queries.sentences.WHY`)."""

    line: Line
    pack: Pack | None
    had: Had | None
    no: str

    @property
    def name(self) -> str:
        """The person."""
        return self.line.name

    @property
    def why(self) -> str:
        """What speaks against it, in words."""
        return refusal(self.no, self.line).sentence if self.no in WHY else ""

    @property
    def needs_word(self) -> bool:
        """Whether an officer may hand it out all the same, with a word of why."""
        return self.no in EXCUSABLE


def roll(reach: Reach, words: str = "", state: str = "", unit: Unit | None = None, page: str = "1") -> Sheetful[Ticked]:
    """A page of the list by unit and name; `words` are part of a name, of its pinyin or a staff number (`org.queries.people.typed`);
    `state` is `missing`, `got` or nothing. A fixed number of queries."""
    rows = _rows(reach, words.strip(), state, unit)
    sheet: Any = Paginator(rows.values_list(*FIELDS), A_PAGE).get_page(page)
    sheet.object_list = ticked(reach, [line_of(row) for row in sheet.object_list])
    return sheet


def ticked(reach: Reach, lines: list[Line]) -> list[Ticked]:
    """These of the list with what decides. A fixed number of queries."""
    there = had([line.entitled for line in lines])
    claims = claims_of(reach.round, [line.person for line in lines])
    found = []
    for line in lines:
        earlier = there.get(line.entitled)
        pack = claims.names.get(earlier.pack) if earlier else claims.pack(line.person)
        found.append(Ticked(line, pack, earlier, "" if earlier else against(claims.claim(line, reach))))
    return found


@dataclass(frozen=True)
class OnePage:
    """One of the list with all about it: the proxy, the slot, the point that serves the person, and all receipts there were."""

    entitled: Entitled
    ticked: Ticked
    proxy: Proxy | None
    slot: Slot | None
    point: Point | None
    receipts: list[Receipt]


def one(reach: Reach, entitled: Entitled) -> OnePage:
    """One of the list. A fixed number of queries."""
    rows = Entitled.objects.filter(pk=entitled.pk).values_list(*FIELDS)
    slot = slots_of_people(reach.round, [entitled.person_id]).get(entitled.person_id)
    points = list(Point.objects.filter(round=reach.round).prefetch_related("units"))
    near = next(iter(serves(points, entitled.unit.path if entitled.unit else "")), None)
    return OnePage(
        entitled, ticked(reach, [line_of(row) for row in rows])[0],
        Proxy.objects.filter(entitled=entitled, withdrawn_at=None).select_related("person").first(), slot,
        next((point for point in points if slot and point.pk == slot.point), near),
        list(entitled.receipts.select_related("pack", "point", "proxy").order_by("-at", "-pk")),
    )  # fmt: skip


def units_of(reach: Reach) -> list[Unit]:
    """The units of the people to whom one hands out, in the order of the tree. One query."""
    rows = Entitled.objects.filter(Entitled.standing(), reach.condition(), round=reach.round).order_by()
    return list(Unit.objects.filter(pk__in=rows.values("unit")).order_by("path"))


def unit_of_name(units: list[Unit], typed: str) -> Unit | None:
    """The one of the units whose number was typed; None where it is none of them."""
    return next((unit for unit in units if str(unit.pk) == typed), None)


def _rows(reach: Reach, words: str, state: str, unit: Unit | None) -> QuerySet[Entitled]:
    rows = Entitled.objects.filter(reach.condition(), typed(words, "person"), round=reach.round)
    if not words:
        rows = rows.filter(Entitled.standing())
    if unit is not None:
        rows = rows.filter(unit=unit)
    if state:
        there = Exists(Receipt.objects.filter(entitled=OuterRef("pk"), undone_at=None))
        rows = rows.filter(there if state == "got" else ~there)
    return rows.order_by("unit__path", "person__name_key", "pk")
