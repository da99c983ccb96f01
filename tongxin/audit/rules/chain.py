"""How entries are hashed into the chain. Pure; the format is documented so that anyone can recompute it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from typing import Any

GENESIS = "0" * 64


def canonical(entry: Mapping[str, Any]) -> bytes:
    """One entry as bytes: JSON with sorted keys, no spaces, UTF-8."""
    return json.dumps(entry, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


def digest(previous: str, entries: Iterable[Mapping[str, Any]]) -> str:
    """SHA-256 over the previous digest and every entry of the batch, each preceded by its length."""
    sha = hashlib.sha256(previous.encode())
    for entry in entries:
        line = canonical(entry)
        sha.update(f"{len(line)}:".encode() + line)
    return sha.hexdigest()
