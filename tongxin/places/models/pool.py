"""A pool of places: seats, packs, time slots; how many, for whom, by which rule."""

from __future__ import annotations

from datetime import datetime

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from tongxin.org.models import Person, Unit


class Pool(models.Model):
    """What is given out, one place a person, under one rule. Whatever it belongs to (a slot of an activity, a pack) points here.

    `capacity` empty: as many as come. `taken` counts the places held or offered and is written under the pool's lock alone;
    the database itself refuses more than `capacity`. `closes_at` ends signing up, `withdraw_until` withdrawing (empty: as
    long as the list is not frozen). `confirm_hours` is how long a promoted person has to say yes; 0: nothing to confirm.
    `queued` counts who waits. `url` is the page the pool belongs to, `told` the standing notices of its outcomes by name.
    Companions (家属) have seats of their own: `companions_each` a person, `companions_capacity` in all.
    `series` with `once_years`: who held a place in the series within so many years waits this time; coming or not is the same.
    `bundle`: of all pools that bear the same one a person has at most one live place (one of several packs, one time slot); it
    is given when the pool is opened and never changes.
    """

    class Way(models.TextChoices):
        FIRST_COME = "first", _("先到先得")
        DRAW = "draw", _("抽签")

    class Who(models.TextChoices):
        MEMBERS = "members", _("在籍会员")
        STAFF = "staff", _("全体教职工")

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="pools", verbose_name=_("单位"))
    label = models.CharField(_("名称"), max_length=120)
    way = models.CharField(_("方式"), max_length=5, choices=Way.choices, default=Way.FIRST_COME)
    capacity = models.PositiveIntegerField(_("名额"), null=True, blank=True)
    opens_at = models.DateTimeField(_("报名开始"), null=True, blank=True)
    closes_at = models.DateTimeField(_("报名截止"), null=True, blank=True)
    withdraw_until = models.DateTimeField(_("退出截止"), null=True, blank=True)
    waiting = models.BooleanField(_("满了可以候补"), default=True)
    waiting_max = models.PositiveIntegerField(_("最多候补几人"), null=True, blank=True)
    confirm_hours = models.PositiveSmallIntegerField(_("转正后几小时内确认"), default=0)
    group_max = models.PositiveSmallIntegerField(_("一起报名最多几人"), default=1)
    companions_each = models.PositiveSmallIntegerField(_("每人可带家属"), default=0)
    companions_capacity = models.PositiveIntegerField(_("家属名额"), null=True, blank=True)

    who = models.CharField(_("谁可以报"), max_length=8, choices=Who.choices, default=Who.MEMBERS)
    open_to = models.ManyToManyField(Unit, related_name="+", blank=True, verbose_name=_("面向单位"))
    sex = models.CharField(_("性别"), max_length=1, choices=Person.Sex.choices, blank=True)
    service_years = models.PositiveSmallIntegerField(_("入职满几年"), default=0)
    series = models.CharField(_("同类"), max_length=40, blank=True)
    once_years = models.PositiveSmallIntegerField(_("几年一次"), default=0)
    bundle = models.CharField(max_length=40, blank=True, editable=False)
    happens_on = models.DateField(_("哪一天用"), null=True, blank=True)

    quotas_until = models.DateTimeField(_("单位名额保留到"), null=True, blank=True)
    has_quotas = models.BooleanField(default=False, editable=False)
    narrowed = models.BooleanField(default=False, editable=False)
    url = models.CharField(max_length=200, blank=True, editable=False)
    told = models.JSONField(default=dict, editable=False)
    taken = models.PositiveIntegerField(default=0, editable=False)
    queued = models.PositiveIntegerField(default=0, editable=False)
    companions_taken = models.PositiveIntegerField(default=0, editable=False)
    last_number = models.PositiveIntegerField(default=0, editable=False)
    frozen_at = models.DateTimeField(_("名单锁定"), null=True, blank=True, editable=False)

    class Meta:
        verbose_name = _("名额")
        indexes = (
            models.Index(fields=("series", "happens_on"), name="places_pool_series"),
            models.Index(fields=("bundle",), condition=~Q(bundle=""), name="places_pool_bundle"),
        )
        constraints = (
            models.CheckConstraint(
                condition=Q(capacity=None) | Q(taken__lte=F("capacity")), name="places_never_oversold"
            ),
            models.CheckConstraint(
                condition=Q(companions_capacity=None) | Q(companions_taken__lte=F("companions_capacity")),
                name="places_companions_never_oversold",
            ),
            models.CheckConstraint(
                condition=Q(opens_at=None) | Q(closes_at=None) | Q(closes_at__gt=F("opens_at")),
                name="places_window_forward",
            ),
            models.CheckConstraint(
                condition=~Q(way="draw") | Q(closes_at__isnull=False), name="places_draw_has_an_end"
            ),
        )

    def __str__(self) -> str:
        return self.label

    @property
    def free(self) -> int | None:
        """How many are free; None where there is no limit."""
        return None if self.capacity is None else self.capacity - self.taken

    def is_open(self, now: datetime) -> bool:
        """Whether people may sign up at that moment."""
        begun = self.opens_at is None or self.opens_at <= now
        return begun and not self.is_over(now)

    def is_over(self, now: datetime) -> bool:
        """Whether the window has passed or the list is frozen."""
        return self.frozen_at is not None or (self.closes_at is not None and self.closes_at <= now)


class Quota(models.Model):
    """Places of a pool kept for a unit and all below it, until `Pool.quotas_until`. `taken` as in the pool."""

    pool = models.ForeignKey(Pool, on_delete=models.CASCADE, related_name="quotas")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+", verbose_name=_("单位"))
    seats = models.PositiveIntegerField(_("保留名额"))
    taken = models.PositiveIntegerField(default=0, editable=False)

    class Meta:
        ordering = ("unit__order", "id")
        constraints = (
            models.UniqueConstraint(fields=("pool", "unit"), name="places_quota_once"),
            models.CheckConstraint(condition=Q(taken__lte=F("seats")), name="places_quota_never_oversold"),
        )
