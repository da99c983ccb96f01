"""How rounds are said on pages."""

from __future__ import annotations

from typing import Any, Final

from django.utils.translation import gettext_lazy as _

from tongxin.welfare.rules import life

SHAPES: Final = {
    life.DRAFT: "draft", life.SUBMITTED: "todo", life.RETURNED: "moved", life.APPROVED: "plan", life.CHOOSING: "dot",
    life.HANDING: "dot", life.CLOSED: "done", life.CANCELLED: "off",
}  # fmt: skip
MISSING: Final[dict[str, Any]] = {
    "shares": _("谁出多少钱"), "packs": _("礼包"), "items": _("礼包里有什么"), "list": _("发给哪些人"), "nobody": _("名单里一个人也没有"),
}  # fmt: skip
STEPS: Final[dict[str, Any]] = {
    "submit": _("送审"), "approve": _("批准"), "send_back": _("退回修改"), "withdraw": _("撤回"), "draw_up": _("生成名单"),
    "confirm": _("名单核对过了"), "open_choosing": _("开始选"), "close_choosing": _("选完了"), "hand_out": _("开始发放"),
    "close": _("办结"), "cancel": _("取消"),
}  # fmt: skip
STAGES: Final[dict[str, Any]] = {
    "prepare": _("筹备"), "approve": _("审批"), "choose": _("选礼包"), "hand": _("发放"), "close": _("办结"),
}  # fmt: skip
# What to do next: the words, why it is easy.
NEXT: Final[dict[str, tuple[Any, Any]]] = {
    "shares": (_("写谁出多少"), _("每人的标准定了，礼包才好配")),
    "packs": (_("配礼包"), _("从登记过的产品里挑，价格会自己加")),
    "over": (_("把礼包减到标准以内"), _("减一样东西，或者改每人的标准")),
    "rules": (_("看哪条规则不让办"), _("每一条都写着出处，改好再送审")),
    "quotes": (_("记报价"), _("三家摆在一起，最低的标出来")),
    "list": (_("生成名单"), _("花名册里有，点一下就好")),
    "ask": (_("请人事核对名单"), _("发一个链接给他们，不用登录")),
    "settle": (_("处理核对意见"), _("一条一条看，去掉、留下或者加进来")),
    "submit": (_("送审"), _("规则查过了，材料会自己打印好")),
    "decide": (_("等批"), _("换一个人来批")),
    "open_choosing": (_("开放选礼包"), _("定好截止时间，会员会收到通知")),
    "wait_choosing": (_("等大家选"), _("到时间会自己截止")),
    "close_choosing": (_("截止选礼包"), _("没选的人给默认的礼包")),
    "hand_out": (_("开始发放"), _("会员会收到通知")),
    "close": (_("办结"), _("发完了，问题答完了，就能办结")),
    "done": (_("都办完了"), _("材料和名单都留着")),
}
