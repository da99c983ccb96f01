"""What is said after many were put down at once."""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import ngettext


def told_counts(new: int, passed: int) -> str:
    """How many are new, and how many could not be taken."""
    words = ngettext("记了%(n)s人。", "记了%(n)s人。", new) % {"n": new}
    if not passed:
        return words
    rest = _("还有%(n)s人没记：从名单去掉了、离开了，或者没有礼包，一个个看。") % {"n": passed}
    return f"{words} {rest}"


def told_reasons(written: int, passed: int) -> str:
    """Of how many the reason was written, and how many were passed over."""
    words = ngettext("给%(n)s人写了原因。", "给%(n)s人写了原因。", written) % {"n": written}
    if not passed:
        return words
    rest = ngettext("有%(n)s人刚领了，没有写。", "有%(n)s人刚领了，没有写。", passed) % {"n": passed}
    return f"{words}{rest}"
