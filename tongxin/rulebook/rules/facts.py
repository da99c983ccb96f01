"""What a rule may ask about, by key: the closed list of facts. Whoever checks gives those it knows."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

Facts = Mapping[str, Any]

FACTS: Final[dict[str, str]] = {
    "fen_per_head": "fen for one person, this time",
    "total_fen": "fen in all, this time; with `heads` it gives fen_per_head",
    "heads": "people concerned or expected",
    "year_fen": "fen for one member in the year, this time included",
    "year_total_fen": "fen for all members in the year; with `members` it gives year_fen",
    "members": "members in standing on the day",
    "winners": "people who get a prize",
    "participants": "people who took part",
    "income_fen": "fen of income of the year",
    "budget_fen": "fen of the year's budget",
    "count": "how often in the year, this time included",
    "festival": "the festival it is given for",
    "kind": "what is given: 实物, 现金, 购物卡, 代金券 …",
    "goods": "marks of the goods: 扶贫产品 …",
    "payer": "who pays: union, dues, school, canteen, self",
    "member_state": "standing of the recipient on the day",
    "documents": "papers that are there",
    "roles": "who has which part: {approver: {…}, payee: {…}}",
    "from_day": "the day a term begins to run",
    "to_day": "the day it must be over by, or the day of the act",
    "nights": "nights away",
    "region": "region code of the place",
    "place": "name of the place",
    "present": "people present",
    "seats": "seats in all",
}


def known(facts: Facts, *keys: str) -> bool:
    """Whether all these facts are given."""
    return all(facts.get(key) is not None for key in keys)
