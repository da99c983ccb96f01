"""What of rounds stands in members' calendars: until when they choose."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Final

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _

from tongxin.core.agenda import Entry, Source, Whose
from tongxin.welfare.models import Entitled, Round


def ask(whose: Whose, first: date, last: date) -> Iterable[Entry]:
    """The end of choosing, for who is entitled. One query."""
    if whose.person_id is None:
        return []
    mine = Entitled.objects.filter(Entitled.standing(), person=whose.person_id).values("round")
    choosing = Q(state=Round.State.CHOOSING, chosen_at=None, choose_until__date__range=(first, last))
    return [_entry(round) for round in Round.objects.filter(choosing, pk__in=mine)]


def _entry(round: Round) -> Entry:
    assert round.choose_until is not None
    return Entry(
        uid=f"welfare-choosing-{round.pk}", title=_("选礼包截止：%(title)s") % {"title": round.title}, starts=round.choose_until,
        url=reverse("welfare:round", args=[round.pk]), changed_at=round.opened_at,
    )  # fmt: skip


SOURCE: Final = Source("welfare", ask)
