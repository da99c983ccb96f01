"""The code and the digits by which a person fetches a pack of a round."""

from __future__ import annotations

from typing import Final

from tongxin.core import passes

MARK: Final = "TX2"


def pass_code(secret: bytes, round: int, person: int) -> str:
    """A person's own code for a round: `TX2.ROUND.PERSON.MAC`."""
    return passes.pass_code(MARK, secret, round, person)


def digits_of(secret: bytes, entitled: int, first: int) -> str:
    """The digits of one of the list whose first row is `first`: four for a list of up to 5,000."""
    return passes.digits_of(secret, entitled - first)


def entitled_of(secret: bytes, digits: str, first: int) -> int | None:
    """The row of the list that these digits mean; None where they mean none."""
    number = passes.number_of(secret, digits)
    return None if number is None else first + number
