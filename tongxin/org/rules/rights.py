"""Which post gives which rights. A right holds in the post's unit and in all units below it."""

from __future__ import annotations

from typing import Final

PEOPLE_READ: Final = "people.read"
PEOPLE_CHANGE: Final = "people.change"
UNITS_CHANGE: Final = "units.change"
POSTS_CHANGE: Final = "posts.change"
ACTIVITIES_READ: Final = "activities.read"
ACTIVITIES_RUN: Final = "activities.run"
PLAN_CHANGE: Final = "plan.change"
PLAN_APPROVE: Final = "plan.approve"
FIGURES_READ: Final = "figures.read"
SUMMARY_READ: Final = "summary.read"
SUMMARY_WRITE: Final = "summary.write"
SUMMARY_SIGN: Final = "summary.sign"
AUDIT_READ: Final = "audit.read"
NOTICES_SEND: Final = "notices.send"
RESTRICTIONS_CHANGE: Final = "restrictions.change"
RULES_PROPOSE: Final = "rules.propose"
RULES_CONFIRM: Final = "rules.confirm"
WELFARE_READ: Final = "welfare.read"
WELFARE_HAND_OUT: Final = "welfare.hand_out"
WELFARE_RUN: Final = "welfare.run"
WELFARE_APPROVE: Final = "welfare.approve"
MONEY_READ: Final = "money.read"
MONEY_CHANGE: Final = "money.change"
SYSTEM_OPERATE: Final = "system.operate"

_READ = frozenset({ACTIVITIES_READ, FIGURES_READ, SUMMARY_READ})
_COMMITTEE = _READ | {PEOPLE_READ, ACTIVITIES_RUN, NOTICES_SEND, WELFARE_READ, WELFARE_HAND_OUT}
_OFFICE = _COMMITTEE | {
    PEOPLE_CHANGE,
    UNITS_CHANGE,
    POSTS_CHANGE,
    PLAN_CHANGE,
    SUMMARY_WRITE,
    RESTRICTIONS_CHANGE,
    RULES_PROPOSE,
    WELFARE_RUN,
    MONEY_READ,
    MONEY_CHANGE,
}
_CHAIR = _OFFICE | {PLAN_APPROVE, SUMMARY_SIGN, AUDIT_READ, RULES_CONFIRM, WELFARE_APPROVE}

RIGHTS_OF_POST: Final[dict[str, frozenset[str]]] = {
    "chair": _CHAIR,
    "vice_chair": _CHAIR,
    "office": _OFFICE,
    "committee": _COMMITTEE,
    "group_leader": frozenset({PEOPLE_READ, ACTIVITIES_READ, WELFARE_HAND_OUT}),
    "audit": _READ | {AUDIT_READ, RULES_CONFIRM, WELFARE_READ, MONEY_READ},
    "partner": frozenset({ACTIVITIES_READ, ACTIVITIES_RUN}),
    "party": _READ,
    "operator": frozenset({SYSTEM_OPERATE}),
}
ALL_RIGHTS: Final = frozenset().union(*RIGHTS_OF_POST.values())
