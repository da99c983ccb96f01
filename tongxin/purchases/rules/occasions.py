"""What a line of the ledger says by its words: for which occasion it was bought, and of what kind it is. Pure.

Keys are those of the rulebook: occasions, festivals as its sets name them, kinds of goods.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

GOODS: Final = "实物"
FESTIVAL: Final = "festival"
# A gathering on a festival is no gift for it.
EVENTS: Final = ("活动", "晚会", "演出", "联欢", "布置", "座谈", "比赛")
FESTIVALS: Final[dict[str, str]] = {
    "元旦": "元旦", "新年": "元旦", "春节": "春节", "年货": "春节", "清明": "清明", "劳动节": "劳动节", "五一": "劳动节", "端午": "端午",
    "中秋": "中秋", "国庆": "国庆", "十一": "国庆", "三八": "三八", "妇女节": "三八", "教师节": "教师节", "重阳": "重阳", "元宵": "元宵",
    "七夕": "七夕",
}  # fmt: skip
# The first that fits; a death is told apart by who died.
OCCASIONS: Final[tuple[tuple[str, str], ...]] = (
    ("生日", "birthday"), ("结婚", "marriage"), ("新婚", "marriage"), ("生育", "birth"), ("住院", "hospital"), ("退休", "retirement"),
    ("离岗", "retirement"), ("奖品", "prize"), ("得奖", "prize"), ("获奖", "prize"), ("纪念品", "souvenir"), ("团建", "outing"), ("春游", "outing"),
    ("秋游", "outing"), ("电影", "film"), ("运动服", "sportswear"), ("运动鞋", "sportswear"), ("困难", "hardship"), ("送温暖", "hardship"),
)  # fmt: skip
DEATHS: Final = ("去世", "逝世", "丧")
KIN: Final = ("亲", "家属", "父", "母", "配偶", "丈夫", "妻子", "子女")
KINDS: Final[dict[str, str]] = {
    "购物卡": "购物卡", "礼品卡": "购物卡", "储值卡": "购物卡", "充值卡": "购物卡", "超市卡": "购物卡", "代金券": "代金券", "购物券": "代金券",
    "消费券": "代金券", "现金": "现金", "红包": "现金",
}  # fmt: skip


@dataclass(frozen=True)
class Occasion:
    """An occasion of the rulebook, and its festival where it is one."""

    key: str
    festival: str = ""


def named(purpose: str) -> Occasion | None:
    """The occasion that a purpose names; None where it names none, or a gathering."""
    plain = "".join(purpose.split())
    for word, key in OCCASIONS:
        if word in plain:
            return Occasion(key)
    if any(word in plain for word in DEATHS):
        return Occasion("death_kin" if any(word in plain for word in KIN) else "death_member")
    if any(word in plain for word in EVENTS):
        return None
    return next((Occasion(FESTIVAL, festival) for word, festival in FESTIVALS.items() if word in plain), None)


def kind(*words: str) -> str:
    """Of what kind it is, by what it is called: cash, a card, a voucher; goods otherwise."""
    plain = "".join("".join(each.split()) for each in words)
    return next((found for word, found in KINDS.items() if word in plain), GOODS)
