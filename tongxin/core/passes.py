"""Passes: codes that a phone shows and an officer's phone reads, and the few digits that stand for one.

All are keyed by a secret of the thing they open (a slot of an activity, a round of welfare), so that nobody can make up
another's. Nothing here is kept: whoever knows the secret computes them again, so a pass shown weeks before holds on the day.
"""

from __future__ import annotations

import hmac
import re
from base64 import b32encode
from dataclasses import dataclass
from hmac import compare_digest
from typing import Final

FEWEST_DIGITS: Final = 4
_ROUNDS: Final = 6
_PASS: Final = re.compile(r"(TX[1-9])\.([0-9]{1,18})\.([0-9]{1,18})\.([A-Z2-7]{10})")
_DIGITS: Final = re.compile(r"[0-9]{4,12}")


@dataclass(frozen=True)
class Pass:
    """What a person's code says: for what kind of thing (`mark`: TX1 a slot, TX2 a round), which thing, which person;
    `mac` proves it."""

    mark: str
    thing: int
    person: int
    mac: str


def pass_code(mark: str, secret: bytes, thing: int, person: int) -> str:
    """A person's own code for a thing: `MARK.THING.PERSON.MAC`, of letters that a QR code holds in little room."""
    return f"{mark}.{thing}.{person}.{mac(secret, f'pass.{thing}.{person}')}"


def read_pass(text: str) -> Pass | None:
    """What a scanned text says as a pass of any kind; None where it is none."""
    found = _PASS.fullmatch(text.strip().upper())
    return Pass(found[1], int(found[2]), int(found[3]), found[4]) if found else None


def is_genuine(secret: bytes, found: Pass) -> bool:
    """Whether the code was made with the thing's secret."""
    return compare_digest(mac(secret, f"pass.{found.thing}.{found.person}"), found.mac)


def digits_of(secret: bytes, number: int) -> str:
    """The digits of that number on the list (0 and up): four below 5,000, five below 50,000, and so on.

    Within a list no two numbers have the same digits: each length is a permutation of its own, only half of it in use.
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


def mac(secret: bytes, words: str, letters: int = 10) -> str:
    """What proves that who wrote these words knew the secret: so many letters and digits."""
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
