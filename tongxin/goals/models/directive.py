"""Tasks from above 上级部署, with what was done about them."""

from __future__ import annotations

from datetime import date

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from tongxin.activities.models import Activity
from tongxin.goals.models.goal import Goal
from tongxin.org.models import Person, Unit
from tongxin.plan.models import WorkItem


class Directive(models.Model):
    """What somebody above has told the unit to do, until when; evidence hangs on it, and a closing note ends it."""

    class State(models.TextChoices):
        OPEN = "open", _("未开始")
        UNDER_WAY = "under_way", _("落实中")
        CLOSED = "closed", _("已结案")

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="directives")
    year = models.PositiveSmallIntegerField(_("年度"))
    title = models.CharField(_("要做什么"), max_length=100)
    text = models.TextField(_("原文要求"), blank=True)
    given_by = models.CharField(_("谁部署的"), max_length=60)
    document = models.CharField(_("文件或会议"), max_length=100, blank=True)
    given_on = models.DateField(_("部署日期"))
    due_on = models.DateField(_("期限"), null=True, blank=True)
    owner = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    owner_unit = models.ForeignKey(Unit, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    state = models.CharField(_("状态"), max_length=10, choices=State.choices, default=State.OPEN)
    closing = models.TextField(_("结案说明"), blank=True)
    closed_on = models.DateField(_("结案日期"), null=True, blank=True)
    closed_by = models.CharField(_("谁结的"), max_length=60, blank=True)

    class Meta:
        ordering = ("due_on", "id")
        constraints = (
            models.CheckConstraint(
                condition=~Q(state="closed") | (~Q(closing="") & Q(closed_on__isnull=False)), name="directive_closed_with_note"
            ),
        )  # fmt: skip

    def __str__(self) -> str:
        return self.title

    def late(self, today: date) -> bool:
        """Whether it is open past its due date."""
        return self.state != self.State.CLOSED and self.due_on is not None and self.due_on < today


class Evidence(models.Model):
    """Something done for a directive: an activity, a piece of work, or a goal of the year."""

    directive = models.ForeignKey(Directive, on_delete=models.CASCADE, related_name="evidence")
    activity = models.ForeignKey(Activity, on_delete=models.PROTECT, null=True, related_name="+")
    work_item = models.ForeignKey(WorkItem, on_delete=models.PROTECT, null=True, related_name="+")
    goal = models.ForeignKey(Goal, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering = ("directive", "id")
        constraints = (
            models.UniqueConstraint(fields=("directive", "activity"), name="evidence_activity_once"),
            models.UniqueConstraint(fields=("directive", "work_item"), name="evidence_work_once"),
            models.UniqueConstraint(fields=("directive", "goal"), name="evidence_goal_once"),
            models.CheckConstraint(
                condition=Q(activity__isnull=False, work_item=None, goal=None)
                | Q(activity=None, work_item__isnull=False, goal=None)
                | Q(activity=None, work_item=None, goal__isnull=False),
                name="evidence_is_one_thing",
            ),
        )
