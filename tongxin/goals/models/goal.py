"""The year's framework: goals in a tree, how each is measured, and what serves it."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from tongxin.activities.models import Activity, Group
from tongxin.goals.models.measure import Exact, Measured
from tongxin.org.models import Person, Unit
from tongxin.plan.models import WorkItem


class Goal(models.Model):
    """A goal of a unit's year. Activities of `group` serve it by themselves; others are hung on it one by one."""

    class Kind(models.TextChoices):
        LEAD = "lead", _("引领")
        PROMOTE = "promote", _("促进")
        GROUP = "group", _("活动组")
        GOAL = "goal", _("目标")

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="goals")
    year = models.PositiveSmallIntegerField(_("年度"))
    parent = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="children")
    order = models.PositiveSmallIntegerField(_("排序"), default=0)
    kind = models.CharField(_("种类"), max_length=7, choices=Kind.choices, default=Kind.GOAL)
    title = models.CharField(_("目标"), max_length=100)
    words = models.CharField(_("说明"), max_length=400, blank=True)
    owner = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    owner_unit = models.ForeignKey(Unit, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    group = models.ForeignKey(Group, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    copied_from = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="copies")

    class Meta:
        ordering = ("order", "id")
        constraints = (
            models.UniqueConstraint(
                fields=("unit", "year", "group"), condition=Q(group__isnull=False), name="goal_group_once_a_year"
            ),
            models.CheckConstraint(condition=Q(parent=None) | ~Q(parent=F("id")), name="goal_not_its_own_parent"),
        )

    def __str__(self) -> str:
        return self.title


class Indicator(Measured, Exact):
    """How a goal is measured: a figure and its target. The value itself is never kept: it is the figure's."""

    goal = models.ForeignKey(Goal, on_delete=models.CASCADE, related_name="indicators")

    class Meta:
        ordering = ("goal", "id")
        constraints = (
            models.UniqueConstraint(fields=("goal", "key", "part"), name="goal_measured_once"),
            models.CheckConstraint(condition=Q(denominator__gt=0), name="goal_target_divides"),
        )

    def __str__(self) -> str:
        return self.key


class Serves(models.Model):
    """An activity or a piece of work that a goal is served by."""

    goal = models.ForeignKey(Goal, on_delete=models.CASCADE, related_name="served_by")
    activity = models.ForeignKey(Activity, on_delete=models.PROTECT, null=True, related_name="serves")
    work_item = models.ForeignKey(WorkItem, on_delete=models.PROTECT, null=True, related_name="serves")

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("goal", "activity"), name="goal_activity_once"),
            models.UniqueConstraint(fields=("goal", "work_item"), name="goal_work_once"),
            models.CheckConstraint(
                condition=Q(activity=None, work_item__isnull=False) | Q(activity__isnull=False, work_item=None),
                name="goal_served_by_one_thing",
            ),
        )
