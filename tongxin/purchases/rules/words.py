"""What assistance purchasing is called in a year."""

from __future__ import annotations

from typing import Final

# 脱贫攻坚 was declared won on 2021-02-25; from 2021 on papers say 消费帮扶.
RENAMED: Final = 2021


def is_renamed(year: int) -> bool:
    """Whether a year says 消费帮扶 rather than 消费扶贫."""
    return year >= RENAMED
