"""How many of a slot should come and how many have come."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet

from tongxin.attendance.models import Attendance, Expected
from tongxin.places.models import Place
from tongxin.signups.models import Slot


@dataclass(frozen=True)
class Tally:
    """`due` are on the list and not excused, `met` those of them who came; `came` is everybody who came."""

    due: int = 0
    met: int = 0
    came: int = 0

    @property
    def walked_in(self) -> int:
        """Who came without being due."""
        return self.came - self.met

    @property
    def missing(self) -> int:
        """Who is due and has not come."""
        return self.due - self.met


def tallies(slots: Iterable[int]) -> dict[int, Tally]:
    """The tally of each slot. Four queries, however many slots."""
    wanted = list(slots)
    rows = Slot.objects.filter(pk__in=wanted)
    found = {slot: [0, 0, 0] for slot in wanted}
    for due in dues(rows):
        for slot, n, met in due.values_list("door").annotate(n=Count("pk"), met=Count("pk", filter=has_come())):
            found[slot][0] += n
            found[slot][1] += met
    came = Attendance.objects.filter(slot__in=wanted).order_by()
    for slot, n in came.values_list("slot").annotate(n=Count("pk")):
        found[slot][2] = n
    return {slot: Tally(*numbers) for slot, numbers in found.items()}


def tally(slot: int) -> Tally:
    """The tally of one slot."""
    return tallies([slot])[slot]


def dues(slots: QuerySet[Slot]) -> tuple[QuerySet[Any], ...]:
    """Who is due at the slots: places in their own pools, places in the whole for those without, people expected.

    Three kinds of rows, each with a `person` and, as `door`, the slot it is for.
    """
    bare = slots.filter(pool=None)
    held = Place.objects.filter(state=Place.State.HELD).order_by()
    own = held.filter(pool__slot__in=slots).annotate(door=F("pool__slot"))
    whole = held.filter(pool__slot__kind=Slot.Kind.WHOLE, pool__slot__activity__slots__in=bare)
    expected = Expected.objects.filter(slot__in=bare, excuse="").order_by().annotate(door=F("slot"))
    return own, whole.annotate(door=F("pool__slot__activity__slots")), expected


def has_come() -> Q:
    """A condition on rows of `dues`: the person has come to the slot."""
    return Q(Exists(Attendance.objects.filter(slot=OuterRef("door"), person=OuterRef("person"))))
