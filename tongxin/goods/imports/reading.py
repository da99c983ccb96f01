"""What a line of a quotation says."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _

from tongxin.core.amounts import NotAnAmount
from tongxin.core.refusals import Refused
from tongxin.core.sheets.table import Problem
from tongxin.goods.queries.origins import origin_typed
from tongxin.goods.rules import credit_code
from tongxin.goods.rules.prices import read_price
from tongxin.imports.protocol import Row

MARKED = frozenset({"✓", "√", "✔", "☑", "是", "832", "有", "y", "yes", "1", "对", "属于"})
UNMARKED = frozenset({"", "×", "✗", "否", "无", "-", "—", "/", "n", "no", "0", "不是", "不属于"})
LONGEST = {
    "name": 80,
    "spec": 60,
    "measure": 10,
    "village": 60,
    "proof": 100,
    "supplier": 100,
    "contact": 60,
    "phone": 30,
}


@dataclass
class Said:
    """`product` and `supplier` are what the row itself states; `marked` whether it says that it counts as of the 832."""

    supplier_name: str
    product: dict[str, Any] = field(default_factory=dict)
    supplier: dict[str, Any] = field(default_factory=dict)
    marked: bool = False
    problems: list[Problem] = field(default_factory=list)
    notes: dict[str, str] = field(default_factory=dict)


def read(row: Row) -> Said:
    """Wrong: `quotations.price`, `goods.unknown_county`, `goods.several_counties`, `goods.credit_code`, `quotations.mark`,
    `quotations.too_long`."""
    values = row.values
    said = Said(seller(row), problems=[*row.problems, *_oversized(row)])
    said.product = {"name": values.get("name") or "", "spec": values.get("spec") or ""}
    _price(row, said)
    _origin(row, said)
    _proof(row, said)
    said.marked = _marked(row, said)
    said.supplier = {key: values[key] for key in ("contact", "phone") if values.get(key)}
    code = credit_code.plain(values.get("credit_code") or "")
    if code and credit_code.is_sound(code):
        said.supplier["credit_code"] = code
    elif code:
        said.problems.append(row.problem("credit_code", "goods.credit_code", _("统一社会信用代码不对，校验码对不上。")))
    return said


def seller(row: Row) -> str:
    """Who sells: the cell, else the name of a sheet that is one supplier's."""
    found: str = row.values.get("supplier") or row.table.sheet_name
    return found


def _price(row: Row, said: Said) -> None:
    typed = row.values.get("price") or ""
    if not typed:
        return
    try:
        fen, measure = read_price(typed)
    except NotAnAmount:
        sentence = _("“%(typed)s”不是一个单价。写一个数，例如45.00或38元/箱。") % {"typed": typed[:20]}
        said.problems.append(row.problem("price", "quotations.price", sentence))
        return
    said.product["price_fen"] = fen
    if measure := row.values.get("measure") or measure:
        said.product["measure"] = measure


def _origin(row: Row, said: Said) -> None:
    try:
        county, village = origin_typed(row.values.get("origin") or "")
    except Refused as wrong:
        said.problems.append(row.problem("origin", wrong.code, wrong.sentence))
        return
    village = row.values.get("village") or village
    if county:
        said.product |= {"county": county, "village": village}


def _proof(row: Row, said: Said) -> None:
    if proof := row.values.get("proof"):
        said.product["proof"] = proof
    if until := row.values.get("proof_until"):
        said.product["proof_until"] = until.date


def _marked(row: Row, said: Said) -> bool:
    typed = "".join((row.values.get("mark") or "").split()).lower()
    if typed in MARKED or typed.startswith(("是", "832")):
        return True
    if typed not in UNMARKED and not typed.startswith(("不", "非")):
        sentence = _("“%(typed)s”看不懂。打✓或写“是”“否”。") % {"typed": typed[:20]}
        said.problems.append(row.problem("mark", "quotations.mark", sentence))
    return False


def _oversized(row: Row) -> list[Problem]:
    found = []
    for key, longest in LONGEST.items():
        if len(row.values.get(key) or "") > longest:
            words = _("写得太长，最多%(longest)s个字。") % {"longest": longest}
            found.append(row.problem(key, "quotations.too_long", words))
    return found
