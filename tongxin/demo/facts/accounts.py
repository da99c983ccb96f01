"""The demonstration accounts: one password for all, refused outside the demonstration."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class AccountFact:
    """An account: its staff number is its name, so that nothing has to be looked up."""

    staff_no: str
    name: str
    sex: str
    unit: str
    post: str | None
    post_unit: str
    title: str
    use: Any


ACCOUNTS: tuple[AccountFact, ...] = (
    AccountFact("chair", "陈静", "f", "dangban", "chair", "aiit", "主席", _("校工会主席：看全年，审定计划，签发总结")),
    AccountFact(
        "office",
        "周敏",
        "f",
        "renzi",
        "office",
        "aiit",
        "",
        _("工会办公室：花名册、计划、活动、总结，日常都在这里"),
    ),
    AccountFact(
        "branch",
        "吴海燕",
        "f",
        "dianqi",
        "chair",
        "dianqi",
        "主席",
        _("电子与电气工程学院分工会主席：办本分工会的活动"),
    ),
    AccountFact("member", "张晓云", "f", "dianqi", None, "", "", _("会员：在手机上看有什么活动")),
    AccountFact(
        "audit", "蒋文慧", "f", "jiaowu", "audit", "aiit", "经审委员", _("经费审查委员：只看不改，看得到操作记录")
    ),
    AccountFact("hr", "丁磊", "m", "renzi", "partner", "renzi", "联系人", _("人力资源处：协作部门，只办自己部门的事")),
    AccountFact("party", "汪建国", "m", "dangban", "party", "aiit", "党委联系人", _("党委：看数据和总结")),
    AccountFact(
        "operator", "葛云", "m", "jiaowu", "operator", "aiit", "系统管理员", _("系统管理员：看系统状态，看不到人")
    ),
)
