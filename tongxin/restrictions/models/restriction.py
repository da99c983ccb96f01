"""A restriction 管控: for some time, at some places, some things may not be held as they were meant to be."""

from __future__ import annotations

from datetime import date, timedelta

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from tongxin.org.models import Unit
from tongxin.restrictions.rules.limits import REACHES


class Restriction(models.Model):
    """What a unit declares for itself and all below it, or for `units` among them only.

    `places` are words, one a line: where there are any, only events at a place that contains one are touched. `ends_on` empty:
    until further notice. `farthest` is how far one may go. `notice_days`: so many days before at the latest is announced.
    `severity` says whether acts are refused or only warned. It is never deleted: `ended_on` is the first day on which it no
    longer holds, `ended_words` why. `contingency` marks one declared in an emergency 应急.
    """

    class Severity(models.TextChoices):
        BLOCK = "block", _("不符合就不能办")
        WARN = "warn", _("只提醒")

    class Farthest(models.TextChoices):
        BEYOND = "beyond", _("不限")
        CITY = "city", _("不出市")
        HERE = "here", _("只在校内")

    unit = models.ForeignKey(
        Unit, on_delete=models.PROTECT, related_name="restrictions", verbose_name=_("哪个单位定的")
    )
    units = models.ManyToManyField(Unit, blank=True, related_name="+", verbose_name=_("只管这些单位"))
    title = models.CharField(_("叫什么"), max_length=100)
    starts_on = models.DateField(_("哪天起"))
    ends_on = models.DateField(_("哪天止"), null=True, blank=True)
    places = models.TextField(_("只管这些地方"), blank=True)
    farthest = models.CharField(_("去多远"), max_length=6, choices=Farthest.choices, default=Farthest.BEYOND)
    no_indoor = models.BooleanField(_("不在室内办"), default=False)
    online_only = models.BooleanField(_("只在线上办"), default=False)
    notice_days = models.PositiveSmallIntegerField(_("提前几天发布"), default=0)
    severity = models.CharField(_("管得多严"), max_length=5, choices=Severity.choices, default=Severity.BLOCK)
    source_title = models.CharField(_("文件名称"), max_length=200, blank=True)
    source_number = models.CharField(_("文号"), max_length=60, blank=True)
    source_issuer = models.CharField(_("发文单位"), max_length=100, blank=True)
    source_url = models.URLField(_("网址"), max_length=300, blank=True)
    contingency = models.BooleanField(_("应急"), default=False)
    declared_at = models.DateTimeField()
    declared_by = models.CharField(max_length=120)
    ended_on = models.DateField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_by = models.CharField(max_length=120, blank=True)
    ended_words = models.CharField(_("为什么解除"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("管控")
        ordering = ("starts_on", "id")
        indexes = (models.Index(fields=("unit", "starts_on")),)
        constraints = (
            models.CheckConstraint(
                condition=Q(ends_on=None) | Q(ends_on__gte=F("starts_on")), name="restriction_forward"
            ),
            models.CheckConstraint(condition=Q(farthest__in=REACHES), name="restriction_farthest_known"),
            models.CheckConstraint(condition=Q(severity__in=("block", "warn")), name="restriction_severity_known"),
            models.CheckConstraint(condition=~Q(title=""), name="restriction_has_title"),
            models.CheckConstraint(
                condition=Q(ended_at=None, ended_on=None, ended_by="", ended_words="")
                | Q(ended_at__isnull=False, ended_on__isnull=False) & ~Q(ended_words=""),
                name="restriction_ended_with_words",
            ),
        )

    def __str__(self) -> str:
        return self.title

    @property
    def until(self) -> date | None:
        """The last day on which it holds, or held; None until further notice."""
        if self.ended_on is None:
            return self.ends_on
        last = self.ended_on - timedelta(days=1)
        return last if self.ends_on is None else min(last, self.ends_on)


class Step(models.Model):
    """Gatherings of more than `over` heads need that, or are not held at all."""

    class Needs(models.TextChoices):
        PLAN = "plan", _("要有防控方案")
        FILE = "file", _("要报备")
        APPROVE = "approve", _("要先批准")
        BAN = "ban", _("不办")

    restriction = models.ForeignKey(Restriction, on_delete=models.CASCADE, related_name="steps")
    over = models.PositiveIntegerField(_("超过多少人"))
    demand = models.CharField(_("要什么"), max_length=7, choices=Needs.choices)

    class Meta:
        ordering = ("over", "id")
        constraints = (
            models.UniqueConstraint(fields=("restriction", "over"), name="restriction_step_once"),
            models.CheckConstraint(
                condition=Q(demand__in=("plan", "file", "approve", "ban")), name="restriction_step_known"
            ),
        )

    def __str__(self) -> str:
        return f">{self.over} {self.demand}"
