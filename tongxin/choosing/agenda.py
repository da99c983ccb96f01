"""Until when a person chooses, for calendars."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Final

from django.urls import reverse
from django.utils.translation import gettext as _

from tongxin.core.agenda import Entry, Source, Whose
from tongxin.welfare.models import Entitled, Round

OPEN: Final = (Round.State.CHOOSING, Round.State.HANDING, Round.State.CLOSED)


def ask(whose: Whose, first: date, last: date) -> Iterable[Entry]:
    """The end of choosing of each round that the person is entitled to. One query."""
    if whose.person_id is None:
        return []
    rounds = Round.objects.filter(state__in=OPEN, choose_until__date__range=(first, last), packs__pool__isnull=False)
    own = Entitled.objects.filter(Entitled.standing(), person=whose.person_id).order_by().values("round")
    return [_entry(round) for round in rounds.filter(pk__in=own).distinct().order_by("pk")]


def _entry(round: Round) -> Entry:
    assert round.choose_until is not None
    return Entry(
        uid=f"choosing-{round.pk}", title=_("选礼包截止：%(title)s") % {"title": round.title}, starts=round.choose_until,
        words=round.contact, url=reverse("welfare:round", args=[round.pk]), changed_at=round.opened_at,
    )  # fmt: skip


SOURCE: Final = Source("choosing", ask)
