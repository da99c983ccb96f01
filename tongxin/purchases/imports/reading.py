"""What a line of an old ledger says."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any, Final

from django.utils.translation import gettext as _

from tongxin.core.amounts import NotAnAmount
from tongxin.core.language import ours
from tongxin.core.refusals import Refused
from tongxin.core.sheets.table import Problem
from tongxin.goods.queries.origins import origin_typed
from tongxin.goods.queries.prices import read_price
from tongxin.imports.protocol import Row
from tongxin.purchases.rules.amounts import MOST_COUNT, MOST_HEADS, line_fen, multiplies
from tongxin.purchases.rules.numbers import plain_number
from tongxin.ui.words import colon, comma, yuan

PAYERS: Final = {
    "union": ("工会经费", "工会", "工会费用", "工会资金", "工会账户", "工会支出"),
    "dues": ("会费", "会员会费", "工会会费"),
    "school": (
        "行政福利费",
        "福利费",
        "行政",
        "行政经费",
        "学校",
        "学校福利",
        "学校经费",
        "单位福利费",
        "职工福利费",
        "行政福利",
    ),
    "canteen": ("食堂", "食堂经费", "伙食费", "后勤食堂"),
    "self": ("个人", "教职工个人", "自费", "职工个人", "个人自购"),
    "other": ("其他", "其它"),
}
YES: Final = frozenset({"是", "✓", "√", "✔", "832", "有", "y", "1", "对"})
NO: Final = frozenset({"", "否", "无", "-", "—", "/", "×", "不是", "0", "n"})
LONGEST: Final = {"what": 120, "order_no": 60, "purpose": 40, "village": 60, "words": 200, "supplier": 100}


@dataclass
class Said:
    """`fields` are what `add_line` takes but supplier, scopes and invoice, which are named."""

    supplier: str
    invoice: str = ""
    scope: str = ""
    fields: dict[str, Any] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    notes: dict[str, str] = field(default_factory=dict)


def read(row: Row) -> Said:
    """Wrong: `ledger.amount`, `ledger.no_amount`, `ledger.heads`, `ledger.count`, `ledger.sum`, `ledger.payer`, `ledger.day`, `ledger.invoice`,
    `ledger.too_long`, `ledger.village`, `goods.unknown_county`, `goods.several_counties`."""
    values = row.values
    said = Said(values.get("supplier") or "", problems=[*row.problems, *_oversized(row)])
    what = " ".join(part for part in (values.get("what") or "", values.get("spec") or "") if part)
    plain = {key: (values.get(key) or "").strip() for key in ("order_no", "purpose", "words")}
    said.fields = {"what": what[:120], "heads": values.get("heads") or None, **plain}
    _heads(row, said)
    _day(row, said)
    _sums(row, said)
    _payer(row, said)
    _origin(row, said)
    _invoice(row, said)
    said.scope = (values.get("scope") or "").strip()
    return said


def is_marked(word: str) -> bool | None:
    """Whether a word of the scope's column says yes or no; None where it is a name."""
    plain = "".join(word.split()).lower()
    return True if plain in YES else False if plain in NO else None


def _heads(row: Row, said: Said) -> None:
    heads = said.fields["heads"]
    if heads is not None and not 0 < heads <= MOST_HEADS:
        said.problems.append(row.problem("heads", "ledger.heads", _("人数不合常理，看看是不是多写了几位。")))


def _day(row: Row, said: Said) -> None:
    found = row.values.get("on")
    if found is None:
        return
    if found.precision != "day":
        said.problems.append(row.problem("on", "ledger.day", _("要写到哪一天，例如2019-12-20。")))
        return
    day: date = found.date
    said.fields["on"] = day


def _sums(row: Row, said: Said) -> None:
    """Amount, or price times count; where all three stand there they must agree."""
    count, price, fen = _count(row, said), _money(row, said, "price"), _money(row, said, "fen")
    said.fields["count"] = count if count is not None else Decimal(1)
    if any(problem.key in {"count", "price", "fen"} for problem in said.problems):
        return
    if fen is None and price is not None:
        fen = line_fen(price, count if count is not None else Decimal(1))
    if not fen:
        said.problems.append(row.problem("fen", "ledger.no_amount", _("没有金额。写上金额，或者单价和数量。")))
        return
    if price is not None and count is not None and not multiplies(price, count, fen):
        facts = {
            "price": yuan(price),
            "count": f"{count.normalize():f}",
            "sum": yuan(line_fen(price, count)),
            "said": yuan(fen),
        }
        sentence = _("单价%(price)s乘%(count)s是%(sum)s，表里写的是%(said)s。改对其中一个。") % facts
        said.problems.append(row.problem("fen", "ledger.sum", sentence))
    said.fields["fen"] = fen


