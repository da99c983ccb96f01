"""The slots of an activity with the people who hold places in them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from tongxin.activities.models import Activity
from tongxin.paperwork.queries.came import came_to
from tongxin.paperwork.rules import facts as shapes
from tongxin.places.models import Place, Pool
from tongxin.signups.models import Question, Slot


def slots_of(activity: Activity, questions: Sequence[Question]) -> tuple[shapes.Slot, ...]:
    """Slots in order, each with its seats by order of arrival. Four queries."""
    slots = list(Slot.objects.filter(activity=activity).select_related("pool").prefetch_related("pool__open_to"))
    places = Place.objects.filter(pool__slot__activity=activity, state=Place.State.HELD)
    came = came_to(activity)
    by_pool: dict[int, list[Place]] = defaultdict(list)
    for place in places.select_related("person", "unit", "group").order_by("number"):
        by_pool[place.pool_id].append(place)
    return tuple(_slot(slot, by_pool[slot.pool_id] if slot.pool_id else [], questions, came) for slot in slots)


def _slot(
    slot: Slot, places: list[Place], questions: Sequence[Question], came: dict[tuple[int, int], datetime]
) -> shapes.Slot:
    pool = slot.pool
    return shapes.Slot(
        pk=slot.pk, title=slot.title, whole=slot.kind == Slot.Kind.WHOLE, starts_at=slot.starts_at, place=slot.place,
        capacity=pool.capacity if pool else None, opens_at=pool.opens_at if pool else None,
        closes_at=pool.closes_at if pool else None, draw=bool(pool and pool.way == Pool.Way.DRAW),
        whom=_whom(pool) if pool else "", signs_up=pool is not None,
        seats=tuple(_seat(place, questions, came.get((slot.pk, place.person_id))) for place in places),
    )  # fmt: skip


def _whom(pool: Pool) -> str:
    units = "、".join(unit.called for unit in pool.open_to.all())
    sex = {"f": "女", "m": "男"}.get(pool.sex, "")
    who = {"members": "会员", "staff": "教职工"}[pool.who]
    years = f"（入职满{pool.service_years}年）" if pool.service_years else ""
    return f"{units or '全体'}{sex}{who}{years}"


def _seat(place: Place, questions: Sequence[Question], came_at: datetime | None) -> shapes.Seat:
    person = place.person
    return shapes.Seat(
        name=person.name, staff_no=person.staff_no, unit=place.unit.called if place.unit else "", phone=person.phone,
        companions=place.companions, answers=tuple(_answer(place.note, question) for question in questions),
        came_at=came_at, team=place.group.name if place.group else "",
    )  # fmt: skip


def _answer(note: Any, question: Question) -> str:
    """What was answered, in words; the note keeps answers under the question's id."""
    kept: dict[str, Any] = note if isinstance(note, dict) else {}
    answers = kept.get("answers", kept)
    given = answers.get(str(question.pk), "")
    if isinstance(given, bool):
        return "是" if given else "否"
    if isinstance(given, list):
        return "、".join(str(each) for each in given)
    return str(given)
