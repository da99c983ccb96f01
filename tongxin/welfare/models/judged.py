"""What the rules said of a round when it was closed."""

from __future__ import annotations

from django.db import models

from tongxin.welfare.models.round import Round


class Judged(models.Model):
    """Written once, at closing: a rule that comes later judges no closed round again.

    `parts`: for each share who paid, fen a head, what that payer gave in the year's other rounds, the year's sum with this one,
    and the findings (`rulebook.queries.keeping.frozen`). `wholly`: the same had union funds paid all; null where they did.
    """

    round = models.OneToOneField(Round, on_delete=models.PROTECT, related_name="judged")
    at = models.DateTimeField()
    parts = models.JSONField(default=list)
    wholly = models.JSONField(null=True)

    class Meta:
        ordering = ("at", "id")
