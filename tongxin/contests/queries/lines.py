"""Who is in an event, where each starts, what came of it: the list of places joined with the entries."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext as _

from tongxin.contests.models import Entry
from tongxin.contests.rules.homes import home_of
from tongxin.contests.rules.marks import decimals, shown
from tongxin.contests.rules.scoring import standings
from tongxin.org.models import Unit
from tongxin.places.models import Group, Place
from tongxin.signups.models import Slot


@dataclass(frozen=True)
class Line:
    """One person or team of an event. `key` is p<place> or g<group>; `home` the unit it competes for; `people` the ids of all in
    it, `names` theirs. `pk` is the entry's, None where it has neither lane nor result yet. `shown` is the mark in words."""

    key: str
    pk: int | None
    name: str
    home: int
    unit: str
    staff_no: str
    names: tuple[str, ...]
    people: tuple[int, ...]
    heat: int | None = None
    lane: int | None = None
    value: Decimal | None = None
    words: str = ""
    shown: str = ""
    rank: int | None = None
    points: int = 0

    @property
    def has_result(self) -> bool:
        """Whether anything is recorded of it."""
        return self.value is not None or bool(self.words)


@dataclass(frozen=True)
class UnitLine:
    """A unit in the standings."""

    rank: int
    unit: str
    points: int
    firsts: int
    pk: int


def lines_of(slots: Sequence[Slot]) -> dict[int, list[Line]]:
    """The lines of each event by the slot's id, in the order of signing up. Three queries, however many events."""
    places = _places(slots)
    entries = _entries(slots)
    top = slots[0].activity.unit.path or "" if slots else ""
    paths = {path for row in (*places, *(entry.place or entry.group for entry in entries)) if (path := _path(row))}
    homes = Unit.objects.in_bulk({home_of(path, top) for path in paths})
    found: dict[int, list[Line]] = {}
    for slot in slots:
        own = [place for place in places if place.pool_id == slot.pool_id]
        of_event = [entry for entry in entries if entry.slot_id == slot.pk]
        found[slot.pk] = list(_joined(slot, own, of_event, top, homes))
    return found


def units_standing(lines: Iterable[Line]) -> list[UnitLine]:
    """The units with points or firsts, best first."""
    rows = [line for line in lines if line.home]
    names = {line.home: line.unit for line in rows}
    found = standings((line.home, line.rank, line.points) for line in rows if line.rank)
    return [
        UnitLine(each.rank, names[each.unit], each.points, each.firsts, each.unit)
        for each in found if each.points or each.firsts
    ]  # fmt: skip


def of_heat(lines: Iterable[Line], number: int | None) -> list[Line]:
    """The lines of one heat, lane by lane; all where none is asked for."""
    rows = [line for line in lines if number is None or line.heat == number]
    return sorted(rows, key=lambda line: (line.heat or 10_000, line.lane or 10_000))


def placed(lines: Iterable[Line]) -> list[Line]:
    """Those with a result: by rank, then who has words instead of one."""
    return sorted((line for line in lines if line.has_result), key=lambda line: (line.rank or 10_000, line.words))


def _places(slots: Sequence[Slot]) -> list[Place]:
    rows = Place.objects.filter(pool__in=[slot.pool_id for slot in slots], state=Place.State.HELD)
    return list(rows.select_related("person", "unit", "group__unit").order_by("number"))


def _entries(slots: Sequence[Slot]) -> list[Entry]:
    rows = Entry.objects.filter(slot__in=slots)
    return list(rows.select_related("heat", "place__person", "place__unit", "group__unit").order_by("pk"))


def _joined(
    slot: Slot, places: Sequence[Place], entries: Sequence[Entry], top: str, homes: dict[int, Unit]
) -> Iterable[Line]:
    """The list as it stands, and who has a result though no longer on it."""
    known = {_key_of(entry): entry for entry in entries}
    places_shown = decimals(entry.mark for entry in entries)
    rows: dict[str, list[Place]] = {}
    for place in places:
        key = f"g{place.group_id}" if slot.is_team and place.group_id else f"p{place.pk}"
        rows.setdefault(key, []).append(place)
    for key, entry in known.items():
        if entry.has_result and key not in rows:
            rows[key] = [entry.place] if entry.place else []
    for key, members in rows.items():
        entry_of = known.get(key)
        group = members[0].group if key[0] == "g" and members else entry_of.group if entry_of else None
        yield _line(slot, key, members, group, entry_of, top, homes, places_shown)


def _line(
    slot: Slot, key: str, members: Sequence[Place], group: Group | None, entry: Entry | None, top: str,
    homes: dict[int, Unit], places: int,
) -> Line:  # fmt: skip
    team = group if key[0] == "g" else None
    path = _path(team) or (_path(members[0]) if members else "")
    home = homes.get(home_of(path, top)) if path else None
    person = members[0].person if members else None
    name = (team.name or _("%(name)s队") % {"name": person}) if team else person.name if person else ""
    told = {
        "pk": entry.pk, "heat": entry.heat.number if entry.heat else None, "lane": entry.lane, "value": entry.mark,
        "words": entry.words, "rank": entry.rank, "points": entry.points,
        "shown": str(entry.get_words_display()) or shown(entry.mark, slot.measure, places),
    } if entry else {"pk": None}  # fmt: skip
    return Line(
        key=key, name=name, home=home.pk if home else 0, unit=home.called if home else "",
        staff_no="" if team or person is None else person.staff_no,
        names=tuple(place.person.name for place in members) if team else (),
        people=tuple(place.person_id for place in members), **told,
    )  # fmt: skip


def _key_of(entry: Entry) -> str:
    return f"g{entry.group_id}" if entry.group_id else f"p{entry.place_id}"


def _path(row: Place | Group | None) -> str:
    """Where a place or team competes from; a team without a unit has none."""
    return (row.unit.path or "") if row is not None and row.unit else ""
