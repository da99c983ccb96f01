"""How values of rules are said."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from tongxin.core.figures import percent
from tongxin.org.models import Standing
from tongxin.rulebook.rules import exact as measures
from tongxin.rulebook.rules.exact import Exact
from tongxin.rulebook.rules.metrics import Measured
from tongxin.rulebook.rules.regions import CITIES, COUNTRY, PROVINCES, city_of
from tongxin.ui.words import listed, yuan


def said(value: Measured | Exact, measure: str, metric: str = "") -> str:
    """A measured value or a limit, in words; empty where there is none."""
    if value is None:
        return ""
    if isinstance(value, tuple):
        return listed(_named(each, metric) for each in value)
    if measure == measures.FEN:
        return yuan(value)
    if measure == measures.SHARE:
        return _share(Fraction(value))
    return _counted(int(value), measure)


def measured(text: str, measure: str, metric: str = "") -> str:
    """A number kept as exact text (`rules.exempting.kept`), in words."""
    return said(Fraction(text), measure, metric)


# What a rule would have to know, as a reader says it.
FACT_NAMES: dict[str, Any] = {
    "year_fen": gettext_lazy("一年里每人多少"), "fen_per_head": gettext_lazy("给多少人"), "winners": gettext_lazy("几个人得奖"),
    "participants": gettext_lazy("多少人参加"), "income_fen": gettext_lazy("全年收入"), "budget_fen": gettext_lazy("全年预算"),
    "total_fen": gettext_lazy("一共多少"), "count": gettext_lazy("今年第几次"), "heads": gettext_lazy("多少人"), "nights": gettext_lazy("在外几晚"),
    "festival": gettext_lazy("什么节日"), "kind": gettext_lazy("发的是什么"), "member_state": gettext_lazy("发给谁"),
    "documents": gettext_lazy("有哪些材料"), "roles": gettext_lazy("谁经手"), "region": gettext_lazy("在哪里"), "place": gettext_lazy("在哪里"),
    "from_day": gettext_lazy("哪天起算"), "to_day": gettext_lazy("到哪天"), "present": gettext_lazy("到了多少人"), "seats": gettext_lazy("应到多少人"),
    "occasion": gettext_lazy("是为什么事买的"),
}  # fmt: skip


def unsaid(facts: Iterable[str]) -> str:
    """Why a rule could not be judged: what is not known, in words."""
    named = dict.fromkeys(str(FACT_NAMES.get(fact, fact)) for fact in facts)
    return _("没有判，因为不知道%(what)s") % {"what": listed(named)}


def _named(word: str, metric: str) -> str:
    """A word of a set as people say it: regions and standings are kept as codes."""
    if metric == "place_in_region":
        return region(word)
    if metric == "member_state_in" and word in Standing.State.values:
        return str(Standing.State(word).label)
    return word


def region(code: str) -> str:
    """`安徽`, `全国`, `安徽芜湖`; a city that is not known by name stays a code beside its province."""
    if code == COUNTRY:
        return _("全国")
    name = PROVINCES.get(code[3:5], code)
    return f"{name}{CITIES.get(code, f' {code}')}" if city_of(code) else name


def _share(value: Fraction) -> str:
    simple = value.denominator <= 12
    return f"{value.numerator}/{value.denominator}" if simple and value.denominator > 1 else percent(value)


def _counted(value: int, measure: str) -> str:
    sentences: dict[str, Any] = {
        measures.HEADS: ngettext("%(n)s人", "%(n)s人", value), measures.TIMES: ngettext("%(n)s次", "%(n)s次", value),
        measures.DAYS: ngettext("%(n)s天", "%(n)s天", value), measures.NIGHTS: ngettext("%(n)s晚", "%(n)s晚", value),
    }  # fmt: skip
    return str(sentences.get(measure, "%(n)s")) % {"n": f"{value:,}"}
