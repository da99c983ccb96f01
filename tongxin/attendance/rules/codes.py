"""The codes of coming: a member's own pass to a slot, and the one on the screen, which changes every five seconds.

A sheet of paper has a code of its own. What all passes have in common is in `core.passes`.
"""

from __future__ import annotations

from datetime import datetime
from hmac import compare_digest
from typing import Final

from tongxin.core import passes

MARK: Final = "TX1"
STEP_SECONDS: Final = 5


def pass_code(secret: bytes, slot: int, person: int) -> str:
    """A member's own code for a slot: `TX1.SLOT.PERSON.MAC`."""
    return passes.pass_code(MARK, secret, slot, person)


def read_pass(text: str) -> passes.Pass | None:
    """What a scanned text says as a pass to a slot; None where it is none."""
    found = passes.read_pass(text)
    return found if found is not None and found.mark == MARK else None


def screen_code(secret: bytes, at: datetime, steps_ago: int = 0) -> str:
    """What the screen shows in the five seconds of `at`, or so many steps before."""
    step = int(at.timestamp()) // STEP_SECONDS - steps_ago
    return passes.mac(secret, f"screen.{step}", letters=16).lower()


def is_on_screen(secret: bytes, code: str, at: datetime) -> bool:
    """Whether the screen shows this code at that moment, or showed it in the step before."""
    return any(compare_digest(screen_code(secret, at, ago).encode(), code.encode()) for ago in (0, 1))
