"""How values of rules are said."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

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
