"""What the checker's remarks say, in the reader's language: what is wrong, and what to do."""

from __future__ import annotations

from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from tongxin.report.rules.checker import Remark

# code → what is wrong, what to do
WORDS: Final[dict[str, tuple[Promise, Promise]]] = {
    "figure.changed": (_("“%(quote)s”写入后记录变了，现为%(now)s"), _("改为%(now)s，或者保留并写明理由。")),
    "figure.kept": (_("“%(quote)s”与记录不同，现为%(now)s"), _("已写明理由：%(reason)s")),
    "figure.unknown": (_("“%(quote)s”的来源不在了"), _("换一个数据项，或者删去这一句。")),
    "number.typed": (_("“%(quote)s”是手写的，没有来源"), _("插入数据项，让数字跟着记录走。")),
    "number.vague": (_("“%(quote)s”说得含糊，记录里有准数"), _("写成%(now)s。")),
    "sum.wrong": (_("合计不符：%(sum)s，文中写%(total)s"), _("核对各项，改掉不对的一个。")),
    "part.missing": (_("列举里少了“%(label)s”%(now)s"), _("补上这一项，加起来才是总数。")),
    "claim.completion": (_("写“%(quote)s”，可活动只完成计划的%(share)s"), _("写成“完成年度计划的%(share)s”。")),
    "claim.praise": (_("写“%(quote)s”，这一句没有满意度数据"), _("同一句里放上满意率，或者删去。")),
    "promise.silent": (_("上年转来的“%(quote)s”没有交代"), _("写一句办得怎么样。")),
    "words.doubled": (_("“%(quote)s”写了两遍"), _("删去一遍。")),
}


def title(remark: Remark) -> str:
    """What is wrong."""
    return str(WORDS[remark.code][0]) % {"quote": remark.quote, **remark.values}


def suggestion(remark: Remark) -> str:
    """What to do. For a number typed by hand: which figures say the same, or that none does."""
    if remark.code == "number.typed" and remark.values.get("several"):
        return str(_("记录里有几个数都合：%(several)s。插入说的那一个。")) % remark.values
    if remark.code == "number.typed" and remark.values.get("label"):
        return str(_("记录里“%(label)s”是%(now)s。")) % remark.values
    if remark.code == "number.typed" and not remark.fix:
        return str(_("记录里没有合得上的数据项。换一个有来源的，或者删去这个数。"))
    return str(WORDS[remark.code][1]) % {"quote": remark.quote, **remark.values}
