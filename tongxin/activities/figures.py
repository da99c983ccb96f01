"""The figures of activities: what was held, what was not, how many came."""

from __future__ import annotations

from typing import Final

from django.utils.translation import gettext_lazy as _

from tongxin.activities.queries import held, not_held, outings
from tongxin.core.figures import Figure

GROUP: Final = _("活动")
ITEMS: Final = _("项")

FIGURES: Final = (
    Figure(
        "activities.held", _("开展活动"), ITEMS,
        _("计入本年度、已经开展的活动；合办的只计一次，单位团建另计。"), held.held_in_all, group=GROUP,
    ),
    Figure(
        "activities.held.by_category", _("开展活动（按类别）"), ITEMS,
        _("已开展的活动按主类别分，一项活动只有一个类别。"), held.by_category, breakdown=True, group=GROUP,
    ),
    Figure(
        "activities.held.by_group", _("开展活动（按活动组）"), ITEMS,
        _("已开展的活动按年度工作思路里的活动组分。"), held.by_group, breakdown=True, group=GROUP,
    ),
    Figure(
        "activities.held.by_unit", _("开展活动（按单位）"), ITEMS,
        _("已开展的活动按承办、联合的单位分；合办的各计一次，协办的不计。"), held.by_unit, breakdown=True, group=GROUP,
    ),
    Figure(
        "activities.held.by_mode", _("开展活动（按形式）"), ITEMS,
        _("已开展的活动按现场、线上、线上线下分。"), held.by_mode, breakdown=True, group=GROUP,
    ),
    Figure(
        "activities.held.by_half", _("开展活动（按上下半年）"), ITEMS,
        _("已开展的活动按实际开始的日子分，7月1日起是下半年。"), held.by_half, breakdown=True, group=GROUP,
    ),
    Figure(
        "activities.postponed", _("延期的活动"), ITEMS,
        _("本年度计划、延期后还没有开展的活动，包括延到下一年的。"), not_held.postponed, group=GROUP,
    ),
    Figure(
        "activities.cancelled", _("取消的活动"), ITEMS,
        _("计入本年度、后来取消的活动。"), not_held.cancelled, group=GROUP,
    ),
    Figure(
        "activities.not_held.by_reason", _("没有开展的活动（按原因）"), ITEMS,
        _("本年度计划而没有开展的活动，按最近一次变动的原因分；并入别的活动的单列。"), not_held.by_reason,
        breakdown=True, group=GROUP,
    ),
    Figure(
        "activities.participants", _("参加人数"), _("人"),
        _("每项活动各自去重后的人数相加；同一个人参加两项活动，在两项里各算一次。"), held.participants, group=GROUP,
    ),
    Figure(
        "activities.participations", _("参加人次"), _("人次"),
        _("各项活动的到场次数相加；同一个人在一项活动里来两次算两次。"), held.participations, group=GROUP,
    ),
    Figure(
        "outings.held", _("单位团建"), ITEMS,
        _("已经开展的单位团建，不计入全年活动。"), outings.outings_held, group=GROUP,
    ),
    Figure(
        "outings.second_half_share", _("下半年团建占比"), _("%"),
        _("下半年开展的单位团建占全年已开展团建的比例。"), outings.second_half_share, group=GROUP,
    ),
)  # fmt: skip
