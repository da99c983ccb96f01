"""Where and when packs are fetched."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from tongxin.org.models import Unit
from tongxin.places.models import Pool
from tongxin.welfare.models import Round


class Point(models.Model):
    """A pick-up point 领取点 of a round; `units` are those it serves (none: everybody)."""

    round = models.ForeignKey(Round, on_delete=models.CASCADE, related_name="points")
    name = models.CharField(_("领取点"), max_length=60)
    place = models.CharField(_("在哪里"), max_length=100, blank=True)
    contact = models.CharField(_("联系人"), max_length=100, blank=True)
    units = models.ManyToManyField(Unit, related_name="+", blank=True, verbose_name=_("给哪些单位"))
    order = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ("order", "id")
        constraints = (models.UniqueConstraint(fields=("round", "name"), name="collecting_point_once"),)

    def __str__(self) -> str:
        return self.name


class Window(models.Model):
    """A time slot of a point. Where so many at most may come, its `pool` gives the places (bundle `welfare:ROUND:windows`)."""

    point = models.ForeignKey(Point, on_delete=models.CASCADE, related_name="windows")
    starts_at = models.DateTimeField(_("从"))
    ends_at = models.DateTimeField(_("到"))
    pool = models.OneToOneField(Pool, on_delete=models.PROTECT, null=True, blank=True, related_name="window")

    class Meta:
        ordering = ("starts_at", "id")
        constraints = (
            models.CheckConstraint(condition=Q(ends_at__gt=F("starts_at")), name="collecting_window_forward"),
            models.UniqueConstraint(fields=("point", "starts_at", "ends_at"), name="collecting_window_once"),
        )
