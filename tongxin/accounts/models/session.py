"""The sessions a person holds, so that they can be seen, limited and ended."""

from __future__ import annotations

from django.db import models

from tongxin.accounts.models.user import User


class UserSession(models.Model):
    """One signed-in browser."""

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="sessions")
    session_key = models.CharField(max_length=40, unique=True)
    agent = models.CharField(max_length=200)
    started_at = models.DateTimeField()
    seen_at = models.DateTimeField()

    class Meta:
        ordering = ("-seen_at",)
