"""Small words of the pages of goals."""

from __future__ import annotations

from django import template
from django.utils.translation import gettext as _

register = template.Library()


@register.simple_tag
def told_act(act: str) -> str:
    """What an act on a directive is called in its history."""
    return {
        "directives.add": _("记下部署"),
        "directives.edit": _("改部署"),
        "directives.set_evidence": _("勾选落实的事"),
        "directives.close": _("结案"),
        "directives.reopen": _("重新打开"),
        "directives.keep_paper": _("上传材料"),
        "directives.discard_paper": _("删掉材料"),
    }.get(act, act)
