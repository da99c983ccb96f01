"""Who gets something in a round."""

from __future__ import annotations

from django.db.models import QuerySet

from tongxin.welfare.models import Entitled, Round


def entitled_of(round: Round) -> QuerySet[Entitled]:
    """Those entitled now, with person and unit: in the snapshot and not struck off it."""
    return Entitled.objects.filter(Entitled.standing(), round=round).select_related("person", "unit")


def is_entitled(round: Round, person: int | None) -> bool:
    """Whether this person gets something in the round."""
    return person is not None and Entitled.objects.filter(Entitled.standing(), round=round, person=person).exists()
