"""The codes of coming: a member's own, its four digits, the one on the screen, the one on a sheet of paper.

All are keyed by a secret of the slot, so that nobody can make up another's. Nothing here is kept: whoever knows the secret
computes them again, so a pass shown weeks before check-in is open still holds at the door.
"""

from __future__ import annotations

import hmac
import re
from base64 import b32encode
from dataclasses import dataclass
from datetime import datetime
from hmac import compare_digest
from typing import Final

STEP_SECONDS: Final = 5
FEWEST_DIGITS: Final = 4
_ROUNDS: Final = 6
_PASS: Final = re.compile(r"TX1\.([0-9]{1,18})\.([0-9]{1,18})\.([A-Z2-7]{10})")
_DIGITS: Final = re.compile(r"[0-9]{4,12}")


@dataclass(frozen=True)
class Pass:
    """What a member's code says: which slot, which person; `mac` proves it."""

    slot: int
    person: int
    mac: str


def pass_code(secret: bytes, slot: int, person: int) -> str:
    """A member's own code for a slot: `TX1.SLOT.PERSON.MAC`, of letters that a QR code holds in little room."""
    return f"TX1.{slot}.{person}.{_mac(secret, f'pass.{slot}.{person}')}"


def read_pass(text: str) -> Pass | None:
    """What a scanned text says as a member's code; None where it is none."""
    found = _PASS.fullmatch(text.strip().upper())
    return Pass(int(found[1]), int(found[2]), found[3]) if found else None


def is_genuine(secret: bytes, found: Pass) -> bool:
    """Whether the code was made with the slot's secret."""
    return compare_digest(_mac(secret, f"pass.{found.slot}.{found.person}"), found.mac)


def digits_of(secret: bytes, number: int) -> str:
    """The digits of the place of that number (0 and up): four below 5,000, five below 50,000, and so on.

    Within a slot no two numbers have the same digits: each length is a permutation of its own, only half of it in use.
    """
    width = _width(number)
    return f"{_permuted(secret, number, width, back=False):0{width}}"


def number_of(secret: bytes, digits: str) -> int | None:
    """The number whose digits these are; None where no number has them."""
    if not _DIGITS.fullmatch(digits):
        return None
    number = _permuted(secret, int(digits), len(digits), back=True)
    return number if _width(number) == len(digits) else None


def looks_like_digits(text: str) -> bool:
    """Whether somebody typed digits, not scanned a code."""
    return _DIGITS.fullmatch(text) is not None


def screen_code(secret: bytes, at: datetime, steps_ago: int = 0) -> str:
    """What the screen shows in the five seconds of `at`, or so many steps before."""
    step = int(at.timestamp()) // STEP_SECONDS - steps_ago
    return _mac(secret, f"screen.{step}", letters=16).lower()


def is_on_screen(secret: bytes, code: str, at: datetime) -> bool:
    """Whether the screen shows this code at that moment, or showed it in the step before."""
    return any(compare_digest(screen_code(secret, at, ago).encode(), code.encode()) for ago in (0, 1))


def _mac(secret: bytes, words: str, letters: int = 10) -> str:
    return b32encode(hmac.digest(secret, words.encode(), "sha256")).decode()[:letters]


def _width(number: int) -> int:
    width = FEWEST_DIGITS
    while number >= 5 * 10 ** (width - 1):
        width += 1
    return width


def _permuted(secret: bytes, value: int, width: int, *, back: bool) -> int:
    """A keyed permutation of all numbers of so many digits: a Feistel network, walked until it is back in the range."""
    size = 10**width
    half = (size - 1).bit_length() // 2 + (size - 1).bit_length() % 2
    while True:
        value = _feistel(secret, value, half, width, back=back)
        if value < size:
            return value


def _feistel(secret: bytes, value: int, half: int, width: int, *, back: bool) -> int:
    mask = (1 << half) - 1
    left, right = value >> half, value & mask
    for turn in reversed(range(_ROUNDS)) if back else range(_ROUNDS):
        mixed = hmac.digest(secret, f"digits.{width}.{turn}.{left if back else right}".encode(), "sha256")
        stirred = int.from_bytes(mixed[:4], "big") & mask
        left, right = (right ^ stirred, left) if back else (right, left ^ stirred)
    return left << half | right
