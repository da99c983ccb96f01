"""Who has been told of a restriction."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from django.db.models import Count

from tongxin.notices.models import Notice

DECLARED: Final = "restrictions:{}:declared"
ENDED: Final = "restrictions:{}:ended"


@dataclass(frozen=True)
class Told:
    """When those concerned were told, and how many they were."""

    at: datetime
    people: int


def told(pk: int) -> Told | None:
    """The notice of a restriction; None where nobody was told. One query."""
    rows = Notice.objects.filter(key=DECLARED.format(pk)).annotate(people=Count("messages"))
    row = rows.values_list("at", "people").first()
    return Told(*row) if row else None
