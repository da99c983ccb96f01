"""What a line says by its words: pure."""

from __future__ import annotations

import pytest

from tongxin.purchases.rules.occasions import kind, named


@pytest.mark.parametrize(
    ("purpose", "occasion", "festival"),
    [
        ("春节慰问", "festival", "春节"), ("2020 中 秋 福利", "festival", "中秋"), ("三八节", "festival", "三八"), ("五一慰问", "festival", "劳动节"),
        ("生日蛋糕", "birthday", ""), ("新婚慰问", "marriage", ""), ("住院慰问", "hospital", ""), ("会员去世", "death_member", ""),
        ("父亲去世慰问", "death_kin", ""), ("退休纪念品", "retirement", ""), ("运动会奖品", "prize", ""), ("参加纪念品", "souvenir", ""),
        ("困难职工", "hardship", ""),
    ],
)  # fmt: skip
def test_the_occasion_that_a_purpose_names(purpose, occasion, festival):
    found = named(purpose)
    assert found is not None and (found.key, found.festival) == (occasion, festival)


@pytest.mark.parametrize("purpose", ["", "办公用品", "中秋晚会布置", "三八活动", "消费帮扶"])
def test_what_names_none(purpose):
    assert named(purpose) is None


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (("超市购物卡", ""), "购物卡"), (("卡", "发礼品卡"), "购物卡"), (("代金券",), "代金券"), (("慰问现金",), "现金"), (("大米", "春节"), "实物"),
        (("蛋糕券",), "实物"),
    ],
)  # fmt: skip
def test_of_what_kind_it_is(words, found):
    assert kind(*words) == found
