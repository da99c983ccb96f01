"""Figures of the organisation: who belongs, who works here, who came and went."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from tongxin.core.figures import Figure
from tongxin.org.queries import counting

GROUP = _("组织")

DECLARED = (
    Figure(
        "org.members", _("会员数"), _("人"), _("期末在籍的会员，单位和下级单位都算；申请中、保留会籍的不算。"),
        counting.members, group=GROUP,
    ),
    Figure(
        "org.staff", _("教职工数"), _("人"), _("期末在册的教职工，是不是会员都算；离职的不算。"),
        counting.staff, group=GROUP,
    ),
    Figure(
        "org.branches", _("分工会数"), _("个"), _("期末已成立、没有撤销的分工会。"),
        counting.branches, group=GROUP,
    ),
    Figure(
        "org.officers", _("工会干部数"), _("人"), _("期末任工会职务的人，兼几个职务也只算一人；协作部门和党委的联系人不算。"),
        counting.officers, group=GROUP,
    ),
    Figure(
        "org.joined", _("新入会人数"), _("人"), _("期内开始在籍的人，含转入；从保留会籍恢复的不算。"),
        counting.joined, group=GROUP,
    ),
    Figure(
        "org.left", _("转出和退会人数"), _("人"), _("期内转出或退会的会员；没有批准的申请不算。"),
        counting.left, group=GROUP,
    ),
    Figure(
        "org.members.by_unit", _("各单位会员数"), _("人"), _("期末在籍的会员，按下一级单位分；更下级的并入。"),
        counting.members_by_unit, breakdown=True, group=GROUP, depends=("org.members",),
    ),
)  # fmt: skip
