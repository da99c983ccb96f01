"""A person's place in a pool."""

from __future__ import annotations

from typing import Final

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from tongxin.org.models import Person, Unit
from tongxin.places.models.pool import Pool, Quota


class Group(models.Model):
    """People who get in or fail together: colleagues who signed up as one, or a team of a unit."""

    pool = models.ForeignKey(Pool, on_delete=models.CASCADE, related_name="groups")
    name = models.CharField(_("名称"), max_length=60, blank=True)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    at = models.DateTimeField()

    def __str__(self) -> str:
        return self.name


class Place(models.Model):
    """One person in one pool: in the draw, waiting, offered, holding a place, or no longer.

    `number` is the order of arrival in the pool, never used twice. `unit` is where the person was placed then.
    `entered_as` is the number its entry bore in a draw. `note` is what the app above keeps with it (answers, companions' names). A person has at most one live place a
    pool, and one of all pools of a bundle (`bundle` is the pool's).
    """

    class State(models.TextChoices):
        ENTERED = "entered", _("等抽签")
        WAITING = "waiting", _("候补")
        OFFERED = "offered", _("待确认")
        HELD = "held", _("已报上")
        WITHDRAWN = "withdrawn", _("已退出")
        EXPIRED = "expired", _("逾期没有确认")
        REMOVED = "removed", _("已移出")
        LOST = "lost", _("没抽中")

    pool = models.ForeignKey(Pool, on_delete=models.CASCADE, related_name="places")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="places")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, null=True, related_name="+")
    quota = models.ForeignKey(Quota, on_delete=models.SET_NULL, null=True, blank=True, related_name="places")
    group = models.ForeignKey(Group, on_delete=models.SET_NULL, null=True, blank=True, related_name="places")
    state = models.CharField(_("状态"), max_length=9, choices=State.choices)
    number = models.PositiveIntegerField(_("次序"))
    companions = models.PositiveSmallIntegerField(_("家属"), default=0)
    at = models.DateTimeField(_("报名时间"))
    changed_at = models.DateTimeField(_("变动时间"))
    confirm_by = models.DateTimeField(_("确认截止"), null=True, blank=True)
    entered_as = models.PositiveIntegerField(null=True, blank=True, editable=False)
    exception = models.CharField(_("破例原因"), max_length=200, blank=True)
    bundle = models.CharField(max_length=40, blank=True, editable=False)
    note = models.JSONField(default=dict, blank=True)

    class Meta:
        ordering = ("number",)
        indexes = (
            models.Index(fields=("pool", "state", "number"), name="places_place_by_state"),
            models.Index(fields=("confirm_by",), condition=Q(state="offered"), name="places_place_offered"),
        )
        constraints = (
            models.UniqueConstraint(
                fields=("person", "pool"), condition=Q(state__in=("entered", "waiting", "offered", "held")),
                name="places_one_a_person",
            ),
            models.UniqueConstraint(
                fields=("person", "bundle"),
                condition=Q(state__in=("entered", "waiting", "offered", "held")) & ~Q(bundle=""),
                name="places_one_of_a_bundle",
            ),
            models.UniqueConstraint(fields=("pool", "number"), name="places_number_once"),
        )  # fmt: skip

    def __str__(self) -> str:
        return f"{self.person}：{self.pool}"


LIVE: Final = (Place.State.ENTERED, Place.State.WAITING, Place.State.OFFERED, Place.State.HELD)
SEATED: Final = (Place.State.OFFERED, Place.State.HELD)
