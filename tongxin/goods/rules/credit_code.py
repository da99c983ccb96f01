"""The unified social credit code 统一社会信用代码: GB 32100-2015, 18 signs with a check digit."""

from __future__ import annotations

import re
from typing import Final

SIGNS: Final = "0123456789ABCDEFGHJKLMNPQRTUWXY"
SHAPE: Final = re.compile(f"[{SIGNS}]{{2}}[0-9]{{6}}[{SIGNS}]{{10}}")
WEIGHTS: Final = tuple(3**place % 31 for place in range(17))


def plain(typed: str) -> str:
    """Without spaces, in capitals."""
    return re.sub(r"[\s\-]", "", typed).upper()


def check_sign(first: str) -> str:
    """The 18th sign of the first 17 (GB 32100-2015, 5.4): 31 − Σ weight × value mod 31."""
    total = sum(SIGNS.index(sign) * weight for sign, weight in zip(first, WEIGHTS, strict=True))
    return SIGNS[(31 - total % 31) % 31]


def is_sound(code: str) -> bool:
    """Whether the code has the right shape and check digit."""
    return bool(SHAPE.fullmatch(code)) and check_sign(code[:17]) == code[17]
