"""What figures, values and targets are called on screen, and the framework to begin with."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from typing import Any, Final

from django.utils.translation import gettext as _

from tongxin.core.figures import MONEY, SHARE, Figure, figures, nearest, percent
from tongxin.goals.rules.targets import written
from tongxin.ui.words import yuan

OWN: Final = frozenset({"plan.goals", "plan.goals_served", "plan.goals_reached", "plan.goals_empty"})
SEALS: Final = {"lead": "领", "promote": "促", "group": "组", "goal": "目"}
TONES: Final = {"lead": "jie", "promote": "wen", "group": "ti", "goal": ""}
# In Chinese whatever the screen's language: kind, title, the code of the activity group that serves it by itself, words
STARTER: Final[tuple[tuple[str, str, str, str], ...]] = (
    ("lead", "党建+工会", "", "以“党建+工会”为引领，加强工会组织能力建设。"),
    ("promote", "分工会作用", "", "促进各单位分工会发挥积极作用。"),
    ("promote", "俱乐部建设", "", "促进教职工各类俱乐部建设见成效。"),
    ("group", "教育文化提升", "culture", ""),
    ("group", "学校传统重大活动", "tradition", ""),
    ("group", "健康体育素养", "health", ""),
)


def measurable() -> list[Figure]:
    """The figures that a goal or an aim may be measured by: all but those that goals themselves give."""
    return [figure for figure in figures if figure.key not in OWN]


def shown(value: Fraction | int | None, unit: str, word: str = "") -> str:
    """A value as screens print it: `15项`, `75%`, `452,300元`, `—`; `unit` in Chinese, `word` as the reader says it."""
    if value is None:
        return "—"
    if unit == SHARE:
        return percent(Fraction(value))
    if unit == MONEY:
        return yuan(nearest(value))
    whole = Fraction(value)
    return f"{whole.numerator if whole.denominator == 1 else whole}{word or unit}"


def typed_value(value: Fraction, key: str) -> str:
    """A target as it was typed, to be typed over."""
    figure = figures.get(key)
    return written(value, figure.counts if figure else "")


def told_owner(person: Any, unit: Any) -> str:
    """Who answers for it: the person, the unit, or both."""
    names: Iterable[str] = [one for one in (unit.called if unit else "", person.name if person else "") if one]
    return " ".join(names) or _("没有负责人")
