"""Work of the plan that is no activity: building branches, building clubs."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from tongxin.org.models import Person, Unit


class WorkItem(models.Model):
    """A piece of work with an owner, a due date and a share done, tracked to an end as activities are."""

    class Kind(models.TextChoices):
        BRANCH = "branch", _("分工会组织建设")
        CLUB = "club", _("俱乐部建设")
        OTHER = "other", _("其他工作")

    class State(models.TextChoices):
        PLANNED = "planned", _("未开始")
        UNDER_WAY = "under_way", _("进行中")
        DONE = "done", _("已完成")
        NOT_DONE = "not_done", _("未完成")
        CARRIED = "carried", _("转入下年")

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="work_items")
    year = models.PositiveSmallIntegerField(_("年度"))
    title = models.CharField(_("事项"), max_length=100)
    kind = models.CharField(_("种类"), max_length=8, choices=Kind.choices, default=Kind.OTHER)
    state = models.CharField(_("状态"), max_length=10, choices=State.choices, default=State.PLANNED)
    share_done = models.PositiveSmallIntegerField(_("完成进度（%）"), default=0)
    starts_on = models.DateField(_("开始"), null=True, blank=True)
    due_on = models.DateField(_("期限"), null=True, blank=True)
    responsible_unit = models.ForeignKey(
        Unit, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("责任单位")
    )
    owner = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("负责人")
    )
    reason = models.CharField(_("未完成原因"), max_length=10, blank=True)
    words = models.CharField(_("说明"), max_length=300, blank=True)
    carried_from = models.OneToOneField(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="carried_into"
    )

    class Meta:
        ordering = ("year", "due_on", "id")
        constraints = (
            models.CheckConstraint(condition=Q(share_done__lte=100), name="work_share_at_most_100"),
            models.CheckConstraint(condition=~Q(state="done") | Q(share_done=100), name="work_done_is_whole"),
        )

    def __str__(self) -> str:
        return self.title
