"""Steps of a piece of work, ticked one by one."""

from __future__ import annotations

from datetime import date

from django.db import models
from django.utils.translation import gettext_lazy as _

from tongxin.plan.models.work_item import WorkItem


class WorkStep(models.Model):
    """One step of a work item: what, until when, and when somebody ticked it."""

    item = models.ForeignKey(WorkItem, on_delete=models.PROTECT, related_name="steps")
    order = models.PositiveSmallIntegerField(_("序"), default=0)
    title = models.CharField(_("步骤"), max_length=100)
    due_on = models.DateField(_("期限"), null=True, blank=True)
    done_on = models.DateField(_("做完的日子"), null=True, blank=True)
    done_by = models.CharField(_("谁勾的"), max_length=60, blank=True)

    class Meta:
        ordering = ("item", "order", "id")

    def __str__(self) -> str:
        return self.title

    def late(self, today: date) -> bool:
        """Whether it is open past its due date."""
        return self.done_on is None and self.due_on is not None and self.due_on < today
