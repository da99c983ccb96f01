"""Addresses are kept for the delivery alone."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from django.db.models import QuerySet

from tongxin.choosing.models import Way
from tongxin.welfare.models import Round

OVER: Final = (Round.State.CLOSED, Round.State.CANCELLED)


def erase_ways(*, now: datetime) -> int:
    """For the worker: what is left of addresses of rounds that are over; how many. The acts that end a round erase them
    themselves, this is for whatever came in beside them."""
    return erase(Way.objects.filter(entitled__round__state__in=OVER), now)


def erase(ways: QuerySet[Way], now: datetime) -> int:
    """Erase the addresses of these; how many. An instrument of the acts that end a round."""
    return ways.filter(erased_at=None).update(receiver="", phone="", address="", erased_at=now)
