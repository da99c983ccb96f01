"""Sealing: AES-256-GCM (NIST SP 800-38D) with keys that may be changed, for what the database shall not tell.

A key is `ID:` and 32 bytes in URL-safe base64; of several the first seals and all open. A sealed text is `s1.ID.` and nonce,
cipher text and tag in URL-safe base64; it is bound to its context, so that it cannot be moved to another field unseen.
"""

from __future__ import annotations

import re
import secrets
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Iterable
from typing import Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

KEY_BYTES: Final = 32
NONCE_BYTES: Final = 12
_KEY: Final = re.compile(r"([a-z0-9]{1,16}):([A-Za-z0-9_-]{43}=?)")
_SEALED: Final = re.compile(r"s1\.([a-z0-9]{1,16})\.([A-Za-z0-9_=-]{38,})")


class BadKey(ValueError):
    """A line that is no key, or none at all."""


class Unopened(ValueError):
    """A sealed text that none of our keys opens: its key is missing, or it was altered or moved."""


def new_key() -> str:
    """A key of 256 random bits under a random name."""
    return f"{secrets.token_hex(4)}:{urlsafe_b64encode(secrets.token_bytes(KEY_BYTES)).decode()}"


def is_sealed(text: str) -> bool:
    """Whether the text looks like a sealed one."""
    return _SEALED.fullmatch(text) is not None


class Sealer:
    """Seals with the first of some keys, opens with any of them."""

    def __init__(self, keys: Iterable[str]) -> None:
        self._keys = dict(_read(line) for line in keys)
        if not self._keys:
            raise BadKey("no key to seal with")
        self.current = next(iter(self._keys))

    def seal(self, text: str, context: str) -> str:
        """The text, sealed for that context; never twice the same."""
        nonce = secrets.token_bytes(NONCE_BYTES)
        inside = nonce + self._keys[self.current].encrypt(nonce, text.encode(), context.encode())
        return f"s1.{self.current}.{urlsafe_b64encode(inside).decode()}"

    def open(self, sealed: str, context: str) -> str:
        """The text that was sealed for that context. Raises Unopened."""
        found = _SEALED.fullmatch(sealed)
        key = self._keys.get(found[1]) if found else None
        if found is None or key is None:
            raise Unopened("sealed with a key that is not here")
        try:
            inside = urlsafe_b64decode(found[2])
            return key.decrypt(inside[:NONCE_BYTES], inside[NONCE_BYTES:], context.encode()).decode()
        except (InvalidTag, ValueError) as fault:
            raise Unopened("altered, or moved from another field") from fault

    def is_current(self, sealed: str) -> bool:
        """Whether it was sealed with the first key."""
        return sealed.startswith(f"s1.{self.current}.")


def _read(line: str) -> tuple[str, AESGCM]:
    found = _KEY.fullmatch(line.strip())
    if found is None:
        raise BadKey("a key to seal with is NAME:BASE64 of 32 bytes")
    return found[1], AESGCM(urlsafe_b64decode(found[2] + "=" * (-len(found[2]) % 4)))
