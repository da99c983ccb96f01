"""Prices as suppliers write them: `38元/箱`, `￥45.00`, `12.8元每斤`, `45.5/袋`. Pure."""

from __future__ import annotations

import re
from typing import Final

from tongxin.core.amounts import NotAnAmount, amount, fen

MEASURE: Final = re.compile(r"(?P<sum>[^/每／]+?)\s*(?:[/／]|每|一)\s*(?P<measure>[\u4e00-\u9fffA-Za-z]{1,6})")
RANGE: Final = re.compile(r"[\d.]+\s*(?:元)?\s*[-~—–～至到]\s*[¥￥]?[\d.]+")


def read_price(typed: str) -> tuple[int, str]:
    """Fen and the measure it is for (`箱`, or empty). Raises NotAnAmount; `not_understood` for a range too."""
    plain = re.sub(r"^(?:约|单价|价格|团购价|优惠价)[:：]?", "", typed.strip())
    if RANGE.search(plain):
        raise NotAnAmount("not_understood")
    found = MEASURE.fullmatch(plain)
    if found:
        return fen(amount(found["sum"])), found["measure"]
    return fen(amount(plain)), ""
