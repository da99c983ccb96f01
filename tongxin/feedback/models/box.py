"""Feedback that cannot be traced: who has answered is kept apart from what was answered, by construction."""

from __future__ import annotations

from django.db import models

from tongxin.activities.models import Activity
from tongxin.ballots.models import BallotBox, Line


class Box(BallotBox):
    """The ballot box of one activity."""

    activity = models.OneToOneField(Activity, on_delete=models.CASCADE, related_name="box")

    def __str__(self) -> str:
        return str(self.activity)


class Answered(Line):
    """Who was asked about an activity."""

    activity = models.ForeignKey(Activity, on_delete=models.CASCADE, related_name="answered")

    class Meta:
        constraints = (models.UniqueConstraint(fields=("activity", "person"), name="feedback_asked_once"),)
