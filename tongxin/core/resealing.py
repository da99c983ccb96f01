"""Bring what is sealed to the newest key, and what was never sealed under it."""

from __future__ import annotations

from typing import Any, Final

from django.db import transaction
from django.db.models import F, Q, QuerySet, TextField
from django.db.models.functions import Cast

from tongxin.core.database import lock
from tongxin.core.sealed import SealedTextField, sealed_fields, sealer

AT_ONCE: Final = 500


def unsealed() -> int:
    """How many texts are not sealed with the newest key."""
    return sum(_old(field).count() for field in sealed_fields())


def reseal() -> int:
    """Seal them with it, some hundreds in a transaction; how many. May be stopped and begun again."""
    return sum(_reseal(field) for field in sealed_fields())


def _reseal(field: SealedTextField) -> int:
    done = 0
    while True:
        with transaction.atomic():
            rows = list(lock(_old(field).order_by("pk"))[:AT_ONCE])
            for row in rows:
                row.save(update_fields=[field.name])
        done += len(rows)
        if not rows:
            return done


def _old(field: SealedTextField) -> QuerySet[Any]:
    """Rows whose text is there and does not begin as the newest key's do."""
    rows = field.model._base_manager.annotate(raw_text=Cast(F(field.name), TextField()))
    return rows.exclude(raw_text="").filter(~Q(raw_text__startswith=f"s1.{sealer().current}."))
