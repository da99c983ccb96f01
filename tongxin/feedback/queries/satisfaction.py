"""Figures of feedback: shown states only, so that no figure tells more than the pages do."""

from __future__ import annotations

from fractions import Fraction

from django.db.models import Count, Q, QuerySet, Sum
from django.utils.translation import gettext as _

from tongxin.activities.models import Activity
from tongxin.activities.queries.scope import held_counted, records_of
from tongxin.core.figures import Result, Scope, percent

SHOWS = Q(box__shown_good__gt=0) | Q(box__shown_fair__gt=0) | Q(box__shown_poor__gt=0)


def satisfaction(scope: Scope) -> Result:
    """满意 among all shown answers."""
    rows = _rows(scope)
    good, answers, asked, count = _sums(rows)
    records = records_of(rows, count, _satisfied)
    return Result(Fraction(good, answers) if answers else None, records, note=_note(answers, asked))


def feedback_rate(scope: Scope) -> Result:
    """Shown answers among all who were asked."""
    rows = _rows(scope)
    _good, answers, asked, count = _sums(rows)
    records = records_of(rows, count, _rate)
    return Result(Fraction(answers, asked) if asked else None, records, note=_note(answers, asked))


def _rows(scope: Scope) -> QuerySet[Activity]:
    return held_counted(scope).filter(SHOWS).select_related("box")


def _sums(rows: QuerySet[Activity]) -> tuple[int, int, int, int]:
    names = ("shown_good", "shown_fair", "shown_poor", "asked")
    found = rows.order_by().aggregate(**{name: Sum(f"box__{name}") for name in names}, count=Count("pk"))
    good, fair, poor, asked = (found[name] or 0 for name in names)
    return good, good + fair + poor, asked, found["count"]


def _note(answers: int, asked: int) -> str:
    if not asked:
        return _("还没有够5份评价的活动。")
    facts = {"answers": answers, "asked": asked, "rate": percent(Fraction(answers, asked))}
    return _("请了%(asked)s人次评，算进来%(answers)s份，占%(rate)s；不够5份的活动不算。") % facts


def _satisfied(activity: Activity) -> str:
    shown = activity.box.shown
    return _("%(answers)s份，满意%(share)s") % {"answers": shown.total, "share": percent(shown.satisfied)}


def _rate(activity: Activity) -> str:
    return _("请了%(asked)s人，%(answers)s份") % {"asked": activity.box.asked, "answers": activity.box.shown.total}
