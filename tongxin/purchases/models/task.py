"""What a year is to buy, and who has which part in it."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from tongxin.goods.models import Scope
from tongxin.org.models import Unit


class Task(models.Model):
    """A year's purchasing task 采购任务 in one scope of counting (none: assistance purchasing as a whole): how much, and who set it."""

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="purchasing_tasks", verbose_name=_("单位"))
    year = models.PositiveSmallIntegerField(_("年度"))
    scope = models.ForeignKey(
        Scope, on_delete=models.PROTECT, null=True, blank=True, related_name="tasks", verbose_name=_("统计口径")
    )
    target_fen = models.PositiveBigIntegerField(_("目标金额"))
    set_by = models.CharField(_("谁定的"), max_length=100)
    document = models.CharField(_("依据"), max_length=200, blank=True)
    words = models.CharField(_("说明"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("采购任务")
        ordering = ("-year", "scope_id", "id")
        constraints = (
            models.UniqueConstraint(fields=("unit", "year", "scope"), name="purchases_task_once"),
            models.UniqueConstraint(fields=("unit", "year"), condition=Q(scope=None), name="purchases_whole_task_once"),
        )

    def __str__(self) -> str:
        return f"{self.year} {self.scope or ''}".strip()


class Part(models.Model):
    """A partner unit's step in a task: what it does, until when, and that it is done."""

    task = models.ForeignKey(Task, on_delete=models.CASCADE, related_name="parts")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+", verbose_name=_("协作单位"))
    does = models.CharField(_("做什么"), max_length=100)
    due_on = models.DateField(_("到哪天"), null=True, blank=True)
    done_on = models.DateField(_("哪天做完"), null=True, blank=True)
    words = models.CharField(_("说明"), max_length=200, blank=True)
    order = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ("order", "id")
