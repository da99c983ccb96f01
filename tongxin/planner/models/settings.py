"""What holds for all of a union's planning: the order of its aims, limits, money, and the academic year."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from tongxin.org.models import Unit
from tongxin.planner.problem import DEFAULT_ORDER


def default_order() -> list[str]:
    """The aims, the most important first."""
    return [str(aim) for aim in DEFAULT_ORDER]


class PlannerSettings(models.Model):
    """A union's planning: days are working days a month that an officer can give, `second_half` a share in percent.

    `part_time` holds for all officers but the union's own office (`full_time`). `factor` says how many days of moving
    one working day above the load is worth.
    """

    unit = models.OneToOneField(Unit, on_delete=models.CASCADE, related_name="planner_settings")
    order: Any = models.JSONField(_("先后"), default=default_order)
    factor = models.PositiveSmallIntegerField(_("一份超负荷抵几天"), default=10)
    part_time = models.PositiveSmallIntegerField(_("兼职干部每月几天"), default=3)
    full_time = models.PositiveSmallIntegerField(_("专职干部每月几天"), default=10)
    notice = models.PositiveSmallIntegerField(_("提前几天通知"), default=7)
    second_half = models.PositiveSmallIntegerField(_("下半年最多占（%）"), default=60)

    class Meta:
        verbose_name = _("排期设置")
        constraints = (models.CheckConstraint(condition=Q(second_half__lte=100), name="planner_half_at_most_100"),)

    def __str__(self) -> str:
        return self.unit.called


class QuarterBudget(models.Model):
    """What a unit may spend on activities in a quarter (1 to 4), in fen. No row: no limit is known."""

    unit = models.ForeignKey(Unit, on_delete=models.CASCADE, related_name="+", verbose_name=_("单位"))
    year = models.PositiveSmallIntegerField(_("年度"))
    quarter = models.PositiveSmallIntegerField(_("季度"))
    fen = models.PositiveBigIntegerField(_("最多"))

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("unit", "year", "quarter"), name="planner_budget_once"),
            models.CheckConstraint(condition=Q(quarter__range=(1, 4)), name="planner_quarter_of_four"),
        )


class TermSpan(models.Model):
    """A span of a union's academic calendar: a term, exam weeks, a vacation; both days included."""

    class Kind(models.TextChoices):
        TERM = "term", _("学期")
        EXAM = "exam", _("考试周")
        VACATION = "vacation", _("假期")

    unit = models.ForeignKey(Unit, on_delete=models.CASCADE, related_name="term_spans")
    kind = models.CharField(_("种类"), max_length=8, choices=Kind.choices)
    name = models.CharField(_("名称"), max_length=40)
    starts_on = models.DateField(_("从哪天"))
    ends_on = models.DateField(_("到哪天"))

    class Meta:
        ordering = ("starts_on", "id")
        constraints = (
            models.CheckConstraint(condition=Q(ends_on__gte=F("starts_on")), name="planner_span_forward"),
            models.UniqueConstraint(fields=("unit", "kind", "starts_on", "ends_on"), name="planner_span_once"),
        )

    def __str__(self) -> str:
        return self.name
