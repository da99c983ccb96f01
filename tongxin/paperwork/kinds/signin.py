"""签到表: 25 rows a page, with a code by which a photographed sheet is known again."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tongxin.paperwork.kinds import signin_docx, signin_pdf
from tongxin.paperwork.kinds.kind import Gap, Kind
from tongxin.paperwork.kinds.parts import slot_when
from tongxin.paperwork.kinds.signin_page import Page
from tongxin.paperwork.rules.facts import Facts, Seat, Slot

ROWS: Final = 25
LEAST_EMPTY: Final = 3


def pages(facts: Facts) -> list[Page]:
    """The pages of all slots; those who hold a place stand there already, some rows stay free."""
    return [page for slot in facts.slots for page in _slot_pages(slot, facts)]


def code(slot: int, page: int) -> str:
    """What the code on a page says: `TX-SHEET:12:1`."""
    return f"TX-SHEET:{slot}:{page}"


def page_count(people: int) -> int:
    """Enough pages for all and for some who come without a place."""
    return -(-(people + LEAST_EMPTY) // ROWS)


def _slot_pages(slot: Slot, facts: Facts) -> list[Page]:
    names = [(seat.name, seat.unit) for seat in _people(slot, facts)]
    count = page_count(len(names))
    names += [("", "")] * (count * ROWS - len(names))
    title = facts.title if slot.whole or not slot.title else f"{facts.title} {slot.title}"
    head = "　".join(part for part in (slot_when(slot, facts) or "时间待定", slot.place or facts.place) if part)
    found = []
    for number in range(1, count + 1):
        first = (number - 1) * ROWS
        rows = tuple((first + n + 1, *names[first + n]) for n in range(ROWS))
        found.append(Page(code(slot.pk, number), f"{title}签到表", head, f"第{number}页，共{count}页", rows))
    return found


def _people(slot: Slot, facts: Facts) -> Sequence[Seat]:
    """Who has a place in the slot; where nobody signs up for it, who has one in the whole."""
    if slot.signs_up:
        return slot.seats
    return next((each.seats for each in facts.slots if each.whole), ())


def gaps(facts: Facts) -> list[Gap]:
    """A slot to come to."""
    return [] if facts.slots else [Gap(_("发布以后才有，要先有场次"))]


def _docx(facts: Facts) -> bytes:
    return signin_docx.write(pages(facts))


def _pdf(facts: Facts) -> bytes:
    return signin_pdf.write(pages(facts))


KIND: Final = Kind(
    "signin", gettext_lazy("签到表"), gettext_lazy("每页25行，报上的名字已经印好；带码，拍照能认出是哪一页"),
    drawn={"docx": _docx, "pdf": _pdf}, gaps=gaps,
    there=lambda facts: bool(facts.slots), own=False,
)  # fmt: skip
