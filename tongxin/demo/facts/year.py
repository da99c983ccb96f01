"""The year 2020. The seed states: 20 planned, 15 held, 7 + 5 + 1 + 2, four activities with their organisers, online and
on-site forms, the gala of 2021 put off, outings bunched in the second half, branch and club building not done.
Titles, days and headcounts of the rest are invented and plausible."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

YEAR = 2020


def day(month: int, number: int, year: int = YEAR) -> date:
    """A day of the year."""
    return date(year, month, number)


@dataclass(frozen=True)
class Turn:
    """A turn its plan did not foresee: moved, postponed, cancelled or taken online, decided on a day."""

    kind: str
    on: date
    to: date | None = None
    counts_for: int | None = None
    words: str = ""


@dataclass(frozen=True)
class ActivityFact:
    """One planned activity and what became of it; `held` is empty where it did not take place."""

    title: str
    category: str
    group: str
    planned: date
    by: tuple[tuple[str, str], ...]
    place: str = ""
    mode: str = "on_site"
    held: date | None = None
    persons: int = 0
    times: int = 0
    expected: int = 0
    outcome: str = ""
    turns: tuple[Turn, ...] = field(default=())
    seed: bool = False


PAUSED = "校园封闭管理，现场聚集活动暂停。"
INDOOR = "室内聚集人数受限，按属地防疫要求暂缓。"

PLAN: tuple[ActivityFact, ...] = (
    ActivityFact("迎新春联欢", "jie", "tradition", day(1, 10), (("aiit", "run"),), "大学生活动中心", held=day(1, 10),
                 persons=430, times=430, expected=450, outcome="各分工会选送节目二十一个，教职工同台演出，现场写春联、送福字。"),
    ActivityFact("“三八妇女节”慰问", "huai", "tradition", day(3, 6), (("aiit", "run"), ("zichan", "run")), "各单位", held=day(3, 6),
                 persons=391, times=391, expected=391, outcome="为全体女教职工送上节日慰问，错峰到岗领取。", seed=True),
    ActivityFact("教学经验分享会", "wen", "culture", day(3, 18), (("jiaowu", "run"),), "线上", held=day(3, 18),
                 persons=268, times=268, expected=200, outcome="六位教师介绍线上教学做法，回放供全校查看。",
                 turns=(Turn("online", day(2, 20), words=PAUSED),)),
    ActivityFact("师德师风讲座", "wen", "culture", day(3, 25), (("renzi", "run"),), "线上", held=day(5, 13),
                 persons=352, times=352, expected=300, outcome="邀请校外专家线上主讲，各单位组织收看。",
                 turns=(Turn("move", day(3, 12), day(5, 13), words=PAUSED), Turn("online", day(4, 28), words=PAUSED))),
    ActivityFact("春季健步走", "ti", "health", day(4, 11), (("jisuanji", "run"),), "环校路", expected=300,
                 turns=(Turn("cancel", day(3, 30), words=PAUSED),)),
    ActivityFact("线上读书月", "wen", "culture", day(4, 23), (("tushuguan", "run"),), "线上", mode="online", held=day(4, 23),
                 persons=92, times=276, expected=100, outcome="四周共读四本书，每周一次线上分享。"),
    ActivityFact("返校教职工慰问", "huai", "tradition", day(5, 8), (("aiit", "run"),), "各校门、值班点", held=day(5, 8),
                 persons=323, times=323, expected=330, outcome="看望返校值守的教职工，送上防护用品。"),
    ActivityFact("教职工运动会", "ti", "health", day(5, 16), (("tongshi", "run"),), "田径场", held=day(10, 16),
                 persons=612, times=705, expected=640, outcome="设团体和个人项目十二项，十一个分工会组队参加。",
                 turns=(Turn("move", day(4, 24), day(10, 16), words=PAUSED),), seed=True),
    ActivityFact("书画摄影展", "wen", "culture", day(5, 20), (("tushuguan", "run"), ("yishu", "run")), "图书馆一楼", held=day(11, 18),
                 persons=96, times=96, expected=100, outcome="展出教职工书画、摄影作品八十六件，分时段预约参观。",
                 turns=(Turn("move", day(5, 6), day(11, 18), words=PAUSED),)),
    ActivityFact("青年教师教学沙龙", "wen", "culture", day(6, 17), (("jisuanji", "run"),), "行政楼205", held=day(6, 17),
                 persons=38, times=38, expected=40, outcome="围绕混合式教学交流，三位青年教师说课。"),
    ActivityFact("端午包粽子", "jie", "tradition", day(6, 24), (("houqin", "run"),), "第二食堂", held=day(6, 24),
                 persons=120, times=120, expected=120, outcome="分两批进行，包好的粽子送到值班岗位。"),
    ActivityFact("“四史”读书分享", "wen", "culture", day(7, 3), (("makesi", "run"),), "图书馆报告厅", held=day(7, 3),
                 persons=44, times=44, expected=50, outcome="七位教师分享读书体会。"),
    ActivityFact("教师节座谈会", "jie", "tradition", day(9, 10), (("aiit", "run"),), "行政楼205", held=day(9, 10),
                 persons=46, times=46, expected=48, outcome="从教三十年教师和新教师代表座谈。"),
    ActivityFact("新教师入会培训", "wen", "culture", day(9, 16), (("renzi", "run"), ("aiit", "host")), "行政楼报告厅", held=day(9, 16),
                 persons=41, times=41, expected=43, outcome="介绍工会职能、会员权益和办事流程。"),
    ActivityFact("中秋节活动", "jie", "tradition", day(9, 29), (("houqin", "run"), ("zhaojiu", "run")), "中心广场", mode="mixed",
                 held=day(9, 29), persons=705, times=705, expected=868, outcome="线上灯谜和现场分时段游园相结合。", seed=True),
    ActivityFact("重阳节登高", "jie", "tradition", day(10, 25), (("baowei", "run"), ("dianqi-xy", "run")), "赭山公园", held=day(10, 25),
                 persons=116, times=116, expected=120, outcome="分三批出发，当日往返，退休教师走缓坡线。", seed=True),
    ActivityFact("羽毛球赛", "ti", "health", day(11, 21), (("jixie", "run"), ("yumaoqiu", "assist")), "体育馆", expected=160,
                 turns=(Turn("cancel", day(11, 12), words=INDOOR),)),
    ActivityFact("家庭教育讲座", "wen", "culture", day(12, 2), (("guanli", "run"),), "行政楼报告厅", expected=180,
                 turns=(Turn("postpone", day(11, 20), day(3, 17, 2021), 2021, INDOOR),)),
    ActivityFact("冬季送温暖", "huai", "tradition", day(12, 23), (("aiit", "run"),), "上门", expected=23,
                 turns=(Turn("postpone", day(12, 18), day(2, 3, 2021), 2021, "走访对象多在外地，按防疫要求并入春节前走访。"),)),
    ActivityFact("2021年年会", "jie", "tradition", day(12, 30), (("aiit", "run"), ("dangban", "run")), "大礼堂", expected=460,
                 turns=(Turn("postpone", day(12, 28), None, 2021, "按省里减少聚集的通知延期，日期另定。"),), seed=True),
)  # fmt: skip


@dataclass(frozen=True)
class OutingFact:
    """A unit's outing: planned day, and the day it took place (empty: it did not)."""

    unit: str
    planned: date
    held: date | None
    persons: int = 0
    place: str = ""


