"""How a round was liked: answers that cannot be traced (`ballots`)."""

from __future__ import annotations

from django.db import models

from tongxin.ballots.models import BallotBox, Line
from tongxin.welfare.models.round import Round


class Box(BallotBox):
    """The ballot box of one round."""

    round = models.OneToOneField(Round, on_delete=models.CASCADE, related_name="box")

    def __str__(self) -> str:
        return str(self.round)


class Asked(Line):
    """Who was asked about a round: those who received a pack."""

    round = models.ForeignKey(Round, on_delete=models.CASCADE, related_name="asked")

    class Meta:
        constraints = (models.UniqueConstraint(fields=("round", "person"), name="welfare_asked_once"),)
