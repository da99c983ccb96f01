"""Counties as people type them, the poor counties, credit codes, prices: tables."""

from __future__ import annotations

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tongxin.core.amounts import NotAnAmount
from tongxin.goods.rules import counties
from tongxin.goods.rules.counties import SeveralCounties, UnknownCounty, called, divisions, find, split
from tongxin.goods.rules.credit_code import SIGNS, check_sign, is_sound
from tongxin.goods.rules.poor import ANHUI, is_outside
from tongxin.goods.rules.prices import read_price


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("岳西", "340828"), ("安徽岳西县", "340828"), ("安庆市岳西县", "340828"), ("340828", "340828"), ("安徽省安庆市岳西县", "340828"),
        (" 安徽 岳西 ", "340828"), ("安徽·岳西", "340828"), ("潜山市", "340824"), ("潜山县", "340824"), ("340882", "340824"),
        ("寿县", "341521"), ("淮南寿县", "341521"), ("六安市寿县", "341521"), ("340422", "341521"), ("裕安", "341503"), ("无为市", "340225"),
        ("北京朝阳区", "110105"), ("恩施州来凤县", "422827"), ("靖州", "431229"), ("芜湖县", "340221"), ("湖北兴山", "420526"),
        ("安徽巢湖市", "340181"), ("巢湖", "340181"), ("合肥巢湖市", "340181"), ("340181", "340181"), ("341402", "340181"),
        ("河北区", "120105"), ("天津河北", "120105"), ("河南县", "632324"), ("河北阜平县", "130624"), ("海南区", "150303"),
    ],
)  # fmt: skip
def test_a_county_is_found_as_people_type_it(typed, code):
    assert find(typed) == code


@pytest.mark.parametrize(
    "typed",
    [
        "", "县", "安徽", "芜湖", "不存在县", "岳溪县", "999999", "340800", "34082", "岳西来榜镇", "😀", "a" * 500,
        "河北", "河北省", "河北县", "河南", "海南", "河北保定", "河北阜坪县",
    ],
)  # fmt: skip
def test_what_is_no_county_is_refused(typed):
    with pytest.raises(UnknownCounty):
        find(typed)


def test_an_ambiguous_name_names_its_candidates():
    with pytest.raises(SeveralCounties) as caught:
        find("朝阳区")
    assert [called(code) for code in caught.value.codes] == ["北京朝阳区", "吉林长春朝阳区"]


def test_near_names_are_offered():
    with pytest.raises(UnknownCounty) as caught:
        find("岳西镇")
    assert caught.value.near == ("安徽岳西县",)


@pytest.mark.parametrize(
    ("typed", "near"),
    [
        ("河北阜坪县", "河北阜平县"), ("河北", "天津河北区"), ("河北保定", "河北满城县"), ("永安村", "福建永安市"), ("新安村", "河南新安县"),
        ("长乐镇", "福建长乐市"), ("东海村", "江苏东海县"), ("凤凰茶叶公司", "湖南凤凰县"), ("岳西街道", "安徽岳西县"),
    ],
)  # fmt: skip
def test_names_of_provinces_villages_and_companies_are_no_counties(typed, near):
    with pytest.raises(UnknownCounty) as caught:
        split(typed)
    assert near in caught.value.near


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("安徽岳西来榜镇", ("340828", "来榜镇")), ("安徽省安庆市岳西县来榜镇斑竹村", ("340828", "来榜镇斑竹村")), ("岳西县，来榜镇", ("340828", "来榜镇")),
        ("金寨县 大湾村", ("341524", "大湾村")), ("岳西县", ("340828", "")), ("湖北恩施州来凤县百福司镇", ("422827", "百福司镇")),
        ("岳西来榜镇", ("340828", "来榜镇")), ("岳西县茶叶公司", ("340828", "茶叶公司")), ("安徽巢湖市中垾镇", ("340181", "中垾镇")),
    ],
)  # fmt: skip
def test_county_and_village_of_one_cell_are_parted(typed, wanted):
    assert split(typed) == wanted


@pytest.mark.parametrize(
    ("typed", "wrong"),
    [
        ("安徽", UnknownCounty),
        ("河北省", UnknownCounty),
        ("河北某村", UnknownCounty),
        ("某某镇", UnknownCounty),
        ("鼓楼区某街", SeveralCounties),
    ],
)
def test_a_cell_without_a_county_is_refused(typed, wrong):
    with pytest.raises(wrong):
        split(typed)


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("340828", "安徽岳西县"),
        ("341203", "安徽阜阳颍东区"),
        ("110105", "北京朝阳区"),
        ("340882", "安徽潜山市"),
        ("999999", "999999"),
        ("152921", "内蒙古阿拉善左旗"),
    ],
)
def test_a_county_is_called(code, name):
    assert called(code) == name


@given(st.sampled_from(sorted(code for code in divisions().names if counties.is_known(code))))
def test_every_county_is_found_by_its_code(code):
    assert find(code) == code


@given(st.text(max_size=40))
def test_no_words_break_it(typed):
    for ask in (find, split):
        with contextlib.suppress(UnknownCounty, SeveralCounties):
            ask(typed)


def test_the_twenty_of_anhui_are_counties_of_anhui():
    names = [called(code) for code in ANHUI]
    assert len(set(names)) == 20 and all(name.startswith("安徽") for name in names)


@pytest.mark.parametrize(
    ("kind", "list_", "county", "outside"),
    [
        ("c832", ANHUI, "340828", False), ("c832", ANHUI, "340225", True), ("c832", ANHUI, "520281", False), ("c832", (), "340225", False),
        ("twinned", ["340828"], "340225", True), ("twinned", ["340828"], "520281", True), ("other", [], "340225", False), ("c832", ANHUI, "", False),
    ],
)  # fmt: skip
def test_goods_from_outside_a_scope_are_told_where_anything_is_known(kind, list_, county, outside):
    assert is_outside(kind, list_, county) is outside


@pytest.mark.parametrize(
    ("code", "sound"),
    [
        ("91350100M000100Y43", True),
        ("91350100M000100Y44", False),
        ("9135010OM000100Y43", False),
        ("91350100M000100Y4", False),
        ("", False),
    ],
)
def test_a_credit_code_has_a_check_sign(code, sound):
    assert is_sound(code) is sound


@given(st.text(SIGNS, min_size=9, max_size=9), st.integers(0, 16))
def test_a_single_wrong_sign_never_passes(tail, place):
    first = f"91340200{tail}"
    code = first + check_sign(first)
    other = SIGNS[(SIGNS.index(code[place]) + 1) % 31]
    assert is_sound(code) and not is_sound(code[:place] + other + code[place + 1 :])


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("38元/箱", (3800, "箱")), ("￥45.00", (4500, "")), ("¥1,234.50", (123450, "")), ("12.8元每斤", (1280, "斤")), ("45.5/袋", (4550, "袋")),
        ("1.2万", (1200000, "")), ("45", (4500, "")), ("团购价：38元", (3800, "")),
    ],
)  # fmt: skip
def test_prices_are_read_with_their_measure(typed, wanted):
    assert read_price(typed) == wanted


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("38-45元", "not_understood"),
        ("-5", "negative"),
        ("3.125", "too_fine"),
        ("面议", "not_understood"),
        ("10000000000", "too_large"),
    ],
)
def test_what_is_no_price_is_refused(typed, code):
    with pytest.raises(NotAnAmount) as caught:
        read_price(typed)
    assert caught.value.code == code
