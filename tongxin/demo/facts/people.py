"""Invented people: names, dates and phones made from a fixed seed, so that every demonstration is the same."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import accumulate
from random import Random

from tongxin.demo.facts.units import UNITS

SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文"
WOMEN = "芳 娜 敏 静 丽 婷 雪 琳 慧 洁 燕 红 霞 蓉 倩 颖 晓琴 雨欣 思远 梦洁 文娟 海燕 春梅 秀兰 玉珍 佳怡 若兰 晨曦 婉清 书瑶 子涵 雅琴"
MEN = "伟 强 磊 军 勇 杰 涛 明 超 辉 刚 鹏 浩 宇 建国 志强 文博 海涛 俊峰 子轩 一鸣 天佑 国庆 立新 家豪 思成 景行 致远 嘉木 明哲 向阳 永康"


@dataclass(frozen=True)
class Invented:
    """One invented person."""

    staff_no: str
    name: str
    sex: str
    unit: str
    born: date
    hired: date
    phone: str
    member: bool


def invent(count: int) -> Iterator[Invented]:
    """`count` people, spread over the units by their share; about one in thirty-five has not joined the union."""
    chance = Random(2020)
    codes = [unit.code for unit in UNITS if unit.share]
    weights = list(accumulate(unit.share for unit in UNITS if unit.share))
    for number in range(count):
        sex = chance.choice("fm")
        name = chance.choice(SURNAMES) + chance.choice((WOMEN if sex == "f" else MEN).split())
        born = date(1960, 1, 1) + timedelta(days=chance.randrange(13000))
        hired = max(date(2005, 9, 1), born + timedelta(days=24 * 365)) + timedelta(days=chance.randrange(1500))
        hired = min(hired, date(2019, 9, 1))
        unit = chance.choices(codes, cum_weights=weights)[0]
        phone = f"19{chance.randrange(10)}{chance.randrange(10**8):08d}"
        yield Invented(f"{hired.year}{number:06d}", name, sex, unit, born, hired, phone, chance.randrange(35) > 0)
