"""How a round's goods came in and how its money came out."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from tongxin.partners.models import Link
from tongxin.welfare.models import Pack, Round


class Acceptance(models.Model):
    """Goods of a pack were accepted 验收: how many came, how many were bad; by the office, or by logistics through a `link`:
    what comes through any link of the round replaces what came through links before, and stands beside what the office put down.
    """

    round = models.ForeignKey(Round, on_delete=models.PROTECT, related_name="acceptances")
    pack = models.ForeignKey(Pack, on_delete=models.PROTECT, related_name="+")
    on = models.DateField(_("日期"))
    came = models.PositiveIntegerField(_("到了几份"))
    bad = models.PositiveIntegerField(_("坏了几份"), default=0)
    words = models.CharField(_("说明"), max_length=200, blank=True)
    link = models.ForeignKey(Link, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    by = models.CharField(_("谁验的"), max_length=120)
    at = models.DateTimeField()

    class Meta:
        ordering = ("on", "id")
        constraints = (
            models.CheckConstraint(condition=models.Q(bad__lte=models.F("came")), name="purchases_bad_among_came"),
            models.UniqueConstraint(
                fields=("pack",), condition=models.Q(link__isnull=False), name="purchases_links_say_once"
            ),
        )


class Settlement(models.Model):
    """A round's accounts are closed: what was bought, given out, left; the sums as they stood, in fen.

    `stood`: out of what they were added up, `heads`, ids of `lines`, how many of each pack were `given`.
    """

    round = models.OneToOneField(Round, on_delete=models.PROTECT, related_name="settlement")
    spent_fen = models.BigIntegerField(_("花了"))
    allowed_fen = models.BigIntegerField(_("批准的"))
    bought = models.PositiveIntegerField(_("买了几份"))
    given = models.PositiveIntegerField(_("发了几份"))
    left = models.PositiveIntegerField(_("剩几份"))
    left_words = models.CharField(_("剩下的怎么办"), max_length=300, blank=True)
    stood = models.JSONField(default=dict, editable=False)
    at = models.DateTimeField()
    by = models.CharField(max_length=120)