def _count(row: Row, said: Said) -> Decimal | None:
    typed = "".join((row.values.get("count") or "").split()).replace(",", "").replace("，", "")
    if not typed:
        return None
    found = re.fullmatch(r"(\d+(?:\.\d+)?)[\u4e00-\u9fff]{0,3}", typed)
    try:
        count = Decimal(found[1]) if found else Decimal("NaN")
        if not count.is_nan() and 0 < count <= MOST_COUNT and count == count.quantize(Decimal("0.01")):
            return count
    except InvalidOperation:
        pass
    sentence = _("“%(typed)s”不是数量。写一个大于0的数，最多两位小数。") % {"typed": typed[:20]}
    said.problems.append(row.problem("count", "ledger.count", sentence))
    return None


def _money(row: Row, said: Said, key: str) -> int | None:
    typed = (row.values.get(key) or "").strip()
    if not typed:
        return None
    try:
        return read_price(typed)[0]
    except NotAnAmount as wrong:
        sentences = {
            "negative": _("“%(typed)s”是负数。退掉的不导，导进来以后在那一笔上冲账。"),
            "too_fine": _("“%(typed)s”超过两位小数。金额写到分。"), "too_large": _("“%(typed)s”大得不合常理，看看是不是多写了几位。"),
        }  # fmt: skip
        sentence = sentences.get(wrong.code, _("“%(typed)s”不是金额。写一个数，例如1,234.50。"))
        said.problems.append(row.problem(key, "ledger.amount", sentence % {"typed": typed[:20]}))
        return None


def _payer(row: Row, said: Said) -> None:
    word = "".join((row.values.get("payer") or "").split())
    if not word:
        return
    found = next((key for key, words in PAYERS.items() if word in words or word == key), None)
    if found is None:
        sentence = _("“%(word)s”看不出是谁出的。写工会经费、会费、行政福利费、食堂、个人或其他。") % {"word": word[:20]}
        said.problems.append(row.problem("payer", "ledger.payer", sentence))
    else:
        said.fields["payer"] = found


def _origin(row: Row, said: Said) -> None:
    try:
        county, village = origin_typed(row.values.get("origin") or "")
    except Refused as wrong:
        said.problems.append(row.problem("origin", wrong.code, wrong.sentence))
        return
    village = row.values.get("village") or village
    if village and not county:
        _loose_village(row, said, village)
        return
    said.fields |= {"county": county, "village": village}


def _loose_village(row: Row, said: Said, village: str) -> None:
    """A village that no county goes with counts for no origin and could not be typed again: it is kept in the words."""
    said.fields |= {"county": "", "village": ""}
    with ours():
        words = comma(said.fields["words"], colon(_("村"), village))
    if len(words) > LONGEST["words"]:
        said.problems.append(row.problem("village", "ledger.village", _("写了村，没有写产地在哪个县。补上产地。")))
        return
    said.fields["words"] = words
    said.notes["village"] = _("没有写在哪个县，村先记在说明里")


def _invoice(row: Row, said: Said) -> None:
    number = plain_number(row.values.get("invoice") or "")
    if number in {"", "无", "-", "—", "/", "暂无", "未开"}:
        return
    if not number.isascii() or len(number) > 30 or re.fullmatch(r"[\d.]+[eE]\+\d+", number):
        sentence = _("“%(number)s”不像发票号码。被表格当成数字的，把这一列设成文本重填。") % {"number": number[:20]}
        said.problems.append(row.problem("invoice", "ledger.invoice", sentence))
        return
    said.invoice = number.removesuffix(".0")


def _oversized(row: Row) -> list[Problem]:
    found = []
    for key, longest in LONGEST.items():
        if len(row.values.get(key) or "") > longest:
            found.append(
                row.problem(key, "ledger.too_long", _("写得太长，最多%(longest)s个字。") % {"longest": longest})
            )
    return found
