"""Aims over several years (十四五), measured by the same figures year by year."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from tongxin.goals.models.measure import Exact, Measured
from tongxin.org.models import Person, Unit


class Aim(models.Model):
    """What a unit wants to reach from one year to another, both included; eight years at most with those before."""

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="aims")
    title = models.CharField(_("多年目标"), max_length=100)
    words = models.CharField(_("说明"), max_length=400, blank=True)
    first = models.PositiveSmallIntegerField(_("从哪年"))
    last = models.PositiveSmallIntegerField(_("到哪年"))
    owner = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        ordering = ("first", "id")
        constraints = (models.CheckConstraint(condition=Q(last__gte=F("first")), name="aim_forward"),)

    def __str__(self) -> str:
        return self.title


class AimMeasure(Measured):
    """A figure that an aim is measured by."""

    aim = models.ForeignKey(Aim, on_delete=models.CASCADE, related_name="measures")

    class Meta:
        ordering = ("aim", "id")
        constraints = (models.UniqueConstraint(fields=("aim", "key", "part"), name="aim_measured_once"),)

    def __str__(self) -> str:
        return self.key


class AimYear(Exact):
    """A year of a measure: its target, or a value from before the system, typed with its source."""

    class Kind(models.TextChoices):
        TARGET = "target", _("目标")
        TYPED = "typed", _("补录")

    measure = models.ForeignKey(AimMeasure, on_delete=models.CASCADE, related_name="years")
    year = models.PositiveSmallIntegerField(_("年度"))
    kind = models.CharField(_("种类"), max_length=6, choices=Kind.choices)
    source = models.CharField(_("出处"), max_length=100, blank=True)
    by = models.CharField(_("谁填的"), max_length=60, blank=True)

    class Meta:
        ordering = ("measure", "year")
        constraints = (
            models.UniqueConstraint(fields=("measure", "year", "kind"), name="aim_year_once"),
            models.CheckConstraint(condition=Q(denominator__gt=0), name="aim_year_divides"),
            models.CheckConstraint(condition=~Q(kind="typed") | ~Q(source=""), name="aim_typed_with_source"),
        )
