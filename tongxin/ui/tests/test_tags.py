"""Tags render what page builders were promised."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import pytest
from django.core.paginator import Paginator
from django.template import RequestContext, Template
from django.test import RequestFactory
from django.utils.translation import override

from tongxin.ui.scenes import SCENES, scene_for


def shown(source: str, path: str = "/", **facts: Any) -> str:
    return Template(source).render(RequestContext(RequestFactory().get(path), facts))


@dataclass
class Kind:
    seal: str = "节"
    tone: str = "jie"


@pytest.mark.parametrize(
    ("source", "facts", "expected"),
    [
        ("{{ d|day }}", {"d": date(2020, 10, 25)}, "10月25日 周日"),
        ("{{ d|fullday }}", {"d": date(2021, 3, 5)}, "2021年3月5日"),
        ("{{ d|shortday }}", {"d": date(2020, 10, 5)}, "10-05 周一"),
        ("{{ d|day }}", {"d": None}, ""),
        ("{{ d|moment }}", {"d": datetime(2020, 10, 20, 6, 32, tzinfo=UTC)}, "10月20日 14:32"),
        ("{{ d|day }}", {"d": datetime(2020, 10, 24, 20, 0, tzinfo=UTC)}, "10月25日 周日"),
        ("{{ n|cn_number }}", {"n": 18000}, "18,000"),
        ("{{ n|cn_number }}", {"n": Decimal("1200.50")}, "1,200.50"),
        ("{{ n|cn_number }}", {"n": 0}, "0"),
        ("{{ names|listed }}", {"names": ["校工会", "图书馆"]}, "校工会、图书馆"),
        ("{{ a|colon:b }}", {"a": "场地", "b": "礼堂占用"}, "场地：礼堂占用"),
        ("{{ a|colon:b }}", {"a": "场地", "b": ""}, "场地"),
        ("{{ a|comma:b }}", {"a": "周敏", "b": "4月24日"}, "周敏，4月24日"),
        ("{{ d|monthname }}", {"d": date(2020, 10, 5)}, "10月"),
        ("{% seal kind %}", {"kind": Kind()}, '<span class="seal jie">节</span>'),
        ('{% seal "事" %}', {}, '<span class="seal ">事</span>'),
        ('{% status "done" %}', {}, '<span class="st done">已开展</span>'),
        ('{% status "bad" "违反管控" %}', {}, '<span class="st bad">违反管控</span>'),
    ],
)
def test_small_tags_say_what_the_look_says(source: str, facts: dict[str, Any], expected: str) -> None:
    with override("zh-hans"):
        assert shown(source, **facts) == expected


def test_what_stands_between_words_follows_the_language() -> None:
    with override("en"):
        assert shown("{{ names|listed }}", names=["Library", "Office"]) == "Library, Office"
        assert shown("{{ a|colon:b }} {{ a|comma:b }}", a="Venue", b="hall") == "Venue: hall Venue, hall"
        assert shown("{{ d|monthname }}", d=date(2020, 10, 5)) == "October"


def test_english_days_read_english() -> None:
    with override("en"):
        assert shown("{{ d|day }} / {{ d|shortday }}", d=date(2020, 10, 25)) == "Sun 25 Oct / 10-25 Sun"


def test_an_icon_without_a_title_is_hidden_from_readers() -> None:
    assert 'aria-hidden="true"' in shown('{% icon "home" "m" %}')
    assert 'aria-label="首页"' in shown('{% icon "home" "m" "首页" %}')


def test_words_of_people_are_escaped() -> None:
    assert "<script>" not in shown("{% seal s %}{% status 'todo' s %}{% empty s s %}", s="<script>x</script>")


@pytest.mark.parametrize(("value", "total", "share"), [(94, 120, "78.3"), (0, 0, "0"), (130, 120, "100")])
def test_a_bar_stays_inside_itself(value: int, total: int, share: str) -> None:
    assert f"--v:{share}" in shown("{% bar v t %}", v=value, t=total)


def test_the_pager_keeps_filters_and_knows_where_it_is() -> None:
    page = Paginator(range(100), 20).get_page(2)
    html = shown("{% pager page %}", "/?unit=3", page=page)
    assert "?unit=3&amp;page=3" in html
    assert 'aria-current="page">2<' in html
    assert shown("{% pager page %}", page=Paginator(range(3), 20).get_page(1)).strip() == ""


@pytest.mark.parametrize(
    ("path", "link", "sort"),
    [
        ("/", "?sort=day", ""),
        ("/?sort=day", "?sort=-day", "ascending"),
        ("/?sort=-day&page=3", "?sort=day", "descending"),
    ],
)
def test_a_head_sorts_up_then_down_and_starts_at_page_one(path: str, link: str, sort: str) -> None:
    html = shown('{% th "计划" "day" %}', path)
    assert f'href="{link}"' in html
    assert (f'aria-sort="{sort}"' in html) is bool(sort)


@pytest.mark.parametrize(
    ("title", "key"),
    [("重阳节登高", "chongyang"), ("三八妇女节慰问", "sanba"), ("羽毛球赛", "default"), ("迎新春联欢", "chunjie")],
)
def test_a_title_finds_its_drawing(title: str, key: str) -> None:
    assert scene_for(title) == key
    assert "<svg" in shown("{% scene title %}", title=title)


def test_every_festival_is_drawn() -> None:
    for key in SCENES:
        assert 'viewBox="0 -50 390 256"' in shown("{% scene key tall=True %}", key=key)
