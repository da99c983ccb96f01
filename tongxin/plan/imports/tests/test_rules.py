"""How plans speak: categories, kinds of work, forms, organisers, as tables."""

from __future__ import annotations

import pytest

from tongxin.plan.rules.guess import category_by_title, category_codes, mode_of, work_kind
from tongxin.plan.rules.organisers import is_everyone, is_ourselves, split

KNOWN = {"数学系", "图书馆", "后勤处", "电子与电气工程学院", "校工会"}


@pytest.mark.parametrize(
    ("title", "code"),
    [
        ("“三八”健步走", "ti"),
        ("教职工乒乓球赛", "ti"),
        ("羽毛球友谊赛", "ti"),
        ("师德演讲比赛", "wen"),
        ("读书分享会", "wen"),
        ("家庭教育讲座", "wen"),
        ("送清凉慰问", "huai"),
        ("教职工体检", "huai"),
        ("离退休教师座谈", "huai"),
        ("教师节座谈", "jie"),
        ("重阳节登高", "jie"),
        ("2021年年会", "jie"),
        ("秋游", "tuan"),
        ("其他", None),
    ],
)
def test_titles_tell_categories(title, code):
    assert category_by_title(title) == code


@pytest.mark.parametrize(
    ("word", "codes"),
    [
        ("文化教育类活动", ("wen",)),
        ("（二）体育类", ("ti",)),
        ("教 育", ("wen",)),
        ("慰问", ("huai",)),
        ("文体", ("ti", "jie", "wen")),
        ("一、文体活动", ("ti", "jie", "wen")),
        ("天文", ()),
    ],
)
def test_words_mean_categories(word, codes):
    assert category_codes(word) == codes


def test_a_broad_word_is_narrowed_by_the_title():
    assert category_by_title("合唱比赛", ("ti", "jie", "wen")) == "wen"


@pytest.mark.parametrize(
    ("word", "kind"),
    [("工作事项", "other"), ("组织建设", "branch"), ("俱乐部建设", "club"), ("体育", None), ("", None)],
)
def test_words_mean_work(word, kind):
    assert work_kind(word) == kind


@pytest.mark.parametrize(
    ("word", "mode"),
    [("线下", "on_site"), ("线上", "online"), ("腾讯会议", "online"), ("线上线下结合", "mixed"), ("走访", None)],
)
def test_words_mean_forms(word, mode):
    assert mode_of(word) == mode


@pytest.mark.parametrize(
    ("words", "parts"),
    [
        ("数学系、图书馆", [("数学系", "run"), ("图书馆", "run")]),
        ("数学系，图书馆；后勤处", [("数学系", "run"), ("图书馆", "run"), ("后勤处", "run")]),
        ("电子与电气工程学院", [("电子与电气工程学院", "run")]),
        ("数学系和图书馆", [("数学系", "run"), ("图书馆", "run")]),
        ("数学系和某处", [("数学系和某处", "run")]),
        ("数学系 图书馆", [("数学系", "run"), ("图书馆", "run")]),
        ("校工会（主办）、图书馆（协办）", [("校工会", "host"), ("图书馆", "assist")]),
        ("主办：校工会 承办：数学系、图书馆", [("校工会", "host"), ("数学系", "run"), ("图书馆", "run")]),
        ("主办单位：校工会\n协办单位：后勤处", [("校工会", "host"), ("后勤处", "assist")]),
        ("数学系、数学系", [("数学系", "run")]),
        ("图书馆等", [("图书馆", "run")]),
        ("", []),
    ],
)
def test_organisers_are_parted(words, parts):
    assert split(words, KNOWN.__contains__) == parts


def test_everyone_and_ourselves():
    assert [is_everyone(name) for name in ("各分工会", "全体教职工", "各部门", "图书馆")] == [True, True, True, False]
    assert [is_ourselves(name) for name in ("校工会", "工会", "工会办公室", "图书馆分工会")] == [
        True,
        True,
        True,
        False,
    ]
