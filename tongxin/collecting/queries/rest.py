"""Who has not got a pack yet, why as far as we know, and what is left to hand out at which point."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from django.db.models import Exists, OuterRef, QuerySet
from django.utils.translation import gettext as _

from tongxin.collecting.access import Reach
from tongxin.collecting.models import Point, Proxy, Receipt, Unfetched
from tongxin.collecting.queries.listed import FIELDS, Claims, Line, claims_of, line_of
from tongxin.collecting.queries.serving import serves
from tongxin.collecting.queries.slots import Slot, slots_of_people
from tongxin.collecting.rules.handing import DELIVERY, DONATION
from tongxin.ui.words import day
from tongxin.welfare.models import Entitled, Pack, Round

# Reasons after which nobody is reminded any more.
SETTLED: Final = (Unfetched.Why.GONE, Unfetched.Why.DECLINED)


@dataclass(frozen=True)
class Rest:
    """Somebody who has not got a pack: which it is, where it waits, what we know of why. `waits`: fetches it.
    `said`: the reason that an officer gave."""

    entitled: int
    person: int
    name: str
    staff_no: str
    unit: str
    path: str
    pack: Pack | None
    point: Point | None
    why: str
    waits: bool
    said: Unfetched | None = None

    @property
    def to_remind(self) -> bool:
        """Whether a reminder is any use: not to who has gone or said no."""
        return self.waits and (self.said is None or self.said.why not in SETTLED)


@dataclass(frozen=True)
class RestOfUnit:
    """Those of one unit."""

    unit: str
    path: str
    lines: list[Rest]


@dataclass(frozen=True)
class LeftAt:
    """What a point must still have: packs in their order, with how many."""

    point: str
    packs: list[tuple[Pack, int]]


def without_receipt(round: Round) -> QuerySet[Entitled]:
    """Those entitled to whom nothing was handed out."""
    there = Receipt.objects.filter(entitled=OuterRef("pk"), undone_at=None)
    return Entitled.objects.filter(Entitled.standing(), ~Exists(there), round=round)


def uncollected(round: Round) -> int:
    """How many those are. One query."""
    return without_receipt(round).count()


def unexplained(round: Round) -> int:
    """How many of those nobody gave a reason of. One query."""
    return without_receipt(round).filter(unfetched=None).count()


def rest_of(reach: Reach) -> list[Rest]:
    """All who have got nothing yet, by unit and name. A fixed number of queries."""
    rows = without_receipt(reach.round).filter(reach.condition())
    ordered = list(rows.order_by("unit__path", "person__name_key", "pk").values_list(*FIELDS, "person__staff_no"))
    lines, numbers = [line_of(row[:-1]) for row in ordered], {row[0]: row[-1] for row in ordered}
    people = [line.person for line in lines]
    claims = claims_of(reach.round, None if reach.is_whole else people)
    slots = slots_of_people(reach.round, None if reach.is_whole else people)
    proxies = dict(
        Proxy.objects.filter(entitled__round=reach.round, withdrawn_at=None).values_list("entitled", "person__name")
    )
    said = Unfetched.objects.filter(entitled__round=reach.round).in_bulk(field_name="entitled_id")
    points = list(Point.objects.filter(round=reach.round).prefetch_related("units"))
    by_pk = {point.pk: point for point in points}
    found = [
        _rest(line, claims, slots.get(line.person), proxies.get(line.entitled, ""), points, by_pk) for line in lines
    ]
    return [replace(each, said=said.get(each.entitled), staff_no=numbers[each.entitled]) for each in found]


def by_unit(lines: Iterable[Rest]) -> list[RestOfUnit]:
    """The same, unit by unit."""
    found: dict[str, RestOfUnit] = {}
    for line in lines:
        found.setdefault(line.path, RestOfUnit(line.unit, line.path, [])).lines.append(line)
    return list(found.values())


def left_at(lines: Sequence[Rest]) -> list[LeftAt]:
    """What each point must still have for those who fetch."""
    found: dict[str, Counter[int]] = {}
    packs: dict[int, Pack] = {}
    for line in lines:
        if line.waits and line.pack is not None:
            packs[line.pack.pk] = line.pack
            found.setdefault(line.point.name if line.point else "", Counter())[line.pack.pk] += 1
    ordered = sorted(packs.values(), key=lambda pack: (pack.order, pack.letter))
    return [
        LeftAt(point, [(pack, counts[pack.pk]) for pack in ordered if counts[pack.pk]])
        for point, counts in found.items()
    ]


def _rest(
    line: Line, claims: Claims, slot: Slot | None, proxy: str, points: list[Point], by_pk: dict[int, Point]
) -> Rest:
    pack, way = claims.pack(line.person), claims.way(line.person)
    point = by_pk.get(slot.point) if slot else next(iter(serves(points, line.path)), None)
    waits = pack is not None and line.gone_on is None and not way
    return Rest(
        line.entitled,
        line.person,
        line.name,
        "",
        line.unit,
        line.path,
        pack,
        point,
        _why(line, pack, way, slot, proxy),
        waits,
    )


def _why(line: Line, pack: Pack | None, way: str, slot: Slot | None, proxy: str) -> str:
    if line.gone_on is not None:
        return _("%(day)s离开了") % {"day": day(line.gone_on)}
    if pack is None:
        return _("没选，也没有默认的")
    if way == DELIVERY:
        return _("送到家，还没记送到")
    if way == DONATION:
        return _("捐了，还没记")
    if proxy:
        return _("请%(name)s代领") % {"name": proxy}
    return _("选了%(when)s") % {"when": slot.words} if slot else ""
