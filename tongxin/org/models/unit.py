"""Units of every kind are one tree."""

from __future__ import annotations

from datetime import date

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class Unit(models.Model):
    """A federation, union, branch, group, department, committee or club.

    `path` is the chain of ids from the root, each followed by a dot (`1.4.9.`): a unit stands below another where its
    path begins with the other's. It is written by `actions.found_unit` and `actions.move_unit` alone.
    """

    class Kind(models.TextChoices):
        FEDERATION = "federation", _("总工会")
        UNION = "union", _("工会")
        BRANCH = "branch", _("分工会")
        GROUP = "group", _("工会小组")
        DEPARTMENT = "department", _("部门")
        COMMITTEE = "committee", _("委员会")
        CLUB = "club", _("俱乐部")

    parent = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="children")
    kind = models.CharField(_("种类"), max_length=12, choices=Kind.choices)
    code = models.CharField(_("单位代码"), max_length=40, unique=True)
    name = models.CharField(_("名称"), max_length=100)
    short_name = models.CharField(_("简称"), max_length=40, blank=True)
    name_key = models.CharField(max_length=120, editable=False)
    path = models.CharField(max_length=200, unique=True, null=True, editable=False)
    order = models.PositiveIntegerField(_("排序"), default=0)
    founded_on = models.DateField(_("成立日期"), null=True, blank=True)
    closed_on = models.DateField(_("撤销日期"), null=True, blank=True)

    class Meta:
        verbose_name = _("单位")
        ordering = ("order", "name_key", "id")
        constraints = (
            models.CheckConstraint(
                condition=Q(closed_on=None) | Q(founded_on=None) | Q(closed_on__gte=models.F("founded_on")),
                name="org_unit_closed_after_founded",
            ),
        )

    def __str__(self) -> str:
        return self.name

    @property
    def called(self) -> str:
        """The short name where there is one."""
        return self.short_name or self.name

    def is_below(self, other: Unit) -> bool:
        """Whether this unit is `other` or stands below it."""
        return (self.path or "").startswith(other.path or "\0")

    def exists_on(self, day: date) -> bool:
        """Whether the unit was founded and not closed on that day."""
        return (self.founded_on is None or self.founded_on <= day) and (self.closed_on is None or day < self.closed_on)


class UnitAlias(models.Model):
    """Another name that spreadsheets use for a unit, learned when an officer maps it once."""

    union = models.ForeignKey(Unit, on_delete=models.CASCADE, related_name="+")
    name = models.CharField(_("别名"), max_length=100)
    unit = models.ForeignKey(Unit, on_delete=models.CASCADE, related_name="aliases")

    class Meta:
        constraints = (models.UniqueConstraint(fields=("union", "name"), name="org_alias_once"),)
