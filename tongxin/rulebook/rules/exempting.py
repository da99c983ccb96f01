"""Which rules a committee may decide an exception from, and how far a decided one reaches. Pure.

Source: domain-rules §10d: an amount over a confirmed cap is let through only by the committee's minutes together with a
document of the province; what is forbidden is let through by nobody.
"""

from __future__ import annotations

from fractions import Fraction
from typing import Final

from tongxin.rulebook.rules.exact import Exact
from tongxin.rulebook.rules.metrics import Measured

# Amounts, shares and counts: how much. What is given, to whom, where, by whom and with which papers is no question of how much.
LIMITS: Final = frozenset(
    {
        "sum_per_member_year", "sum_per_event_head", "sum_per_festival_head", "share_of_participants", "ratio_to_income",
        "ratio_to_budget", "count_per_year", "nights",
    }
)  # fmt: skip
UPPER: Final = frozenset({"le", "lt"})
# A decision about what a member gets in a year holds for all of that year's rounds.
YEARLY: Final = "sum_per_member_year"


def exemptible(metric: str, operator: str, limit: Exact) -> bool:
    """Whether the rule sets how much at most. A limit of nothing (no night away) is a prohibition."""
    return metric in LIMITS and operator in UPPER and not isinstance(limit, tuple) and limit > 0


def kept(value: Measured) -> str:
    """A measured number as exact text: `180000`, `550/3`. For numbers only."""
    if value is None or isinstance(value, tuple):
        raise TypeError(f"no number: {value!r}")
    return str(Fraction(value))


def covers(decided: str, value: Measured) -> bool:
    """Whether what was decided reaches as far as `value`: the same or less, never anything worse."""
    return value is not None and not isinstance(value, tuple) and Fraction(value) <= Fraction(decided)
