"""Which festivals gifts may be given for, by the rules in force."""

from __future__ import annotations

from datetime import date
from typing import Final

from tongxin.org.models import Unit
from tongxin.rulebook.queries import check

# 总工办发〔2017〕32号 第八条: what holds where no rule has been loaded.
STATUTORY: Final = ("元旦", "春节", "清明", "劳动节", "端午", "中秋", "国庆")
ASKED: Final = {"payer": "union", "festival": ""}


def festivals(unit: Unit, on: date) -> tuple[str, ...]:
    """The words of the sets in force on that day for the unit, in their order. Three queries."""
    sets = [each.rule.value.split("|") for each in check(unit, OCCASION, ASKED, on).all if each.rule.metric == IN_SET]
    words = [word.strip() for each in sets for word in each if word.strip()]
    return tuple(dict.fromkeys(words)) or STATUTORY


OCCASION: Final = "festival"
IN_SET: Final = "date_in_set"
