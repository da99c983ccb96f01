"""Things worth telling about a file that could be read, and the refusals that several readers share."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _

from tongxin.core.refusals import Refused
from tongxin.core.sheets.limits import Limits


@dataclass(frozen=True)
class Notice:
    """Something the person should know before the file is taken: `code` is stable, `sentence` is for the screen."""

    code: str
    sentence: str


def not_a_spreadsheet(kind: str = "") -> Refused:
    """`sheet.not_a_spreadsheet`; `kind` (fact) says what the file seems to be."""
    sentences = {
        "pdf": _("这是一份 PDF，不是表格，没有读。系统里的数据没有变。请找到原来的 .xlsx、.xls 或 .csv 再传。"),
        "word": _(
            "这是一份 Word 文档，不是表格，没有读。系统里的数据没有变。请把表格复制到 WPS 表格里，存成 .xlsx 再传。"
        ),
        "slides": _("这是一份演示文稿，不是表格，没有读。系统里的数据没有变。请传 .xlsx、.xls 或 .csv。"),
        "picture": _("这是一张图片，不是表格，没有读。系统里的数据没有变。请找到原来的 .xlsx、.xls 或 .csv 再传。"),
        "archive": _("这是一个压缩包，没有读。系统里的数据没有变。请先解压，再传里面的 .xlsx、.xls 或 .csv。"),
        "other_format": _("这种表格格式读不了。系统里的数据没有变。请在 WPS 或 Excel 里“另存为” .xlsx 再传。"),
    }
    plain = _("这个文件不是表格，没有读。系统里的数据没有变。请传 .xlsx、.xls 或 .csv 文件。")
    return Refused("sheet.not_a_spreadsheet", sentences.get(kind, plain), kind=kind)


def damaged() -> Refused:
    """`sheet.damaged`: it is a spreadsheet, but broken off or not whole."""
    return Refused(
        "sheet.damaged",
        _("这个文件不完整或已损坏，读不了。系统里的数据没有变。请用 WPS 或 Excel 打开它，另存为 .xlsx 再传。"),
    )


def password() -> Refused:
    """`sheet.password`."""
    return Refused(
        "sheet.password",
        _("这个文件设了打开密码，读不了。系统里的数据没有变。请在 WPS 或 Excel 里去掉密码，保存后再传。"),
    )


def zip_bomb() -> Refused:
    """`sheet.zip_bomb`: it would unpack to far more than a table holds."""
    return Refused(
        "sheet.zip_bomb",
        _("这个文件展开后大得不合常理，没有打开。系统里的数据没有变。请把要用的行复制到一个新表格，存成 .xlsx 再传。"),
    )


def too_large(limits: Limits) -> Refused:
    """`sheet.too_large`: too many bytes, or a value so far out that the sheet becomes immense."""
    return Refused(
        "sheet.too_large",
        _(
            "这个表太大了，没有读。系统里的数据没有变。请只留下要用的行和列（看看很远的地方有没有多余的格子），存成新文件再传。"
        ),
        bytes=limits.bytes,
        area=limits.area,
    )


def too_many_rows(limits: Limits) -> Refused:
    """`sheet.too_many_rows`; `limit` (fact) is the largest number of rows."""
    return Refused(
        "sheet.too_many_rows",
        _("这个表超过 %(limit)s 行，没有读。系统里的数据没有变。请按部门或年份分成几个文件，分别传。")
        % {"limit": f"{limits.rows:,}"},
        limit=limits.rows,
    )


def empty() -> Refused:
    """`sheet.empty`: no cell holds anything."""
    return Refused(
        "sheet.empty", _("这个文件里没有内容。系统里的数据没有变。请看看是不是选错了文件，或者内容还没有保存。")
    )
