"""What the acts of an activity's life are called on a button and in a sentence."""

from __future__ import annotations

from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from tongxin.activities.models import Activity

# Chinese calls the act and what came of it by one word; the context “act” lets other languages part them.
ACT_LABELS: Final[dict[str, Promise]] = {
    "plan": _("列入计划"),
    "publish": _("发布"),
    "begin": _("开始"),
    "finish": _("记下开展情况"),
    "move": pgettext_lazy("act", "改期"),
    "postpone": pgettext_lazy("act", "延期"),
    "cancel": pgettext_lazy("act", "取消"),
    "go_online": pgettext_lazy("act", "改线上"),
    "merge": _("并入别的活动"),
    "reinstate": pgettext_lazy("act", "恢复"),
    "reopen": _("重新打开"),
    "edit": _("修改"),
}

# What a button of the act says: verb and object.
ACT_BUTTONS: Final[dict[str, Promise]] = {
    "plan": _("列入计划"),
    "publish": _("发布活动"),
    "begin": _("活动开始"),
    "finish": _("记下开展情况"),
    "move": pgettext_lazy("act", "改期"),
    "postpone": pgettext_lazy("act", "延期"),
    "cancel": _("取消活动"),
    "go_online": pgettext_lazy("act", "改线上"),
    "merge": _("并入活动"),
    "reinstate": _("恢复活动"),
    "reopen": _("改开展情况"),
    "edit": _("改内容"),
}

# Without a day, what is asked for is the day.
DATE_IT: Final[Promise] = _("定个日子")

ACT_PAGES: Final[dict[str, str]] = {
    "plan": "activities:planning",
    "publish": "activities:publication",
    "begin": "activities:beginning",
    "finish": "activities:outcome",
    "move": "activities:move",
    "postpone": "activities:postponement",
    "cancel": "activities:cancellation",
    "go_online": "activities:online",
    "merge": "activities:merger",
    "reinstate": "activities:reinstatement",
    "reopen": "activities:reopening",
    "edit": "activities:edit",
}

ACT_ICONS: Final[dict[str, str]] = {
    "plan": "plus", "publish": "send", "begin": "flag", "finish": "check", "move": "cal", "postpone": "clock", "cancel": "x",
    "go_online": "signal", "merge": "link", "reinstate": "undo", "reopen": "refresh", "edit": "edit",
}  # fmt: skip

# The shape of a state (`{% status %}`) on screen.
SHAPES: Final[dict[str, str]] = {
    "idea": "draft",
    "planned": "todo",
    "published": "plan",
    "under_way": "plan",
    "done": "done",
    "postponed": "moved",
    "cancelled": "off",
    "merged": "off",
}


def button_of(key: str, activity: Activity) -> Promise:
    """What the button of an act says for this activity."""
    dates = "postpone" if activity.state == Activity.State.POSTPONED else "move"
    return DATE_IT if key == dates and activity.starts_on is None else ACT_BUTTONS[key]


def label_of(key: str, activity: Activity) -> Promise:
    """What the act is called for this activity, above its page."""
    button = button_of(key, activity)
    return button if button is DATE_IT else ACT_LABELS[key]
