"""Rounds in which somebody has still to choose."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db.models import Exists, OuterRef, Q

from tongxin.places.models import Place
from tongxin.places.models.place import LIVE
from tongxin.welfare.models import Entitled, Round


def to_choose(actor: Any, now: datetime) -> list[Round]:
    """Rounds whose packs the actor may choose from and has not, the first to close at the top. One query."""
    if actor.person_id is None:
        return []
    own = Entitled.objects.filter(Entitled.standing(), person=actor.person_id, round=OuterRef("pk")).order_by()
    live = Place.objects.filter(person=actor.person_id, pool__pack__round=OuterRef("pk"), state__in=LIVE).order_by()
    rows = Round.objects.filter(
        Q(choose_from=None) | Q(choose_from__lte=now), state=Round.State.CHOOSING, chosen_at=None
    )
    rows = rows.filter(
        Q(choose_until=None) | Q(choose_until__gt=now), Exists(own), ~Exists(live), packs__pool__isnull=False
    )
    return list(rows.distinct().order_by("choose_until", "pk"))
