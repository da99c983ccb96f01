"""Where a unit stands: which region's rules hold for it."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from tongxin.org.models import Unit


class UnitRegion(models.Model):
    """The region of a unit and all below it: `CN-34-02` is Wuhu in Anhui; the rules of `CN-34` and `CN` hold there too."""

    unit = models.OneToOneField(Unit, on_delete=models.CASCADE, related_name="region", verbose_name=_("单位"))
    region = models.CharField(_("地区代码"), max_length=12)

    class Meta:
        verbose_name = _("单位所在地区")

    def __str__(self) -> str:
        return self.region
