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
# Cities that are called by name; another city's code stands by itself.
_CITIES: Final = {
    "34": "01 合肥 02 芜湖 03 蚌埠 04 淮南 05 马鞍山 06 淮北 07 铜陵 08 安庆 10 黄山市 11 滁州 12 阜阳 13 宿州 15 六安 16 亳州 17 池州 18 宣城",
    "32": "01 南京 02 无锡 03 徐州 04 常州 05 苏州 06 南通 07 连云港 08 淮安 09 盐城 10 扬州 11 镇江 12 泰州 13 宿迁",
    "33": "01 杭州 02 宁波 03 温州 04 嘉兴 05 湖州 06 绍兴 07 金华 08 衢州 09 舟山 10 台州 11 丽水",
}
COUNTRY: Final = "CN"
_SHAPE: Final = re.compile(r"CN(-\d\d){0,2}")
CITIES: Final[dict[str, str]] = {
    f"CN-{province}-{code}": name
    for province, told in _CITIES.items()
    for code, name in zip(told.split()[::2], told.split()[1::2], strict=True)
}


def is_region(code: str) -> bool:
    """Whether this is a region code of a province that there is."""
    return bool(_SHAPE.fullmatch(code)) and (code == COUNTRY or code[3:5] in PROVINCES)


def chain(code: str) -> tuple[str, ...]:
    """The region and all it lies in, the largest first: `CN`, `CN-34`, `CN-34-02`."""
    parts = code.split("-")
    return tuple("-".join(parts[:n]) for n in range(1, len(parts) + 1))


def city_of(code: str) -> str:
    """The city's part of a code: `CN-34-02`; empty where it names a province or the whole country."""
    return code if len(code) > len("CN-34") else ""
