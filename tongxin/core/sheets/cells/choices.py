"""Values out of a short list, and amounts."""

from __future__ import annotations

import re
from decimal import Decimal

from django.utils.translation import gettext as _

from tongxin.core.sheets.cells.bad import BadCell
from tongxin.core.sheets.cells.words import halved
from tongxin.core.sheets.values import Cell, shown

SEXES = {"男": "male", "男性": "male", "m": "male", "male": "male", "1": "male"}
SEXES |= {"女": "female", "女性": "female", "f": "female", "female": "female", "2": "female"}
YES = {"是", "有", "√", "✓", "✔", "y", "yes", "1", "true", "对", "已", "要"}
NO = {"否", "无", "没有", "×", "✗", "n", "no", "0", "false", "不是", "未", "不", "不要"}
NOTHING = {"", "-", "--", "—", "——", "/", "\\", "无"}
AMOUNT = re.compile(
    r"(?:约|共|大约|预计)?[¥￥]?(?P<number>[+-]?\d[\d,，]*(?:\.\d+)?)(?P<scale>[万千百]?)"
    r"(?:余|多|左右)?(?:人次|人|项|次|场|元|个|名|户|份|天|小时|家)?(?:左右|以内)?"
)
SCALES = {"": 1, "百": 100, "千": 1000, "万": 10_000}


def sex(value: Cell) -> str:
    """`male`, `female` or nothing (GB/T 2261.1: 1 and 2). Bad: `cell.not_a_sex`."""
    written = _key(value)
    if written in NOTHING:
        return ""
    if written not in SEXES:
        raise BadCell("cell.not_a_sex", _("“%(value)s”看不懂。请写“男”或“女”，也可以空着。") % {"value": written[:20]})
    return SEXES[written]


def yes_no(value: Cell) -> bool | None:
    """True, False, or None where nothing is written. Bad: `cell.not_yes_no`."""
    if isinstance(value, bool):
        return value
    written = _key(value)
    if written in YES:
        return True
    if written in NO:
        return False
    if written in NOTHING:
        return None
    raise BadCell("cell.not_yes_no", _("“%(value)s”看不懂。请写“是”或“否”。") % {"value": written[:20]})


def number(value: Cell) -> Decimal | None:
    """An amount: “1,200人”, “约30人”, “1.2万”. None where nothing is written.

    Bad: `cell.number_range` (30-40 is two numbers), `cell.not_a_number`.
    """
    written = _key(value)
    if written in NOTHING:
        return None
    found = AMOUNT.fullmatch(written)
    if found:
        return Decimal(found["number"].replace(",", "").replace("，", "")) * SCALES[found["scale"]]
    if re.fullmatch(r"\d+\D{0,2}[-~—–至到]\d+\D{0,3}", written):
        raise BadCell("cell.number_range", _("“%(value)s”是一个范围。请写一个数。") % {"value": written[:20]})
    raise BadCell("cell.not_a_number", _("“%(value)s”不是数。请写一个数，也可以空着。") % {"value": written[:20]})


def whole(value: Cell) -> int | None:
    """As `number`, without a fraction and not below zero. Bad: also `cell.not_whole`."""
    amount = number(value)
    if amount is None:
        return None
    if amount != amount.to_integral_value() or amount < 0:
        raise BadCell("cell.not_whole", _("“%(value)s”要写成不小于 0 的整数。") % {"value": _key(value)[:20]})
    return int(amount)


def _key(value: Cell) -> str:
    if isinstance(value, bool):
        return "1" if value else "0"
    return "".join(halved(shown(value)).split()).lower()
