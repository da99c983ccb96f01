"""Refusals of choosing in words, each with whom to ask."""

from __future__ import annotations

from typing import Any, Final

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tongxin.core.refusals import Refused
from tongxin.ui.words import moment
from tongxin.welfare.models import Round

WHY: Final = {
    "full": gettext_lazy("%(pack)s刚刚选完了，换一个选。你原来选的没有动。"),
    "over": gettext_lazy("选礼包的时间过了，现在改不了。有事找%(whom)s。"),
    "early": gettext_lazy("还没开始选，%(opens)s开始。"),
    "left": gettext_lazy("花名册上你已经离职，选不了。觉得不对，找%(whom)s。"),
    "other_union": gettext_lazy("花名册上你不在这个工会，选不了。觉得不对，找%(whom)s。"),
    "unknown": gettext_lazy("花名册里没有你，选不了。找%(whom)s。"),
    "not_listed": gettext_lazy("你不在这次的名单里，选不了。觉得不对，找%(whom)s。"),
    "struck": gettext_lazy("你从这次的名单里去掉了：%(reason)s。觉得不对，找%(whom)s。"),
    "not_open": gettext_lazy("这次福利现在不选礼包。"),
}
# What the engine refuses and choosing has its own sentence for.
OURS: Final = ("full", "over", "early", "left", "other_union", "unknown")


def whom(contact: str) -> str:
    """Whom to ask about a round: who is named there, else the office."""
    return contact or _("工会办公室")


def refusal(no: str, *, contact: str = "", **facts: Any) -> Refused:
    """The refusal `choosing.<no>`; `facts` are `pack`, `opens`, `reason` where the sentence needs them."""
    said = {"whom": whom(contact), "pack": "", "opens": "", "reason": "", **facts}
    return Refused(f"choosing.{no}", str(WHY[no]) % said)


def ours(refused: Refused, *, pack: str, round: Round) -> Refused:
    """What the engine refused, in the words of choosing; what these do not know, as it was."""
    no = refused.code.removeprefix("places.").replace("too_late", "over")
    if no not in OURS:
        return refused
    opens = moment(round.choose_from) if round.choose_from else ""
    return refusal(no, contact=round.contact, pack=pack, opens=opens)
