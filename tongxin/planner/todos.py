"""What waits for those who decide on proposals: only the newest of a unit's year, the older ones are history."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Final

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tongxin.core import clock
from tongxin.core.todos import Todo, TodoSource
from tongxin.org.actor import Actor
from tongxin.planner.queries.waiting import to_decide


def ask(actor: Actor, now: datetime) -> Sequence[Todo]:
    """One to-do for each unit's year that has a proposal with open lines. One query."""
    newest: dict[tuple[int, int], Any] = {}
    for proposal in to_decide(actor, clock.today(now).year):
        newest.setdefault((proposal.unit_id, proposal.year), proposal)
    return [_todo(proposal) for proposal in newest.values()]


def _todo(proposal: Any) -> Todo:
    facts = {"unit": proposal.unit.called, "n": proposal.waiting}
    return Todo(
        key=f"planner.proposal.{proposal.pk}",
        title=_("定下%(year)s年的重排方案") % {"year": proposal.year},
        why=ngettext("%(unit)s，%(n)s项等你勾", "%(unit)s，%(n)s项等你勾", proposal.waiting) % facts,
        due=None,
        minutes=5,
        url=reverse("planner:proposal", args=[proposal.pk]),
        act=_("看方案"),
        seal="排",
    )


SOURCE: Final = TodoSource("planner", ask)
