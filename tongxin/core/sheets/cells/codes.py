"""Numbers that are names: staff numbers, telephones. They are text; a spreadsheet often made numbers of them."""

from __future__ import annotations

import re

from django.utils.translation import gettext as _

from tongxin.core.sheets.cells.bad import BadCell
from tongxin.core.sheets.cells.words import halved
from tongxin.core.sheets.values import Cell, shown

NOTHING = {"", "-", "--", "—", "——", "/", "无", "暂无"}
SCIENTIFIC = re.compile(r"\d(?:\.\d+)?[eE]\+\d+")
LANDLINE = re.compile(r"(010|02\d|0[3-9]\d{2})?-?([2-9]\d{6,7})(?:(?:-|转|ext\.?)(\d{1,6}))?", re.IGNORECASE)


def identifier(value: Cell) -> str:
    """A staff number or the like: 2018026.0 → 2018026, zeros at the front of a text stay. Spaces go.

    Bad: `cell.digits_lost` where the spreadsheet has rounded it, `cell.not_an_identifier`.
    """
    written = _plain(value)
    if SCIENTIFIC.fullmatch(written) or (isinstance(value, int | float) and abs(value) >= 1e15):
        raise BadCell("cell.digits_lost", _("这个编号被表格当成数字，后几位已经丢了。请把这一列设成文本，重新填写。"))
    if (
        (isinstance(value, float) and not value.is_integer())
        or not re.fullmatch(r"[\w./#-]*", written)
        or (written and not re.search("[0-9A-Za-z]", written))
    ):
        raise BadCell("cell.not_an_identifier", _("“%(value)s”不像编号。请只写字母和数字。") % {"value": written[:40]})
    return written


def phone(value: Cell) -> str:
    """A mobile as 11 digits, a landline as 010-62781234 (or without the area). Spaces, dashes and +86 go.

    Bad: `cell.digits_lost`, `cell.phone_masked`, `cell.phone_several`, `cell.phone_length`, `cell.not_a_phone`.
    """
    written = _plain(value)
    if written in NOTHING:
        return ""
    if SCIENTIFIC.fullmatch(written):
        raise BadCell("cell.digits_lost", _("这个号码被表格当成数字，后几位已经丢了。请把这一列设成文本，重新填写。"))
    if "*" in written:
        raise BadCell("cell.phone_masked", _("号码中间被遮住了。请写完整的号码。"))
    if re.search(r"\d{7,}[/、,，;；]", written):
        raise BadCell("cell.phone_several", _("这里写了不止一个号码。请只留一个。"))
    digits = re.sub(r"[-()（）.]", "", written)
    digits = re.sub(r"^(?:\+|00)?86(?=1\d{10}$)", "", digits)
    if re.fullmatch(r"1[3-9]\d{9}", digits):
        return digits
    return _landline(re.sub(r"[()（）.]+", "-", written).strip("-"), digits)


def _landline(written: str, digits: str) -> str:
    found = LANDLINE.fullmatch(re.sub(r"^\+?86-?(?=0\d)", "", written))
    if found:
        return "-".join(part for part in found.groups() if part)
    if not digits.isascii() or not digits.isdigit():
        raise BadCell(
            "cell.not_a_phone", _("“%(value)s”不像电话号码。请写11位手机号，或带区号的座机。") % {"value": written[:40]}
        )
    if digits.startswith("1") and len(digits) < 11:
        facts = {"length": len(digits), "short": 11 - len(digits)}
        raise BadCell("cell.phone_length", _("手机号只有%(length)s位，少%(short)s位。请核对后改好。") % facts)
    if digits.startswith("1") and len(digits) > 11:
        facts = {"length": len(digits), "long": len(digits) - 11}
        raise BadCell("cell.phone_length", _("手机号有%(length)s位，多%(long)s位。请核对后改好。") % facts)
    raise BadCell(
        "cell.not_a_phone", _("“%(value)s”不像电话号码。请写11位手机号，或带区号的座机。") % {"value": written[:40]}
    )


def _plain(value: Cell) -> str:
    """Without spaces, and without the tricks that keep spreadsheets from counting: ="0123" and '0123."""
    written = "".join(halved(shown(value)).split())
    trick = re.fullmatch(r'="(.*)"', written)
    return trick[1] if trick else written.removeprefix("'").removeprefix("’")
