"""报名表: who holds a place, with phones. For those who run the activity alone."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tongxin.core.papers import Document
from tongxin.core.sheets.write import ColOut, SheetOut, Value
from tongxin.paperwork.kinds.kind import Gap, Kind
from tongxin.paperwork.kinds.parts import Columns, file_title, issuer, p, slot_title, slot_when, table
from tongxin.paperwork.rules.facts import Facts, Seat, Slot

COLUMNS: Columns = (
    ("序号", 1.0, "center"),
    ("姓名", 2.0, "left"),
    ("单位", 4.0, "left"),
    ("手机", 2.6, "left"),
    ("家属", 1.0, "center"),
)


def build(facts: Facts) -> Document:
    """A list for each slot that people sign up for."""
    blocks = []
    for slot in signed(facts):
        blocks.append(p(f"{slot_title(slot, facts)}　{slot_when(slot, facts)}　共{len(slot.seats)}人"))
        blocks.append(table(COLUMNS, [_short(number, seat) for number, seat in enumerate(slot.seats, 1)]))
    return Document(file_title(facts, "报名表"), tuple(blocks), issuer(facts), facts.today)


def sheet(facts: Facts) -> list[SheetOut]:
    """Everybody on one sheet, with the answers to the activity's own questions."""
    columns = [
        ColOut("序号", 6, "number"), ColOut("场次或项目", 18), ColOut("姓名", 12), ColOut("工号", 12), ColOut("单位", 24), ColOut("手机", 14),
        ColOut("家属", 6, "number"), ColOut("队", 14), *(ColOut(question, 18) for question in facts.questions), ColOut("签到", 8),
    ]  # fmt: skip
    return [SheetOut("报名", columns, list(_rows(facts)))]


def signed(facts: Facts) -> list[Slot]:
    """The slots that people sign up for."""
    return [slot for slot in facts.slots if slot.signs_up]


def _rows(facts: Facts) -> Iterator[tuple[Value, ...]]:
    number = 0
    for slot in signed(facts):
        for seat in slot.seats:
            number += 1
            yield (
                number, slot_title(slot, facts), seat.name, seat.staff_no, seat.unit, seat.phone, seat.companions, seat.team,
                *seat.answers, "已到" if seat.came_at else "",
            )  # fmt: skip


def _short(number: int, seat: Seat) -> tuple[object, ...]:
    return number, seat.name, seat.unit, seat.phone, seat.companions or ""


def gaps(facts: Facts) -> list[Gap]:
    """Slots, people."""
    if not signed(facts):
        return [Gap(_("这项活动不用报名"))]
    return [] if facts.seats else [Gap(_("还没有人报名"))]


KIND: Final = Kind(
    "signups", gettext_lazy("报名表"), gettext_lazy("姓名、单位、手机和回答，只有办活动的人能取"), paper=build, sheet=sheet, gaps=gaps,
    there=lambda facts: bool(facts.seats), private=True, lists=("报名",),
)  # fmt: skip
