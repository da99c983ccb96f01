"""How satisfied people were with rounds: shown states only, so that no figure tells more than the pages do."""

from __future__ import annotations

from fractions import Fraction

from django.db.models import Count, Q, QuerySet, Sum
from django.urls import reverse
from django.utils.translation import gettext as _

from tongxin.core.figures import RecordRow, Records, Result, Scope, percent
from tongxin.welfare.access import rounds_for
from tongxin.welfare.models import Round
from tongxin.welfare.queries.figures import given_out

SHOWS = Q(box__shown_good__gt=0) | Q(box__shown_fair__gt=0) | Q(box__shown_poor__gt=0)


def satisfaction(scope: Scope) -> Result:
    """满意 among all shown answers. One query."""
    rows = given_out(scope).filter(SHOWS).select_related("box", "unit")
    names = ("shown_good", "shown_fair", "shown_poor", "asked")
    found = rows.order_by().aggregate(**{name: Sum(f"box__{name}") for name in names}, count=Count("pk"))
    good, fair, poor, asked = (found[name] or 0 for name in names)
    answers = good + fair + poor
    records = Records(found["count"], lambda actor, first, last: _rows(actor, rows, first, last))
    return Result(Fraction(good, answers) if answers else None, records, note=_note(answers, asked))


def _rows(actor: object, rows: QuerySet[Round], first: int, last: int) -> list[RecordRow]:
    shown = list(rows[first:last])
    seen = set(rounds_for(actor).filter(pk__in=[each.pk for each in shown]).values_list("pk", flat=True))  # type: ignore[arg-type]
    return [_row(each) if each.pk in seen else RecordRow("", each.gives_on) for each in shown]


def _row(round: Round) -> RecordRow:
    tally = round.box.shown
    words = _("%(answers)s份，满意%(share)s") % {"answers": tally.total, "share": percent(tally.satisfied)}
    return RecordRow(round.title, round.gives_on, words, reverse("welfare:round", args=[round.pk]), "福", "huai")


def _note(answers: int, asked: int) -> str:
    if not asked:
        return _("还没有够5份评价的福利。")
    facts = {"answers": answers, "asked": asked, "rate": percent(Fraction(answers, asked))}
    return _("请了%(asked)s人次评，算进来%(answers)s份，占%(rate)s；不够5份的不算。") % facts
