"""What kind of activity, work or form a plan means by its words. Pure; the tables are the office's habits of speech."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import Final

# Other words for the seed's categories, by their codes.
SYNONYMS: Final[dict[str, tuple[str, ...]]] = {
    "wen": (
        "文化",
        "教育",
        "文教",
        "文化教育",
        "学习",
        "培训",
        "讲座",
        "文艺",
        "思想教育",
        "师德",
        "宣传教育",
        "素质提升",
    ),
    "jie": ("节日", "节庆", "集体", "节日集体", "集体活动", "大型活动", "传统活动", "联欢", "庆祝", "年会"),
    "ti": ("体育", "竞赛", "体育竞赛", "健身", "健康", "体育健身", "比赛", "赛事", "球类", "运动"),
    "huai": ("慰问", "关怀", "关爱", "关怀慰问", "帮扶", "福利", "送温暖", "走访慰问", "服务职工", "困难帮扶"),
    "tuan": ("团建", "单位团建", "拓展", "疗休养", "春秋游", "春游", "秋游", "分工会活动"),
}
# Words that cover several categories: then the title decides, and the first is meant where it does not.
BROAD: Final[dict[str, tuple[str, ...]]] = {
    "文体": ("ti", "jie", "wen"),
    "文体竞赛": ("ti", "wen"),
    "文娱": ("wen", "jie", "ti"),
    "文娱体育": ("ti", "wen", "jie"),
    "群众": ("jie", "ti", "wen"),
}
# What titles say, most telling first.
TITLES: Final[tuple[tuple[str, str], ...]] = (
    (
        "huai",
        r"慰问|关怀|关爱|送温暖|送清凉|帮扶|困难|探望|走访|体检|生日|离退休|义诊|心理(咨询|关爱)|互助|维权|金秋助学",
    ),
    ("tuan", r"团建|拓展|疗休养|春游|秋游|踏青"),
    (
        "ti",
        r"运动会|[球棋牌]类?(比?赛|友谊|联)|[球棋]|健步|健走|徒步|登山|长跑|跑步|马拉松|跳绳|拔河|游泳|太极|瑜伽|健身|广播操|工间操|田径|趣味|骑行|体育|飞镖|毽",
    ),
    (
        "jie",
        r"元旦|春节|新春|元宵|妇女节|女神节|三[·.]?八|3[·.]?8|清明|五[·.]?一|劳动节|青年节|六[·.]?一|儿童节|端午|七[·.]?一|教师节|中秋|国庆|重阳|冬至|年会|联欢|团拜|晚会|游园|迎新|庆祝|嘉年华|集体",
    ),
    (
        "wen",
        r"讲座|培训|学习|读书|阅读|演讲|征文|书画|书法|摄影|展览|展$|合唱|歌咏|歌手|朗诵|诵读|师德|沙龙|报告会|知识|技能|教学|论坛|观影|电影|参观|宣讲|手工|插花|茶艺|分享会|座谈|研讨|舞蹈|文艺|文化",
    ),
)
WORK: Final[dict[str, tuple[str, ...]]] = {
    "branch": ("组织建设", "分工会建设", "分工会组织建设", "基层组织建设", "建家", "职工之家", "职工之家建设", "换届"),
    "club": ("俱乐部建设", "俱乐部", "社团建设", "社团", "协会建设", "文体协会建设"),
    "other": (
        "工作事项",
        "工作",
        "事项",
        "其他工作",
        "重点工作",
        "日常工作",
        "常规工作",
        "制度建设",
        "民主管理",
        "自身建设",
    ),
}
ONLINE, MIXED = (
    re.compile("线上|网上|网络|直播|云|腾讯会议|钉钉|视频|微信"),
    re.compile("线上线下|线上.*线下|线下.*线上|混合|相结合"),
)
ON_SITE = re.compile("线下|现场|实地|室内|室外|户外|集中")
_ENDING, _NUMBER = (
    re.compile(r"(类活动|活动类|类别|类|活动)$"),
    re.compile(r"^[(（]?[一二三四五六七八九十\d]{1,3}[)）]?[、.．\s]*"),
)


def plain(word: str) -> str:
    """A category as plans write it, bare: “（二）文体类活动” → 文体."""
    return _ENDING.sub("", _NUMBER.sub("", re.sub(r"\s", "", word)))


def category_codes(word: str) -> tuple[str, ...]:
    """Codes of the categories that a word may mean; several where it is broad, none where it is unknown."""
    bare = plain(word)
    if bare in BROAD:
        return BROAD[bare]
    return tuple(code for code, words in SYNONYMS.items() if bare in words)


def category_by_title(title: str, among: Collection[str] = ()) -> str | None:
    """The code of the category that a title tells of; only `among` these where any are given."""
    found = (code for code, pattern in TITLES if (not among or code in among) and re.search(pattern, title))
    return next(found, None)


def work_kind(word: str) -> str | None:
    """The kind of work item that a word in the column of categories means; None where it is an activity's category."""
    bare = re.sub(r"\s", "", word)
    return next((kind for kind, words in WORK.items() if bare in words), None)


def mode_of(word: str) -> str | None:
    """`on_site`, `online` or `mixed`; None where the word tells something else (走访, 讲座)."""
    if MIXED.search(word):
        return "mixed"
    if ONLINE.search(word):
        return "online"
    return "on_site" if ON_SITE.search(word) else None
