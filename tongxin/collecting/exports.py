"""Lists to sign as spreadsheet, PDF and Word; all receipts as a spreadsheet."""

from __future__ import annotations

from collections.abc import Iterable
from io import BytesIO
from typing import Final

from django.http import HttpResponse
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _

from tongxin.collecting.access import Reach
from tongxin.collecting.models import Receipt
from tongxin.collecting.queries.paper import SheetOf, sheets_of
from tongxin.collecting.queries.rest import Rest, rest_of
from tongxin.core import papers
from tongxin.core.clock import local
from tongxin.core.papers import Block, Column, Document, Table, Text
from tongxin.core.sheets.write import ColOut, SheetOut, Value, write_workbook
from tongxin.org.models import Unit
from tongxin.welfare.models import Round

TYPES: Final = {
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}
SHAPE: Final = (Column(1, "center"), Column(2), Column(2), Column(3.4), Column(3), Column(2.4))


def sheets(reach: Reach, unit: Unit | None, kind: str) -> bytes:
    """Lists to sign, a sheet (or a table) for each unit, with what each person gets."""
    found, book = sheets_of(reach, unit), BytesIO()
    if kind == "xlsx":
        write_workbook(book, [_sheet(each) for each in found] or [_sheet(SheetOf(reach.round.title, []))])
    else:
        write = papers.write_pdf if kind == "pdf" else papers.write_docx
        write(_paper(reach.round, found), book)
    return book.getvalue()


def receipts_book(reach: Reach) -> bytes:
    """All receipts, those taken back too, in the order in which they were given."""
    columns = (
        ColOut(_("工号"), 12), ColOut(_("姓名"), 12), ColOut(_("单位"), 24), ColOut(_("礼包"), 20), ColOut(_("领取时间"), 18, "moment"),
        ColOut(_("方式"), 12), ColOut(_("代领人"), 12), ColOut(_("领取点"), 16), ColOut(_("经办"), 12), ColOut(_("签名"), 8),
        ColOut(_("说明"), 24), ColOut(_("撤销时间"), 18, "moment"), ColOut(_("撤销原因"), 24), ColOut(_("货退回"), 8),
    )  # fmt: skip
    rows = Receipt.objects.filter(reach.condition("entitled__unit__path"), entitled__round=reach.round)
    found = rows.select_related("entitled__person", "entitled__unit", "pack", "point", "proxy")
    book = BytesIO()
    write_workbook(book, [SheetOut(_("领取记录"), columns, (_row(each) for each in found))])
    return book.getvalue()


def rest_book(reach: Reach) -> bytes:
    """Who has got nothing yet, where it waits, and why."""
    columns = (
        ColOut(_("姓名"), 12), ColOut(_("工号"), 12), ColOut(_("单位"), 24), ColOut(_("礼包"), 20), ColOut(_("领取点"), 16), ColOut(_("情况"), 20),
        ColOut(_("为什么没领"), 16), ColOut(_("说明"), 24), ColOut(_("谁写的"), 12), ColOut(_("什么时候写的"), 18, "moment"),
    )  # fmt: skip
    book = BytesIO()
    write_workbook(book, [SheetOut(_("还没领的"), columns, (_left(each) for each in rest_of(reach)))])
    return book.getvalue()


def sent(data: bytes, name: str, content_type: str) -> HttpResponse:
    """A file to keep."""
    answer = HttpResponse(data, content_type=content_type)
    answer["Content-Disposition"] = content_disposition_header(True, name)
    return answer


def _row(receipt: Receipt) -> tuple[Value, ...]:
    entitled, yes = receipt.entitled, _("是")
    return (
        entitled.person.staff_no, entitled.person.name, entitled.unit.called if entitled.unit else "", str(receipt.pack),
        local(receipt.at).replace(tzinfo=None), str(receipt.get_way_display()), receipt.proxy.name if receipt.proxy else "",
        receipt.point.name if receipt.point else "", receipt.by, yes if receipt.signature else "", receipt.note,
        local(receipt.undone_at).replace(tzinfo=None) if receipt.undone_at else None, receipt.undone_why,
        yes if receipt.returned else "",
    )  # fmt: skip


def _left(each: Rest) -> tuple[Value, ...]:
    said = each.said
    reason = (
        (str(said.get_why_display()), said.words, said.by, local(said.at).replace(tzinfo=None))
        if said
        else ("", "", "", None)
    )
    point = each.point.name if each.point else ""
    return (each.name, each.staff_no, each.unit, str(each.pack) if each.pack else "", point, each.why, *reason)


def _heads() -> tuple[str, ...]:
    return (_("序号"), _("工号"), _("姓名"), _("礼包"), _("签领"), _("日期"))


def _sheet(sheet: SheetOf) -> SheetOut:
    widths: Iterable[float] = (6, 12, 12, 24, 18, 14)
    columns = [ColOut(label, width) for label, width in zip(_heads(), widths, strict=True)]
    rows = [(str(row.number), row.staff_no, row.name, row.pack, _("已领") if row.got else "", "") for row in sheet.rows]
    return SheetOut(sheet.unit or _("没有单位"), columns, rows)


def _paper(round: Round, found: list[SheetOf]) -> Document:
    blocks = [_table(each) for each in found]
    return Document(
        _("%(title)s签领表") % {"title": round.title}, tuple(blocks), properties={"tongxin.round": str(round.pk)}
    )


def _table(sheet: SheetOf) -> Block:
    def cell(words: str) -> tuple[Text, ...]:
        return (Text(words),)

    rows = tuple(
        (
            cell(str(row.number)),
            cell(row.staff_no),
            cell(row.name),
            cell(row.pack),
            cell(_("已领") if row.got else ""),
            cell(""),
        )
        for row in sheet.rows
    )
    return Block("table", (Text(sheet.unit or _("没有单位")),), table=Table(SHAPE, _heads(), rows))
