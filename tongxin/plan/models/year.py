"""The annual plan of a unit and its frozen baseline."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from tongxin.activities.models import Activity, Category
from tongxin.org.models import Unit
from tongxin.plan.models.work_item import WorkItem


class AnnualPlan(models.Model):
    """A unit's plan for a year: drafted, reviewed by somebody else, approved. Approval freezes its baseline; the
    activities themselves live on. `reviewed_mark` is the fingerprint of what was reviewed."""

    class State(models.TextChoices):
        DRAFT = "draft", _("编制中")
        SUBMITTED = "submitted", _("待审议")
        REVIEWED = "reviewed", _("已审议")
        APPROVED = "approved", _("已审定")

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="plans")
    year = models.PositiveSmallIntegerField(_("年度"))
    state = models.CharField(_("状态"), max_length=10, choices=State.choices, default=State.DRAFT)
    submitted_at = models.DateTimeField(_("提请审议"), null=True, blank=True)
    submitted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    reviewed_at = models.DateTimeField(_("审议"), null=True, blank=True)
    reviewed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    review_words = models.CharField(_("审议意见"), max_length=400, blank=True)
    reviewed_mark = models.CharField(max_length=64, blank=True, editable=False)
    approved_on = models.DateField(_("审定日期"), null=True, blank=True)
    approved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    idea = models.CharField(_("工作思路"), max_length=200, blank=True)

    class Meta:
        constraints = (models.UniqueConstraint(fields=("unit", "year"), name="plan_once_a_year"),)

    def __str__(self) -> str:
        return f"{self.unit.called}{self.year}"


class BaselineItem(models.Model):
    """A line of the approved plan as it stood on the day of approval; never altered."""

    plan = models.ForeignKey(AnnualPlan, on_delete=models.PROTECT, related_name="baseline")
    number = models.PositiveIntegerField(_("序"))
    activity = models.ForeignKey(Activity, on_delete=models.PROTECT, null=True, related_name="baselines")
    work_item = models.ForeignKey(WorkItem, on_delete=models.PROTECT, null=True, related_name="baselines")
    title = models.CharField(_("名称"), max_length=100)
    category = models.ForeignKey(Category, on_delete=models.PROTECT, null=True, related_name="+")
    counted = models.BooleanField(default=True)
    planned_on = models.DateField(_("计划日期"), null=True)
    planned_words = models.CharField(max_length=40, blank=True)
    expected = models.PositiveIntegerField(null=True)
    organisers = models.JSONField(default=list)

    class Meta:
        ordering = ("plan", "number")
        constraints = (
            models.UniqueConstraint(fields=("plan", "number"), name="baseline_number_once"),
            models.UniqueConstraint(fields=("plan", "activity"), name="baseline_activity_once"),
            models.UniqueConstraint(fields=("plan", "work_item"), name="baseline_work_item_once"),
        )

    @property
    def organised_by(self) -> list[str]:
        """The names of who was to organise it."""
        return [organiser["name"] for organiser in self.organisers]

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Add; altering a baseline is a fault."""
        if not self._state.adding:
            raise TypeError("a baseline is never altered")
        super().save(*args, **kwargs)
