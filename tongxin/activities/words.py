"""What the acts of an activity's life are called on a button and in a sentence."""

from __future__ import annotations

from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

ACT_LABELS: Final[dict[str, Promise]] = {
    "plan": _("列入计划"),
    "publish": _("发布"),
    "begin": _("开始"),
    "finish": _("记下开展情况"),
    "move": _("改期"),
    "postpone": _("延期"),
    "cancel": _("取消"),
    "go_online": _("改线上"),
    "merge": _("并入别的活动"),
    "reinstate": _("恢复"),
    "reopen": _("重新打开"),
    "edit": _("修改"),
}
