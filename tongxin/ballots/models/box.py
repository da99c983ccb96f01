"""Answers that cannot be traced: who has answered is kept apart from what was answered, by construction."""

from __future__ import annotations

from datetime import datetime

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from tongxin.ballots.rules.showing import Tally
from tongxin.ballots.rules.window import is_open
from tongxin.org.models import Person


class Rating(models.TextChoices):
    """What one tap says."""

    GOOD = "good", _("满意")
    FAIR = "fair", _("一般")
    POOR = "poor", _("不满意")


class BallotBox(models.Model):
    """The ballot box of one thing: counts of each rating and the sentences, shuffled at every answer. No row per answer, no time,
    no order: nothing in it can be joined to a person.

    The `shown_…` fields are the state that readers see; it moves only in steps of at least `rules.showing.STEP` answers, so
    that nobody can subtract yesterday's page from today's. `asked` is how many people were asked.
    """

    good = models.PositiveIntegerField(_("满意"), default=0)
    fair = models.PositiveIntegerField(_("一般"), default=0)
    poor = models.PositiveIntegerField(_("不满意"), default=0)
    sentences = models.JSONField(default=list)
    shown_good = models.PositiveIntegerField(default=0)
    shown_fair = models.PositiveIntegerField(default=0)
    shown_poor = models.PositiveIntegerField(default=0)
    shown_sentences = models.JSONField(default=list)
    asked = models.PositiveIntegerField(default=0)
    opened_at = models.DateTimeField()
    closes_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        abstract = True
        indexes = (models.Index(fields=("closes_at",), condition=Q(closed_at=None), name="%(app_label)s_box_open"),)
        constraints = (
            models.CheckConstraint(
                condition=Q(shown_good__lte=F("good"), shown_fair__lte=F("fair"), shown_poor__lte=F("poor")),
                name="%(app_label)s_shows_no_more_than_there_is",
            ),
        )

    @property
    def counted(self) -> Tally:
        """What is in the box."""
        return Tally(self.good, self.fair, self.poor)

    @property
    def shown(self) -> Tally:
        """What readers see."""
        return Tally(self.shown_good, self.shown_fair, self.shown_poor)

    def is_open(self, now: datetime) -> bool:
        """Whether an answer is still taken."""
        return is_open(self.closes_at, self.closed_at, now)


class Line(models.Model):
    """Who was asked, and whether an answer came: neither when, nor what."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    answered = models.BooleanField(default=False)

    class Meta:
        abstract = True
