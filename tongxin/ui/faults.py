"""Faults get a reference that the person at the screen can read out and the log can be searched for."""

from __future__ import annotations

import logging
import secrets
from typing import Any

log = logging.getLogger("tongxin.faults")
LETTERS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"


def reference() -> str:
    """Eight characters that can be read out on the telephone: no 0/O, no 1/I/L."""
    return "".join(secrets.choice(LETTERS) for _ in range(8))


def logged(request: Any, exception: BaseException | None) -> str:
    """Log a fault once for its request and give its reference."""
    if not getattr(request, "fault", ""):
        request.fault = reference()
        log.error("fault %s at %s %s", request.fault, request.method, request.path, exc_info=exception or True)
    return str(request.fault)
