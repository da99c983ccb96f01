"""A draw that anyone can recompute."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from tongxin.places.models.pool import Pool


class Draw(models.Model):
    """The draw of one pool: `commitment` is published when the pool opens, `seed` revealed when it is held.

    `source` names a public word nobody can know before the window closes (“11月27日上证指数收盘点数”); `word` is that word.
    `roll` is the frozen list, one line an entry; `roll_digest` its SHA-256;
    `winners` are the entries that got seats. See docs/concepts/draw.md.
    """

    pool = models.OneToOneField(Pool, on_delete=models.CASCADE, related_name="draw")
    commitment = models.CharField(_("承诺"), max_length=64)
    seed = models.CharField(_("种子"), max_length=64)
    committed_at = models.DateTimeField()
    source = models.CharField(_("公开数的出处"), max_length=120, blank=True)
    word = models.CharField(_("公开数"), max_length=60, blank=True)
    roll = models.TextField(_("名单"), blank=True)
    roll_digest = models.CharField(max_length=64, blank=True)
    winners = models.JSONField(default=list)
    drawn_at = models.DateTimeField(_("抽签时间"), null=True, blank=True)
    drawn_by = models.CharField(max_length=120, blank=True)
