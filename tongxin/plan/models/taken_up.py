"""What was made of a proposal: put into the plan, or left out with a word why."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from tongxin.activities.models import Activity
from tongxin.org.models import Unit
from tongxin.plan.models.work_item import WorkItem


class TakenUp(models.Model):
    """A proposal of `plan.hooks` that was answered, so that it is not made twice and the year after can ask about it.

    `source` is the proposer's key, `code` its own key of the proposal; a work item or an activity came of it, or
    neither: then `words` say why it was left out.
    """

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    year = models.PositiveSmallIntegerField(_("年度"))
    source = models.CharField(max_length=20)
    code = models.CharField(max_length=80)
    title = models.CharField(_("从哪个问题来"), max_length=100)
    work_item = models.OneToOneField(
        WorkItem, on_delete=models.PROTECT, null=True, blank=True, related_name="came_from"
    )
    activity = models.OneToOneField(Activity, on_delete=models.PROTECT, null=True, blank=True, related_name="came_from")
    words = models.CharField(_("为什么不列"), max_length=300, blank=True)
    at = models.DateTimeField()
    by = models.CharField(max_length=60)

    class Meta:
        ordering = ("year", "id")
        constraints = (
            models.UniqueConstraint(fields=("unit", "year", "source", "code"), name="proposal_answered_once"),
            models.CheckConstraint(
                condition=Q(work_item=None) | Q(activity=None), name="proposal_becomes_one_thing_at_most"
            ),
        )

    def __str__(self) -> str:
        return self.title
