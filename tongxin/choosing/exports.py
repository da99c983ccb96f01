"""Choices and addresses as spreadsheets."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO

from django.utils.translation import gettext as _

from tongxin.choosing.queries.addresses import Address
from tongxin.choosing.queries.listing import Line
from tongxin.core.sheets.write import ColOut, SheetOut, write_workbook


def choices_sheet(lines: Sequence[Line]) -> BytesIO:
    """An .xlsx with a line for everybody; the file stands at its beginning."""
    columns = [
        ColOut(_("单位"), 24), ColOut(_("姓名"), 12), ColOut(_("工号"), 14), ColOut(_("礼包"), 20), ColOut(_("怎么领"), 10),
    ]  # fmt: skip
    return _book(_("选礼包"), columns, [[line.unit, line.name, line.staff_no, line.pack, line.way] for line in lines])


def addresses_sheet(addresses: Sequence[Address]) -> BytesIO:
    """An .xlsx with a line for each parcel; the file stands at its beginning."""
    columns = [
        ColOut(_("单位"), 24), ColOut(_("姓名"), 12), ColOut(_("工号"), 14), ColOut(_("礼包"), 20), ColOut(_("收件人"), 12),
        ColOut(_("电话"), 16), ColOut(_("地址"), 50),
    ]  # fmt: skip
    rows = [[a.unit, a.name, a.staff_no, a.pack, a.receiver, a.phone, a.address] for a in addresses]
    return _book(_("送货地址"), columns, rows)


def _book(name: str, columns: list[ColOut], rows: Sequence[Sequence[str]]) -> BytesIO:
    book = BytesIO()
    write_workbook(book, [SheetOut(name, columns, rows)])
    book.seek(0)
    return book
