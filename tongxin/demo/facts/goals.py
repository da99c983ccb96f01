"""Goals, tasks from above and aims over years. The seed states the framework (一个引领，两项促进，三组活动), that tasks of the
party committee, the epidemic and 消费扶贫 were carried out, and that 十四五 was to be planned; figures of 2018 and 2019, targets,
document names and steps are invented."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

REVIEWED = "同意。五月活动偏多，场地要早定；团建尽量错开。"
STEPS: dict[str, tuple[tuple[str, date | None, date | None], ...]] = {
    "分工会组织建设": (
        ("摸清各分工会委员情况", date(2020, 3, 31), date(2020, 3, 27)),
        ("换届和委员补选", date(2020, 5, 31), None),
        ("培训新任委员", date(2020, 6, 30), None),
    ),
    "俱乐部建设": (
        ("摸清已有的俱乐部", date(2020, 4, 30), date(2020, 4, 28)),
        ("定俱乐部章程样本", date(2020, 6, 30), None),
        ("落实活动场馆", date(2020, 7, 31), None),
        ("招新", date(2020, 9, 15), None),
        ("年度评议", date(2020, 9, 30), None),
    ),
}
# Goal → figure, part, direction, target; who answers for it; the work items that serve it.
MEASURES: dict[str, tuple[tuple[str, str, str, str], ...]] = {
    "党建+工会": (("activities.completion", "", "least", "90%"),),
    "分工会作用": (("branches.own_activities", "", "least", "8"),),
    "教育文化提升": (("activities.held.by_category", "wen", "least", "6"),),
    "学校传统重大活动": (("activities.held.by_category", "jie", "least", "5"),),
    "健康体育素养": (("activities.held.by_category", "ti", "least", "3"),),
}
OWNERS: dict[str, str] = {"党建+工会": "chair", "分工会作用": "office", "俱乐部建设": "office"}
SERVED: dict[str, tuple[str, ...]] = {"分工会作用": ("分工会组织建设",), "俱乐部建设": ("俱乐部建设",)}
LED: tuple[str, ...] = ("“四史”读书分享", "师德师风讲座", "新教师入会培训")


@dataclass(frozen=True)
class DirectiveFact:
    """A task from above, what shows that it was done, and the note that closed it (empty: under way)."""

    title: str
    given_by: str
    document: str
    given: date
    due: date
    text: str
    activities: tuple[str, ...] = field(default=())
    goals: tuple[str, ...] = field(default=())
    closing: str = ""
    closed: date | None = None


DIRECTIVES: tuple[DirectiveFact, ...] = (
    DirectiveFact(
        "落实疫情防控工作", "校党委", "2020年1月28日疫情防控专题会", date(2020, 1, 28), date(2020, 12, 31),
        "配合学校做好疫情防控，活动能转线上的转线上；关心返校值守的教职工。",
        ("线上读书月", "教学经验分享会", "返校教职工慰问"), (),
        "聚集活动暂停或转到线上，返校期间看望值守教职工，全年没有因工会活动发生聚集问题。", date(2020, 12, 30),
    ),
    DirectiveFact(
        "落实消费扶贫任务", "市总工会", "关于做好年度消费扶贫工作的通知", date(2020, 4, 8), date(2020, 12, 20),
        "结合福利政策，采购帮扶地区农产品。", ("“三八妇女节”慰问", "中秋节活动"), (),
        "全年两次向全体教职工发放农产品礼包，累计消费45万余元，采购任务完成。", date(2020, 12, 18),
    ),
    DirectiveFact(
        "完成“党建+工会”各项任务", "校党委", "2020年党建工作要点", date(2020, 3, 2), date(2020, 12, 31),
        "以党建带工建，加强工会组织能力建设。", ("“四史”读书分享", "师德师风讲座"), ("党建+工会",),
        "主题教育和师德学习按要求开展，工会组织建设中没做完的两项转入下一年。", date(2020, 12, 31),
    ),
    DirectiveFact(
        "协助谋划“十四五”开篇", "校党委", "“十四五”规划编制工作会", date(2020, 10, 12), date(2021, 3, 31),
        "听取教职工意见，提出工会部分的目标。", ("教师节座谈会",),
    ),
)  # fmt: skip

AIM = ("“十四五”：活动办得成，人人有机会参加", 2021, 2025, "每年的数由系统算，往年的按工作总结补录。")
# Figure, direction, targets by year, values typed for the years before the system.
AIM_MEASURES: tuple[tuple[str, str, dict[int, str], dict[int, str]], ...] = (
    (
        "activities.held",
        "least",
        {2021: "16", 2022: "17", 2023: "18", 2024: "19", 2025: "20"},
        {2018: "13", 2019: "18"},
    ),
    ("activities.completion", "least", dict.fromkeys(range(2021, 2026), "90%"), {2018: "86.7%", 2019: "90%"}),
)
AIM_SOURCE = "当年工作总结（示例数据）"
TAKEN_UP: tuple[str, ...] = ("branches.idle", "completion")
