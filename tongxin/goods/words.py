"""How places of origin are said, and what is wrong with them."""

from __future__ import annotations

from django.utils.translation import gettext as _

from tongxin.goods.rules import counties
from tongxin.ui.words import beside, listed


def county(code: str) -> str:
    """`安徽岳西县`; empty for none."""
    return counties.called(code) if code else ""


def origin(code: str, village: str = "") -> str:
    """`安徽岳西县来榜镇`."""
    return beside(county(code), village)


def unknown_county(typed: str, near: tuple[str, ...]) -> str:
    """The sentence for a county that nobody knows."""
    said = _("没有“%(typed)s”这个县区，什么都没有改。写全省和县，例如“安徽岳西县”，或者六位区划代码。") % {
        "typed": typed
    }
    return said + _("是不是：%(near)s？") % {"near": listed(near)} if near else said


def several_counties(typed: str, codes: tuple[str, ...]) -> str:
    """The sentence for a name that several counties have."""
    facts = {"typed": typed, "names": listed(counties.called(code) for code in codes[:8])}
    return _("叫“%(typed)s”的不止一个：%(names)s。写上省或市。") % facts


def outside(names: list[str], *, by_heart: bool) -> str:
    """That the lists of these scopes do not have the county; `by_heart`: one of them was put together from memory."""
    if not names:
        return ""
    said = _("%(names)s的名单里没有这个县，核对一下。") % {"names": listed(names)}
    return said + _("安徽的名单是凭记忆整理的，所以只提醒，不拦。") if by_heart else said
