"""People: staff and members."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from tongxin.org.models.unit import Unit


class Person(models.Model):
    """One person on the roster of a union. Staff and members differ: membership is a `Standing` with dates.

    The person belongs to units through `Placement`; who left the employer keeps the row and gets `left_on`.
    """

    class Sex(models.TextChoices):
        WOMAN = "f", _("女")
        MAN = "m", _("男")

    union = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="people", verbose_name=_("工会"))
    staff_no = models.CharField(_("工号"), max_length=40)
    name = models.CharField(_("姓名"), max_length=60)
    name_key = models.CharField(max_length=120, editable=False)
    initials = models.CharField(max_length=40, editable=False)
    sex = models.CharField(_("性别"), max_length=1, choices=Sex.choices, blank=True)
    born_on = models.DateField(_("出生日期"), null=True, blank=True)
    hired_on = models.DateField(_("入职日期"), null=True, blank=True)
    left_on = models.DateField(_("离职日期"), null=True, blank=True)
    phone = models.CharField(_("手机"), max_length=20, blank=True)
    email = models.EmailField(_("邮箱"), blank=True)
    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="person"
    )

    class Meta:
        verbose_name = _("人员")
        ordering = ("name_key", "id")
        indexes = (models.Index(fields=("union", "name_key")),)
        constraints = (
            models.UniqueConstraint(fields=("union", "staff_no"), name="org_staff_no_once"),
            models.CheckConstraint(
                condition=Q(left_on=None) | Q(hired_on=None) | Q(left_on__gte=F("hired_on")),
                name="org_left_after_hired",
            ),
        )

    def __str__(self) -> str:
        return self.name


class Standing(models.Model):
    """A person's membership over time (《工会会员会籍管理办法》2016). `until` is the first day it no longer holds."""

    class State(models.TextChoices):
        APPLIED = "applied", _("申请中")
        IN_STANDING = "in_standing", _("在籍")
        RETAINED = "retained", _("保留会籍")
        MOVED = "moved", _("已转出")
        LEFT = "left", _("已退会")

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="standings", db_index=False)
    state = models.CharField(_("会籍"), max_length=12, choices=State.choices)
    since = models.DateField(_("起"))
    until = models.DateField(_("止"), null=True, blank=True)
    reason = models.CharField(_("原因"), max_length=200, blank=True)

    class Meta:
        ordering = ("-since", "-id")
        # Each holds all that counting members reads, by day and by person, so that the rows themselves are left alone.
        indexes = (
            models.Index(fields=("state", "since", "until", "person"), name="org_standing_by_day"),
            models.Index(fields=("person", "state", "since", "until"), name="org_standing_by_person"),
        )
        constraints = (
            models.UniqueConstraint(fields=("person",), condition=Q(until=None), name="org_one_open_standing"),
            models.CheckConstraint(condition=Q(until=None) | Q(until__gte=F("since")), name="org_standing_forward"),
        )


class Placement(models.Model):
    """The unit a person belongs to, over time. `until` is the first day it no longer holds."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="placements")
    unit = models.ForeignKey(
        Unit, on_delete=models.PROTECT, related_name="placements", db_index=False, verbose_name=_("单位")
    )
    since = models.DateField(_("起"))
    until = models.DateField(_("止"), null=True, blank=True)
    reason = models.CharField(_("原因"), max_length=200, blank=True)

    class Meta:
        ordering = ("-since", "-id")
        # As for standings: counting the people of units reads nothing else.
        indexes = (models.Index(fields=("unit", "since", "until", "person"), name="org_placement_by_unit"),)
        constraints = (
            models.UniqueConstraint(fields=("person",), condition=Q(until=None), name="org_one_open_placement"),
            models.CheckConstraint(condition=Q(until=None) | Q(until__gte=F("since")), name="org_placement_forward"),
        )