OUTINGS: tuple[OutingFact, ...] = (
    OutingFact("tongshi", day(4, 18), day(10, 24), 86, "马仁奇峰"),
    OutingFact("dianqi", day(5, 9), day(11, 7), 74, "丫山"),
    OutingFact("jisuanji", day(4, 25), day(10, 31), 92, "天门山"),
    OutingFact("jixie", day(5, 23), day(11, 7), 65, "马仁奇峰"),
    OutingFact("guanli", day(6, 6), day(6, 20), 58, "陶辛水韵"),
    OutingFact("yishu", day(4, 11), day(10, 31), 47, "查济"),
    OutingFact("dashuju", day(5, 16), None),
    OutingFact("makesi", day(6, 13), day(10, 17), 31, "新四军军部旧址"),
    OutingFact("tushuguan", day(5, 30), day(9, 26), 19, "丫山"),
    OutingFact("jiguan", day(9, 19), day(10, 17), 52, "天门山"),
    OutingFact("houqin-fgh", day(4, 4), None),
)


@dataclass(frozen=True)
class WorkFact:
    """Work that is no activity, with the share that was done."""

    title: str
    kind: str
    starts: date
    due: date
    share: int
    words: str


WORK: tuple[WorkFact, ...] = (
    WorkFact("分工会组织建设", "branch", day(3, 1), day(6, 30), 33, "换届和委员补选因不能集中开会而推迟。"),
    WorkFact("俱乐部建设", "club", day(4, 1), day(9, 30), 20, "活动场馆长期不开放，俱乐部未能招新和建章。"),
)
PLAN_APPROVED = day(1, 8)
IDEA = "一个引领，两项促进，三组活动"
