"""What columns look like from inside, for `Column.looks_like`: the share of values that fit."""

from __future__ import annotations

import re
from collections.abc import Callable

from tongxin.core.sheets.cells import BadCell, phone, sex
from tongxin.core.sheets.cells.words import halved

Look = Callable[[list[str]], float]
NAME = re.compile(r"[一-龥]{2,4}|[一-龥]+·[一-龥]+")
SURNAMES = set(
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文"
)


def mobiles(values: list[str]) -> float:
    """Mobile numbers of 11 digits."""
    return _share(values, lambda value: len(phone(value)) == 11 and phone(value).startswith("1"))


def sexes(values: list[str]) -> float:
    """男 and 女."""
    return _share(values, lambda value: value in ("男", "女") and bool(sex(value)))


def names(values: list[str]) -> float:
    """Chinese names: two to four characters, most with a common surname, hardly any twice."""
    bare = ["".join(halved(value).split()) for value in values]
    if len(set(bare)) < 0.7 * len(bare):
        return 0.0
    return _share(bare, lambda value: bool(NAME.fullmatch(value)) and (value[0] in SURNAMES or "·" in value))


def _share(values: list[str], fits: Callable[[str], bool]) -> float:
    return sum(_safely(fits, value) for value in values) / len(values) if values else 0.0


def _safely(fits: Callable[[str], bool], value: str) -> bool:
    try:
        return fits(value)
    except BadCell:
        return False
