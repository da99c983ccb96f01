"""A call for volunteers, what there is to do, and when."""

from __future__ import annotations

from datetime import datetime

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from tongxin.org.models import Unit
from tongxin.places.models import Pool


class Call(models.Model):
    """A call of a unit for volunteers (志愿者招募). Members see it from `published_at` on.

    `open_to` empty: everybody of the union; `who` says whether only members. `closed`: nobody signs up any more, shifts go
    on; `ended`: over, what was served still can be put right. `thanked_at`: the thanks were sent, once.
    """

    class State(models.TextChoices):
        DRAFT = "draft", _("没发布")
        OPEN = "open", _("招募中")
        CLOSED = "closed", _("停止报名")
        ENDED = "ended", _("已结束")

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="calls", verbose_name=_("单位"))
    title = models.CharField(_("招募什么"), max_length=80)
    what = models.TextField(_("做什么"), max_length=2000, blank=True)
    place = models.CharField(_("地点"), max_length=100, blank=True)
    contact = models.CharField(_("联系人"), max_length=100, blank=True)
    starts_on = models.DateField(_("从哪天"))
    ends_on = models.DateField(_("到哪天"))
    who = models.CharField(_("谁可以报"), max_length=8, choices=Pool.Who.choices, default=Pool.Who.STAFF)
    open_to = models.ManyToManyField(Unit, related_name="+", blank=True, verbose_name=_("面向单位"))
    state = models.CharField(_("状态"), max_length=6, choices=State.choices, default=State.DRAFT)
    published_at = models.DateTimeField(null=True, blank=True, editable=False)
    thanked_at = models.DateTimeField(null=True, blank=True, editable=False)
    thanks = models.CharField(_("感谢的话"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("志愿招募")
        ordering = ("-starts_on", "-id")
        constraints = (
            models.CheckConstraint(condition=Q(ends_on__gte=F("starts_on")), name="mobilisation_call_forward"),
        )

    def __str__(self) -> str:
        return self.title


class Duty(models.Model):
    """A post (岗位) of a call: what one does there and what it takes."""

    call = models.ForeignKey(Call, on_delete=models.CASCADE, related_name="duties")
    name = models.CharField(_("岗位"), max_length=40)
    does = models.CharField(_("做什么"), max_length=200, blank=True)
    needs = models.CharField(_("要求"), max_length=200, blank=True)
    order = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ("order", "id")
        constraints = (models.UniqueConstraint(fields=("call", "name"), name="mobilisation_duty_once"),)

    def __str__(self) -> str:
        return self.name


class Shift(models.Model):
    """A shift (班次) of a post; how many and who are in its pool of places. It may end on the next day."""

    duty = models.ForeignKey(Duty, on_delete=models.CASCADE, related_name="shifts")
    starts_at = models.DateTimeField(_("开始"))
    ends_at = models.DateTimeField(_("结束"))
    pool = models.OneToOneField(Pool, on_delete=models.PROTECT, related_name="shift")

    class Meta:
        ordering = ("starts_at", "duty__order", "id")
        indexes = (models.Index(fields=("starts_at",)),)
        constraints = (
            models.CheckConstraint(condition=Q(ends_at__gt=F("starts_at")), name="mobilisation_shift_forward"),
            models.UniqueConstraint(fields=("duty", "starts_at", "ends_at"), name="mobilisation_shift_once"),
        )

    def __str__(self) -> str:
        return self.pool.label

    @property
    def minutes(self) -> int:
        """How long it is."""
        return int((self.ends_at - self.starts_at).total_seconds()) // 60

    def is_over(self, now: datetime) -> bool:
        """Whether it has begun: from then on nobody takes it or leaves it alone."""
        return self.starts_at <= now
