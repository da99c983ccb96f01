"""The secret that a round's passes are keyed by."""

from __future__ import annotations

from functools import lru_cache

from django.utils.crypto import salted_hmac


@lru_cache(maxsize=256)
def secret_of(round: int) -> bytes:
    """A round's own secret, from the installation's: there from the first moment on, kept nowhere."""
    return salted_hmac("tongxin.collecting", f"round {round}", algorithm="sha256").digest()
