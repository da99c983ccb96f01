"""What people would like: a poll before a round whose answers cannot be traced."""

from __future__ import annotations

from datetime import datetime

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from tongxin.org.models import Person
from tongxin.welfare.models.round import Round


class Poll(models.Model):
    """The needs poll of a round: several options may be ticked, a wish written. Counts and shuffled wishes are all that is kept
    (as `ballots`); `asked` is how many were asked, `answers` how many answered, `shown` how many readers see, in steps of five.
    `set_at` is when an officer settled it (one copied from last year's round waits for that), `told_at` when those asked were told.
    """

    round = models.OneToOneField(Round, on_delete=models.CASCADE, related_name="poll")
    question = models.CharField(_("问什么"), max_length=120)
    opens_at = models.DateTimeField(_("开始"))
    closes_at = models.DateTimeField(_("截止"))
    most = models.PositiveSmallIntegerField(_("最多选几样"), default=3)
    asked = models.PositiveIntegerField(default=0, editable=False)
    set_at = models.DateTimeField(null=True, blank=True, editable=False)
    told_at = models.DateTimeField(null=True, blank=True, editable=False)
    answers = models.PositiveIntegerField(default=0, editable=False)
    shown = models.PositiveIntegerField(default=0, editable=False)
    wishes = models.JSONField(default=list, editable=False)
    shown_wishes = models.JSONField(default=list, editable=False)

    class Meta:
        constraints = (
            models.CheckConstraint(condition=Q(closes_at__gt=F("opens_at")), name="welfare_poll_forward"),
            models.CheckConstraint(condition=Q(shown__lte=F("answers")), name="welfare_poll_shows_no_more"),
        )

    def __str__(self) -> str:
        return self.question

    def is_open(self, now: datetime) -> bool:
        """Whether an answer is taken."""
        return self.set_at is not None and self.opens_at <= now < self.closes_at

    def is_over(self, now: datetime) -> bool:
        """Whether no answer is taken any more, and what came may be read."""
        return self.set_at is not None and self.closes_at <= now


class PollOption(models.Model):
    """An option of a poll and how many ticked it; `shown` is what readers see."""

    poll = models.ForeignKey(Poll, on_delete=models.CASCADE, related_name="options")
    label = models.CharField(_("选项"), max_length=40)
    count = models.PositiveIntegerField(default=0, editable=False)
    shown = models.PositiveIntegerField(default=0, editable=False)
    order = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ("order", "id")
        constraints = (models.UniqueConstraint(fields=("poll", "label"), name="welfare_option_once"),)


class Polled(models.Model):
    """Who has answered a poll: neither when, nor what."""

    poll = models.ForeignKey(Poll, on_delete=models.CASCADE, related_name="polled")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")

    class Meta:
        constraints = (models.UniqueConstraint(fields=("poll", "person"), name="welfare_polled_once"),)
