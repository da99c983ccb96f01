"""Categories and groups of activities: data, edited by the office."""

from __future__ import annotations

from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _


class Named(models.Model):
    """What category and group share: a code that stays, a name in two languages, a place in the order."""

    code = models.SlugField(_("代码"), max_length=20, unique=True)
    name = models.CharField(_("名称"), max_length=40)
    name_en = models.CharField(_("英文名"), max_length=60, blank=True)
    order = models.PositiveIntegerField(_("排序"), default=0)
    in_use = models.BooleanField(_("在用"), default=True)

    class Meta:
        abstract = True
        ordering = ("order", "id")

    def __str__(self) -> str:
        return self.label

    @property
    def label(self) -> str:
        """The name in the reader's language."""
        return self.name_en if self.name_en and (get_language() or "").startswith("en") else self.name


class Category(Named):
    """A counted category (the seed's four): an activity has exactly one.

    `counted` is off for what happens in a year without counting among the union's planned activities (unit outings).
    `seal` is the one character and `tone` the colour it is known by on screen; `printed` is how a summary words it.
    """

    seal = models.CharField(_("字章"), max_length=1)
    tone = models.CharField(_("颜色"), max_length=8)
    printed = models.CharField(_("总结中的写法"), max_length=40)
    counted = models.BooleanField(_("计入全年活动"), default=True)

    class Meta(Named.Meta):
        verbose_name = _("类别")


class Group(Named):
    """A group of the year's framework (the seed's three: 三组活动)."""

    class Meta(Named.Meta):
        verbose_name = _("活动组")
