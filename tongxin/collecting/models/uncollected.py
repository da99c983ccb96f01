"""Why packs of a round were not collected: of each person, and in common for whom nobody said anything."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from tongxin.ui.words import colon
from tongxin.welfare.models import Entitled, Round


class Remainder(models.Model):
    """Why the packs were not collected of whom nothing was said one by one, in words, and how many those were when it was written."""

    round = models.OneToOneField(Round, on_delete=models.CASCADE, related_name="remainder")
    words = models.CharField(_("为什么没领"), max_length=300)
    count = models.PositiveIntegerField(default=0)
    at = models.DateTimeField()
    by = models.CharField(max_length=120)


class Unfetched(models.Model):
    """Why one person has not collected: one of a few reasons, with a free word where there is more to say.

    It counts as long as nothing was handed out to the person, and comes back where that is taken back.
    """

    class Why(models.TextChoices):
        AWAY = "away", _("出差在外")
        LEAVE = "leave", _("休假请假")
        GONE = "gone", _("离职了")
        UNREACHED = "unreached", _("联系不上")
        LATER = "later", _("约好以后补领")
        DECLINED = "declined", _("说不要了")
        OTHER = "other", _("别的")

    entitled = models.OneToOneField(Entitled, on_delete=models.CASCADE, related_name="unfetched")
    why = models.CharField(_("为什么没领"), max_length=9, choices=Why.choices)
    words = models.CharField(_("说一下"), max_length=120, blank=True)
    at = models.DateTimeField()
    by = models.CharField(max_length=120)

    @property
    def said(self) -> str:
        """The reason as it is shown: the word alone where it is none of the few."""
        if self.why == self.Why.OTHER:
            return self.words
        return colon(self.get_why_display(), self.words) if self.words else str(self.get_why_display())
