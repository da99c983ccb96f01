"""What an event of a sports meeting adds to its slot: how it scores, its heats, who stands where, and what came of it."""

from __future__ import annotations

from typing import Final

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from tongxin.contests.rules.scoring import DEFAULT_TABLE
from tongxin.places.models import Group, Place
from tongxin.signups.models import Slot


def default_table() -> list[int]:
    """The points of the first six."""
    return list(DEFAULT_TABLE)


class Contest(models.Model):
    """How one event scores, and whether its results are public.

    `table` holds the points of the first, the second, …; each is multiplied by `factor` (2 for teams unless told otherwise).
    `published_at` is when members first saw the results: from then on they change only by correction.
    """

    slot = models.OneToOneField(Slot, on_delete=models.CASCADE, related_name="contest")
    table = models.JSONField(_("各名次的分"), default=default_table)
    factor = models.PositiveSmallIntegerField(_("几倍"), default=1)
    published_at = models.DateTimeField(_("公布时间"), null=True, blank=True, editable=False)

    def __str__(self) -> str:
        return str(self.slot)


class Heat(models.Model):
    """One heat of an event: its number, when it starts, how many lanes it has."""

    slot = models.ForeignKey(Slot, on_delete=models.CASCADE, related_name="heats")
    number = models.PositiveSmallIntegerField(_("第几组"))
    at = models.DateTimeField(_("时间"), null=True, blank=True)
    lanes = models.PositiveSmallIntegerField(_("几道"), default=8)

    class Meta:
        ordering = ("number",)
        constraints = (models.UniqueConstraint(fields=("slot", "number"), name="contests_heat_once"),)

    def __str__(self) -> str:
        return f"{self.slot} {self.number}"


class Entry(models.Model):
    """One person (`place`) or one team (`group`) in an event: where it starts, and what came of it.

    `mark` is exact, in the unit of the slot's measure: seconds, metres, points, or the rank itself. `words` stands instead
    of a mark (弃权). `rank` and `points` are computed from the marks of the whole event whenever one changes.
    """

    class Words(models.TextChoices):
        ABSENT = "absent", _("弃权")
        RETIRED = "retired", _("未完成")
        FOUL = "foul", _("犯规")
        NOTHING = "nothing", _("无成绩")

    slot = models.ForeignKey(Slot, on_delete=models.CASCADE, related_name="entries")
    place = models.ForeignKey(Place, on_delete=models.CASCADE, null=True, blank=True, related_name="contest_entries")
    group = models.ForeignKey(Group, on_delete=models.CASCADE, null=True, blank=True, related_name="contest_entries")
    heat = models.ForeignKey(Heat, on_delete=models.SET_NULL, null=True, blank=True, related_name="entries")
    lane = models.PositiveSmallIntegerField(_("道"), null=True, blank=True)
    mark = models.DecimalField(_("成绩"), max_digits=10, decimal_places=3, null=True, blank=True)
    words = models.CharField(_("说明"), max_length=8, choices=Words.choices, blank=True)
    rank = models.PositiveSmallIntegerField(_("名次"), null=True, blank=True)
    points = models.PositiveIntegerField(_("得分"), default=0)

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(place=None, group__isnull=False) | Q(group=None, place__isnull=False),
                name="contests_a_person_or_a_team",
            ),
            models.CheckConstraint(condition=Q(mark=None) | Q(words=""), name="contests_a_mark_or_words"),
            models.UniqueConstraint(fields=("slot", "place"), name="contests_person_once"),
            models.UniqueConstraint(fields=("slot", "group"), name="contests_team_once"),
            models.UniqueConstraint(fields=("heat", "lane"), name="contests_lane_once"),
        )

    def __str__(self) -> str:
        return str(self.group or (self.place and self.place.person))

    @property
    def has_result(self) -> bool:
        """Whether anything is recorded of it."""
        return self.mark is not None or bool(self.words)


RESULT: Final = Q(mark__isnull=False) | ~Q(words="")
