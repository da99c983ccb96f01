"""通知: what members are told."""

from __future__ import annotations

from typing import Final

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tongxin.core.papers import Document
from tongxin.paperwork.kinds.kind import Gap, Kind
from tongxin.paperwork.kinds.parts import contact, issuer, p, paragraphs, sections, when
from tongxin.paperwork.kinds.signing_up import people, sessions, ways
from tongxin.paperwork.rules.facts import Facts


def build(facts: Facts) -> Document:
    """关于举办……的通知."""
    parts = (
        ("时间", [p(when(facts) or "另行通知")]),
        ("地点", [p(facts.place)] if facts.place else []),
        ("参加人员", people(facts)),
        ("报名办法", ways(facts)),
        ("活动内容", paragraphs(facts.about)),
        ("活动安排", sessions(facts)),
        ("联系人", [p(contact(facts))] if facts.contact else []),
    )
    lead = f"{facts.units('host') or facts.called}决定举办“{facts.title}”，现将有关事项通知如下。"
    title = f"关于举办“{facts.title}”的通知"
    return Document(title, (p(lead), *sections(parts)), issuer(facts), facts.today)


def gaps(facts: Facts) -> list[Gap]:
    """Day, place, how to sign up."""
    checks = (
        (facts.day, _("日期没定"), "activities:move"),
        (facts.place, _("地点没写"), "activities:edit"),
        (facts.about, _("活动内容没写"), "activities:edit"),
    )
    return [Gap(words, page) for there, words, page in checks if not there]


KIND: Final = Kind(
    "notice", gettext_lazy("活动通知"), gettext_lazy("给会员看的：什么时候、在哪、怎么报名"), paper=build, gaps=gaps
)
