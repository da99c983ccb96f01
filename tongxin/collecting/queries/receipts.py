"""Who received a pack, for everybody who counts it: what stands, not what was taken back."""

from __future__ import annotations

from collections.abc import Collection

from django.db.models import Count, QuerySet

from tongxin.collecting.models import Receipt
from tongxin.welfare.models import Round


def standing() -> QuerySet[Receipt]:
    """All receipts that have not been taken back."""
    return Receipt.objects.filter(undone_at=None)


def received(rounds: Collection[int]) -> list[tuple[int, int]]:
    """Pairs of round and person, once each: who received a pack of these rounds (a donated one is not received). One query."""
    if not rounds:
        return []
    rows = standing().filter(entitled__round__in=rounds).exclude(way=Receipt.Way.DONATED)
    return list(rows.order_by("pk").values_list("entitled__round", "entitled__person"))


def given_away(rounds: Collection[int]) -> list[tuple[int, int]]:
    """Pairs of round and person, once each: whose pack of these rounds went to others. One query."""
    rows = standing().filter(entitled__round__in=rounds, way=Receipt.Way.DONATED)
    return list(rows.order_by("pk").values_list("entitled__round", "entitled__person"))


def given_by_pack(round: Round) -> dict[int, int]:
    """How many of each pack left the store: handed out, delivered or donated. One query."""
    rows = standing().filter(entitled__round=round).order_by()
    return dict(rows.values_list("pack").annotate(count=Count("pk")))
