"""One-purpose links: a partner unit does its step without an account and sees only what that takes."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from tongxin.org.models import Unit


class Link(models.Model):
    """A link for one step of one partner unit. Only the SHA-256 of its secret is kept; whoever made it sees the address once.

    `purpose` names what it opens (`partners.hooks.purposes`), `thing_id` for which record. It works until `expires_at`,
    as long as it is not `revoked_at`; answering again before that replaces the answer. `answered_by` is the name that was typed.
    """

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="links", verbose_name=_("协作单位"))
    purpose = models.CharField(max_length=40)
    thing_id = models.BigIntegerField()
    label = models.CharField(_("什么事"), max_length=120)
    digest = models.CharField(max_length=64, unique=True, editable=False)
    made_at = models.DateTimeField()
    made_by = models.CharField(max_length=120)
    expires_at = models.DateTimeField(_("到什么时候有效"))
    revoked_at = models.DateTimeField(null=True, blank=True)
    opened_at = models.DateTimeField(null=True, blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    answered_by = models.CharField(_("谁填的"), max_length=60, blank=True)

    class Meta:
        ordering = ("-made_at", "-id")
        indexes = (models.Index(fields=("purpose", "thing_id"), name="partners_link_of_thing"),)

    def __str__(self) -> str:
        return self.label
