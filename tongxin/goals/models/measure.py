"""What goals and aims over years share: a figure of the registry, and which way it should go."""

from __future__ import annotations

from fractions import Fraction

from django.db import models
from django.utils.translation import gettext_lazy as _


class Direction(models.TextChoices):
    """When a value reaches its target."""

    LEAST = "least", _("不少于")
    MOST = "most", _("不多于")
    EXACTLY = "exactly", _("正好")


class Measured(models.Model):
    """`key` names a figure of `core.figures`, `part` a line of its breakdown (empty: the whole)."""

    key = models.CharField(_("数据项"), max_length=60)
    part = models.CharField(_("其中"), max_length=40, blank=True)
    direction = models.CharField(_("要求"), max_length=7, choices=Direction.choices, default=Direction.LEAST)

    class Meta:
        abstract = True


class Exact(models.Model):
    """An exact number: an int, or a fraction `numerator`/`denominator` of a share (3/4 for 75 %)."""

    numerator = models.BigIntegerField()
    denominator = models.BigIntegerField(default=1)

    class Meta:
        abstract = True

    @property
    def value(self) -> Fraction:
        """The number."""
        return Fraction(self.numerator, self.denominator)
