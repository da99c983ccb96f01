"""What belongs to a person's calendar, and how far a job through all people has come."""

from __future__ import annotations

from django.db import models

from tongxin.org.models import Person


class Feed(models.Model):
    """The secret in the address of a person's calendar: whoever has the address reads it without signing in."""

    person = models.OneToOneField(Person, on_delete=models.CASCADE, related_name="feed")
    token = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField()


class Round(models.Model):
    """A job that goes through all people once: `reached` is the last person's id that it has done. Done: `finished_at`."""

    key = models.CharField(max_length=60, unique=True)
    reached = models.BigIntegerField(default=0)
    finished_at = models.DateTimeField(null=True, blank=True)
