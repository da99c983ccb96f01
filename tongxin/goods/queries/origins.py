"""Counties and origins as people type them, with their refusals."""

from __future__ import annotations

from tongxin.core.refusals import Refused
from tongxin.goods import words
from tongxin.goods.rules import counties


def county_typed(typed: str, *, field: str = "county") -> str:
    """The code of the county, empty where nothing is typed. Refuses: `goods.unknown_county`, `goods.several_counties`."""
    return _asked(typed, field, lambda plain: (counties.find(plain), ""))[0]


def origin_typed(typed: str, *, field: str = "origin") -> tuple[str, str]:
    """County and village of what is typed in one box. Refuses as `county_typed`."""
    return _asked(typed, field, counties.split)


def require_county(code: str, *, field: str = "county") -> None:
    """Refuses a code that nobody knows: `goods.unknown_county`."""
    if code and not counties.is_known(code):
        raise Refused("goods.unknown_county", words.unknown_county(code, ()), field=field)


def _asked(typed: str, field: str, ask: counties.Asked) -> tuple[str, str]:
    plain = typed.strip()
    if not plain:
        return "", ""
    try:
        return ask(plain)
    except counties.UnknownCounty as wrong:
        sentence = words.unknown_county(plain, wrong.near)
        raise Refused("goods.unknown_county", sentence, field=field, near=wrong.near) from wrong
    except counties.SeveralCounties as wrong:
        sentence = words.several_counties(plain, wrong.codes)
        raise Refused("goods.several_counties", sentence, field=field, codes=wrong.codes) from wrong
