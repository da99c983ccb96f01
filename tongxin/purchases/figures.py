"""The figures of assistance purchasing: 消费扶贫 until 2020, 消费帮扶 from 2021 on."""

from __future__ import annotations

from typing import Final

from django.utils.translation import gettext_lazy as _

from tongxin.core.figures import Figure
from tongxin.purchases.queries import figures

GROUP = _("消费帮扶")
FIGURES: Final = (
    Figure(
        "assistance.spent", _("消费帮扶金额"), _("元"),
        _("本年度采购台账里计入任何一个统计口径的金额，冲账已经减掉，计入几个口径也只算一次；2020年及以前叫消费扶贫。"), figures.spent, group=GROUP,
    ),
    Figure(
        "assistance.spent.by_origin", _("消费帮扶金额按产地"), _("元"), _("消费帮扶金额按产地的县分开，没写产地的单列。"), figures.spent_by_origin,
        breakdown=True, group=GROUP, depends=("assistance.spent",),
    ),
    Figure(
        "assistance.spent.by_payer", _("消费帮扶金额按谁出"), _("元"), _("消费帮扶金额按出钱的分开。"), figures.spent_by_payer, breakdown=True,
        group=GROUP, depends=("assistance.spent",),
    ),
    Figure(
        "assistance.share", _("消费帮扶占采购的比例"), _("%"), _("消费帮扶金额占本年度台账里全部采购的比例。"), figures.share, group=GROUP,
        depends=("assistance.spent",),
    ),
    Figure(
        "assistance.task_completion", _("年度采购任务完成率"), _("%"), _("消费帮扶金额占本单位当年采购任务目标的比例；没定总任务的，各口径完成的金额加起来占各口径目标之和，一个口径超出目标的部分不补别的口径。"),
        figures.task_completion, group=GROUP, depends=("assistance.spent",),
    ),
    Figure(
        "welfare.per_head", _("福利每人花费"), _("元"),
        _("计入这一年、已经在发或者办结的各次福利，台账里花的钱除以发出去的份数（人次），捐出去的也算一份；没记采购的不算。"), figures.per_head, group=_("福利"),
    ),
)  # fmt: skip
