"""A round as a thing from whose limits a committee may decide an exception: who runs it, while it is in the making."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Final

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from tongxin.rulebook.hooks import Subject, Taken
from tongxin.welfare.access import fetch, get_round_to_run, may_read_all
from tongxin.welfare.actions.turning import locked, require_possible
from tongxin.welfare.models import Round
from tongxin.welfare.queries.exempted import KIND, exemptions_of
from tongxin.welfare.queries.judging import given_by, year_sums
from tongxin.welfare.rules.facts import OCCASION, facts_of


def take(actor: Any, now: datetime, pk: int, hold: bool) -> Taken:
    """The round with the facts of every payer's share. Refuses: 404, `access.…`, `welfare.not_possible` once it was handed in."""
    round = get_round_to_run(actor, pk)
    if hold:
        round = locked(round)
    require_possible(round, "exempt")
    return Taken(round, round.unit, round.title, OCCASION, round.gives_on, parts_of(round), exemptions_of(round))


def parts_of(round: Round) -> dict[str, dict[str, Any]]:
    """The facts of each share, by who pays. Four queries."""
    given, sums = given_by(round), year_sums(round.unit, round.year, besides=round.pk)
    return {payer: facts_of(given, payer, fen, sums[payer]) for payer, fen in given.shares}


def sees(actor: Any, pk: int) -> bool:
    """Who reads all of the round."""
    return may_read_all(actor, fetch(pk))


SUBJECT: Final = Subject(KIND, _("福利"), take, sees, lambda pk: reverse("welfare:round", args=[pk]))
