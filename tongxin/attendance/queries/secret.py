"""The secret that a slot's codes are keyed by."""

from __future__ import annotations

from functools import lru_cache

from django.utils.crypto import salted_hmac


@lru_cache(maxsize=1024)
def secret_of(slot: int) -> bytes:
    """A slot's own secret, from the installation's: there from the first moment on, kept nowhere."""
    return salted_hmac("tongxin.attendance", f"slot {slot}", algorithm="sha256").digest()
