"""Sentences of handing out that pages, phones and notices share."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tongxin.collecting.queries.listed import Had, Line
from tongxin.core.clock import today
from tongxin.core.refusals import Refused
from tongxin.ui.words import fullday, hour, moment

WHY: Final = {
    "not_entitled": gettext_lazy("名单里没有%(name)s。该发的，请办公室加进名单再发。"),
    "struck": gettext_lazy("%(name)s从名单里去掉了：%(struck)s。该发的，请办公室加回名单再发。"),
    "left": gettext_lazy(
        "%(name)s%(day)s离开了，名单还没改。该发的，在名单里写一句为什么再发；不该发的，请办公室去掉。"
    ),
    "not_yours": gettext_lazy("%(name)s是%(unit)s的人，不归这里发，请到本单位的领取点领。"),
    "no_pack": gettext_lazy("%(name)s没有选礼包，这次也没有定默认的。请本人先选，或者问办公室。"),
    "delivery": gettext_lazy("%(name)s选的是送到家。改成当面领的，在名单里写一句为什么再发。"),
    "donation": gettext_lazy("%(name)s的这份捐了。本人改了主意的，在名单里写一句为什么再发。"),
    "no_proxy": gettext_lazy("没有人让这位代领，或者已经收回了。"),
    "other_round": gettext_lazy("这是另一次福利的码，请本人打开这一次的。"),
    "other_kind": gettext_lazy("这是活动签到的码，不是领福利的。"),
    "bad_code": gettext_lazy("这个码不对，不是从系统里出的。"),
    "no_code": gettext_lazy("这不是领福利的码。"),
    "no_digits": gettext_lazy("没有人是这个数。再看一遍。"),
    "undone": gettext_lazy("这一份后来撤销了：%(why)s。要再发，重新扫一次。"),
}


def refusal(no: str, line: Line | None = None, **more: str) -> Refused:
    """The refusal `collecting.<no>` in words; `line` is whom it is about."""
    facts = {"name": _("这位"), "unit": "", "struck": "", "day": "", "why": "", **more}
    if line is not None:
        facts |= {"name": line.name, "unit": line.unit, "struck": line.struck}
        facts |= {"day": fullday(line.gone_on) if line.gone_on else ""}
    return Refused(f"collecting.{no}", str(WHY[no]) % facts)


def had_words(had: Had, now: datetime) -> str:
    """`已领，10:32，吴海燕发的`; the day too where it was another one, and who fetched it."""
    at = hour(had.at) if today(had.at) == today(now) else moment(had.at)
    if had.proxy:
        return _("已领，%(at)s，%(proxy)s代领，%(by)s发的") % {"at": at, "proxy": had.proxy, "by": had.by}
    return _("已领，%(at)s，%(by)s发的") % {"at": at, "by": had.by}
