"""Those of a round's list who are meant by codes, digits or ticks, with all that decides whether they get a pack."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Min, Q

from tongxin.choosing.queries.chosen import chosen, ways
from tongxin.collecting.access import Reach
from tongxin.collecting.models import Proxy, Receipt
from tongxin.collecting.rules.handing import Claim
from tongxin.welfare.models import Entitled, Pack, Round

FIELDS = (
    "pk", "person", "person__name", "unit__short_name", "unit__name", "unit__path", "struck_at", "struck",
    "person__left_on",
)  # fmt: skip


@dataclass(frozen=True)
class Line:
    """One of the list: `entitled` is the row, `struck` why it was struck off (where `out`), `gone_on` the day of leaving."""

    entitled: int
    person: int
    name: str
    unit: str
    path: str
    out: bool
    struck: str
    gone_on: date | None


@dataclass(frozen=True)
class Had:
    """A receipt that stands: when, by whom it was handed out, who fetched it, under which key a phone sent it."""

    pk: int
    at: datetime
    by: str
    proxy: str
    pack: int
    key: str = ""


def first_of(round: Round) -> int:
    """The first row of the list, from which digits count: rows are never deleted. One query."""
    found: int | None = Entitled.objects.filter(round=round).aggregate(first=Min("pk"))["first"]
    return found or 0


def listed(round: Round, people: Collection[int] = (), rows: Collection[int] = ()) -> list[Line]:
    """Those of the list, struck off or not. One query at most."""
    if not people and not rows:
        return []
    wanted = Entitled.objects.filter(Q(person__in=people) | Q(pk__in=rows), round=round)
    return [line_of(row) for row in wanted.order_by().values_list(*FIELDS)]


def line_of(row: Any) -> Line:
    """A row of `FIELDS`."""
    pk, person, name, short, long, path, struck_at, struck, gone_on = row
    return Line(pk, person, name, short or long or "", path or "", struck_at is not None, struck, gone_on)


def fetching_for(round: Round, people: Collection[int]) -> dict[int, list[Line]]:
    """For whom each of these people (who has left: for nobody) may fetch: standing lines, in the order in which they were asked. One query at most."""
    if not people:
        return {}
    found: dict[int, list[Line]] = {}
    rows = Proxy.objects.filter(
        entitled__round=round, entitled__struck_at=None, person__in=people, person__left_on=None, withdrawn_at=None
    ).order_by("pk")
    for person, *row in rows.values_list("person", *(f"entitled__{name}" for name in FIELDS)):
        found.setdefault(person, []).append(line_of(row))
    return found


def had(entitled: Collection[int]) -> dict[int, Had]:
    """The standing receipts of these lines. One query at most."""
    if not entitled:
        return {}
    rows = Receipt.objects.filter(entitled__in=entitled, undone_at=None).order_by()
    found = rows.values_list("entitled", "pk", "at", "by", "proxy__name", "pack", "key")
    return {line: Had(pk, at, by, proxy or "", pack, key) for line, pk, at, by, proxy, pack, key in found}


@dataclass(frozen=True)
class Claims:
    """What people of a round have coming: their packs by person, how they get them otherwise, and the packs themselves."""

    packs: Mapping[int, int]
    ways: Mapping[int, Any]
    names: Mapping[int, Pack]

    def pack(self, person: int) -> Pack | None:
        """The pack of that person; None where nothing was chosen and there is no default."""
        return self.names.get(self.packs.get(person, 0))

    def way(self, person: int) -> str:
        """`delivery`, `donation` or nothing."""
        found = self.ways.get(person)
        return str(found.kind) if found else ""

    def claim(self, line: Line, reach: Reach) -> Claim:
        """All that is known of one of the list."""
        return Claim(
            struck=line.out, gone_on=line.gone_on, ours=reach.holds(line.path), pack=self.packs.get(line.person),
            way=self.way(line.person),
        )  # fmt: skip


def claims_of(round: Round, people: Collection[int] | None = None) -> Claims:
    """What these people (everybody: None) have coming."""
    if people is not None and not people:
        return Claims({}, {}, {})
    names = {pack.pk: pack for pack in Pack.objects.filter(round=round)}
    return Claims(chosen(round, people), ways(round, people), names)
