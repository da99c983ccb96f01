"""Region codes: `CN`, `CN-34` (a province), `CN-34-02` (a city), after GB/T 2260."""

from __future__ import annotations

import re
from typing import Final

PROVINCES: Final[dict[str, str]] = {
    "11": "北京", "12": "天津", "13": "河北", "14": "山西", "15": "内蒙古", "21": "辽宁", "22": "吉林", "23": "黑龙江", "31": "上海",
    "32": "江苏", "33": "浙江", "34": "安徽", "35": "福建", "36": "江西", "37": "山东", "41": "河南", "42": "湖北", "43": "湖南",
    "44": "广东", "45": "广西", "46": "海南", "50": "重庆", "51": "四川", "52": "贵州", "53": "云南", "54": "西藏", "61": "陕西",
    "62": "甘肃", "63": "青海", "64": "宁夏", "65": "新疆",
}  # fmt: skip
COUNTRY: Final = "CN"
_SHAPE: Final = re.compile(r"CN(-\d\d){0,2}")


def is_region(code: str) -> bool:
    """Whether this is a region code of a province that there is."""
    return bool(_SHAPE.fullmatch(code)) and (code == COUNTRY or code[3:5] in PROVINCES)


def chain(code: str) -> tuple[str, ...]:
    """The region and all it lies in, the largest first: `CN`, `CN-34`, `CN-34-02`."""
    parts = code.split("-")
    return tuple("-".join(parts[:n]) for n in range(1, len(parts) + 1))


def lies_in(code: str, other: str) -> bool:
    """Whether a region is the other or lies in it."""
    return f"{code}-".startswith(f"{other}-")


def province_of(code: str) -> str:
    """The province's name; empty for the whole country."""
    return PROVINCES.get(code[3:5], "")
