"""Secrets of links: 256 random bits in the address, their SHA-256 kept."""

from __future__ import annotations

import hashlib
import secrets


def new_secret() -> str:
    """A secret that nobody guesses, 43 characters of an address."""
    return secrets.token_urlsafe(32)


def digest_of(secret: str) -> str:
    """What is kept of it; looking it up by this tells nothing by the time it takes."""
    return hashlib.sha256(secret.encode()).hexdigest()
