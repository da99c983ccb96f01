"""Refusals of places in words, and the rule of a pool as sentences."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from tongxin.core.refusals import Refused
from tongxin.places.models import Pool
from tongxin.ui.words import listed
from tongxin.ui.words import moment as moment_words

WHY: Final = {
    "early": gettext_lazy("还没到报名时间，%(opens)s开始。"),
    "over": gettext_lazy("报名已经截止了。"),
    "full": gettext_lazy("名额满了。有人退出时会再空出来。"),
    "unknown": gettext_lazy("花名册里没有这个人。"),
    "left": gettext_lazy("%(name)s已经离职，报不了。"),
    "other_union": gettext_lazy("%(name)s不是本工会的人，报不了。"),
    "not_member": gettext_lazy("%(name)s现在不是在籍会员，报不了；有疑问找本单位的工会干部。"),
    "other_unit": gettext_lazy("这次面向%(units)s，%(name)s不在里面。"),
    "other_sex": gettext_lazy("这次面向%(sex)s职工，%(name)s报不了。"),
    "too_short": gettext_lazy("要入职满%(years)s年，%(name)s还不满。"),
    "used": gettext_lazy("%(years)s年里只能参加一次，%(name)s最近一次是%(day)s。"),
    "in_already": gettext_lazy("%(name)s已经报了名，不能再跟着报一次。"),
    "elsewhere": gettext_lazy("你已经选了%(label)s，先改选。"),
    "twice": gettext_lazy("同一个人写了两次，去掉一个。"),
    "too_many": gettext_lazy("一起报名最多%(most)s人。"),
    "companions_each": gettext_lazy("每人最多带%(most)s位家属。"),
    "companions_full": gettext_lazy("家属名额只剩%(left)s个，改少一点再报。"),
}
_FIELDS: Final = {
    "companions_each": "companions",
    "companions_full": "companions",
    "too_many": "with_",
    "twice": "with_",
}


# What a sentence names of the pool's terms: read only for the one that is said.
_TERMS: Final[dict[str, Callable[[Pool], dict[str, Any]]]] = {
    "early": lambda pool: {"opens": moment_words(pool.opens_at) if pool.opens_at else ""},
    "other_unit": lambda pool: {"units": listed([unit.called for unit in pool.open_to.all()])},
    "other_sex": lambda pool: {"sex": pool.get_sex_display()},
    "too_short": lambda pool: {"years": pool.service_years},
    "used": lambda pool: {"years": pool.once_years},
    "too_many": lambda pool: {"most": pool.group_max},
    "companions_each": lambda pool: {"most": pool.companions_each},
}


def refusal(no: str, pool: Pool, **facts: Any) -> Refused:
    """The refusal `places.<no>` with its sentence; `facts` are `name`, `day`, `label`, `left` where the sentence needs them."""
    told = {"name": "", "day": "", "label": "", "left": 0, **facts, **(_TERMS[no](pool) if no in _TERMS else {})}
    return Refused(f"places.{no}", str(WHY[no]) % told, field=_FIELDS.get(no), **facts)


def rule_words(pool: Pool) -> list[str]:
    """The rule in force, in plain sentences, the limit first: what a sign-up page shows beside the shield."""
    sentences: list[Callable[[Pool], str]] = [
        _seats, _whom, _once, _kept, _way, _full, _together, _companions, _leaving,
    ]  # fmt: skip
    return [sentence for make in sentences if (sentence := make(pool))]


def _seats(pool: Pool) -> str:
    if pool.capacity is None:
        return _("名额不限。")
    return ngettext("共%(n)s个名额，一人一个。", "共%(n)s个名额，一人一个。", pool.capacity) % {"n": pool.capacity}


def _whom(pool: Pool) -> str:
    units = listed([unit.called for unit in pool.open_to.all()]) if pool.narrowed else ""
    who = pool.get_who_display()
    if pool.sex:
        who = _("%(sex)s%(who)s") % {"sex": pool.get_sex_display(), "who": who}
    facts = {"units": units, "who": who, "years": pool.service_years}
    sentence = _("面向%(units)s的%(who)s。") % facts if units else _("面向%(who)s。") % facts
    return sentence + (_("要入职满%(years)s年。") % facts if pool.service_years else "")


def _once(pool: Pool) -> str:
    if not (pool.series and pool.once_years):
        return ""
    return _("%(years)s年里只能参加一次；占了名额没来，也算一次。") % {"years": pool.once_years}


def _kept(pool: Pool) -> str:
    if not pool.has_quotas:
        return ""
    kept = listed(
        [_("%(unit)s%(seats)s个") % {"unit": quota.unit.called, "seats": quota.seats} for quota in pool.quotas.all()]
    )
    if pool.quotas_until:
        return _("给各单位留的名额：%(kept)s，留到%(until)s。") % {
            "kept": kept,
            "until": moment_words(pool.quotas_until),
        }
    return _("给各单位留的名额：%(kept)s。") % {"kept": kept}


def _way(pool: Pool) -> str:
    if pool.way == Pool.Way.DRAW:
        assert pool.closes_at
        when = {"closes": moment_words(pool.closes_at)}
        return _("%(closes)s截止后抽签，早报晚报一样；以前没抽中的，机会更大。") % when
    return _("先到先得。") if pool.capacity is not None else ""


def _full(pool: Pool) -> str:
    if pool.capacity is None:
        return ""
    if not pool.waiting:
        return _("满了不候补。")
    if pool.confirm_hours:
        return _("满了按先后候补，轮到了在%(hours)s小时内确认，不确认就给下一位。") % {"hours": pool.confirm_hours}
    return _("满了按先后候补，有人退出自动补上并通知。")


def _together(pool: Pool) -> str:
    if pool.group_max < 2:
        return ""
    return _("最多%(most)s人一起报，要么都进，要么都不进。") % {"most": pool.group_max}


def _companions(pool: Pool) -> str:
    if not pool.companions_each:
        return ""
    if pool.companions_capacity is None:
        return _("每人可带%(each)s位家属。") % {"each": pool.companions_each}
    return _("每人可带%(each)s位家属，家属名额共%(all)s个。") % {
        "each": pool.companions_each, "all": pool.companions_capacity,
    }  # fmt: skip


def _leaving(pool: Pool) -> str:
    until = pool.withdraw_until
    return _("%(until)s以前可以退出。") % {"until": moment_words(until)} if until else ""
