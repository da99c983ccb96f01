"""Tell who has not chosen that choosing ends at another time: an instrument of the act that moves it."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from tongxin.choosing.queries.progress import undecided
from tongxin.core.language import ours
from tongxin.notices.actions import tell
from tongxin.notices.models import Notice
from tongxin.ui.words import moment
from tongxin.welfare.models import Round


def tell_moved(*, actor: Any, now: datetime, round: Round, reason: str) -> None:
    """Said once for each time it is moved, with the reason."""
    assert round.choose_until is not None
    with ours():
        facts = {"until": moment(round.choose_until), "title": round.title}
        tell(
            actor=actor, now=now, unit=round.unit, kind=Notice.Kind.CHANGE, thing=round, body=reason,
            to=undecided(round).values_list("person", flat=True), key=f"choosing:{round.pk}:moved:{now.isoformat()}",
            url=reverse("welfare:round", args=[round.pk]), title=_("选礼包改到%(until)s截止：%(title)s") % facts,
        )  # fmt: skip
