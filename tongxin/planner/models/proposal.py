"""A proposal of the planner, and its lines."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from tongxin.activities.models import Activity, Change
from tongxin.org.models import Unit


class Proposal(models.Model):
    """What the planner proposes for a unit's year; `as_of` set: a look back at how the plan stood then, never accepted.

    `facts` are fingerprints of what it was reckoned from (`rules.digest`), `aims` a list of name, value, bound and gap.
    `spent` are repeatable seconds; `cut` is "" where all is proven, "limit" or "clock" where time ended it.
    """

    class State(models.TextChoices):
        WANTED = "wanted", _("正在算")
        OPEN = "open", _("等你定")
        ACCEPTED = "accepted", _("已采纳")
        PARTLY = "partly", _("采纳了一部分")
        UNDONE = "undone", _("已撤回")
        DROPPED = "dropped", _("不要了")
        FAILED = "failed", _("没算出来")

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="proposals")
    year = models.PositiveSmallIntegerField(_("年度"))
    state = models.CharField(max_length=8, choices=State.choices, default=State.WANTED)
    as_of = models.DateField(null=True, blank=True)
    asked_at = models.DateTimeField()
    asked_by = models.CharField(max_length=120)
    seconds = models.PositiveSmallIntegerField(default=5)
    begun_at = models.DateTimeField(null=True, blank=True)
    made_at = models.DateTimeField(null=True, blank=True)
    facts: Any = models.JSONField(default=dict)
    aims: Any = models.JSONField(default=list)
    counts: Any = models.JSONField(default=dict)
    spent = models.FloatField(default=0)
    cut = models.CharField(max_length=8, blank=True)
    version = models.CharField(max_length=40, blank=True)
    reason = models.CharField(_("原因"), max_length=10, choices=Change.Reason.choices, blank=True)

    class Meta:
        verbose_name = _("重排方案")
        ordering = ("-asked_at", "-id")
        indexes = (models.Index(fields=("unit", "year", "state")),)

    def __str__(self) -> str:
        return f"{self.unit.called} {self.year}"

    @property
    def is_open(self) -> bool:
        """Whether lines of it may still be accepted."""
        return self.as_of is None and self.state in (self.State.OPEN, self.State.PARTLY)


class ProposedMove(models.Model):
    """A line: an activity that changes its day or form, or (`day_after` None) has no place in the year.

    `reasons` is what `words` puts into sentences. `stood` is the activity before it was accepted, `stands` after:
    what is not as in `stands` any more has been changed by somebody since, and is not undone.
    """

    class Decision(models.TextChoices):
        OPEN = "open", _("没定")
        ACCEPTED = "accepted", _("已采纳")
        DECLINED = "declined", _("不改")
        UNDONE = "undone", _("已撤回")
        LEFT = "left", _("后来有人改过，没动")

    proposal = models.ForeignKey(Proposal, on_delete=models.CASCADE, related_name="moves")
    activity = models.ForeignKey(Activity, on_delete=models.PROTECT, related_name="+")
    order = models.PositiveIntegerField(default=0)
    day_before = models.DateField(null=True, blank=True)
    mode_before = models.CharField(max_length=8, choices=Activity.Mode.choices)
    day_after = models.DateField(null=True, blank=True)
    mode_after = models.CharField(max_length=8, choices=Activity.Mode.choices)
    decision = models.CharField(max_length=8, choices=Decision.choices, default=Decision.OPEN)
    decided_at = models.DateTimeField(null=True, blank=True)
    decided_by = models.CharField(max_length=120, blank=True)
    reasons: Any = models.JSONField(default=dict)
    stood: Any = models.JSONField(default=dict)
    stands: Any = models.JSONField(default=dict)

    class Meta:
        ordering = ("order", "id")
        constraints = (models.UniqueConstraint(fields=("proposal", "activity"), name="planner_move_once"),)

    @property
    def unplaced(self) -> bool:
        """Whether no day could be found for it."""
        return self.day_after is None
