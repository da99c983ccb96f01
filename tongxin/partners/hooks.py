"""What a one-purpose link opens: apps above register what their link shows and what answering it does."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from tongxin.core.registry import Registry
from tongxin.org.models import Unit
from tongxin.partners.models import Link
from tongxin.ui.forms import Form


@dataclass(frozen=True)
class Thing:
    """What a link is to be about: `label` is what the partner unit is asked, in words; `unit` below which it is recorded;
    `url` its own page.
    """

    label: str
    unit: Unit
    url: str


@dataclass(frozen=True)
class Purpose:
    """`key` is `Link.purpose`, `label` what the step is called, `sees` and `sees_not` what the partner sees and does not.

    `form(link, posted, query)` is the form of the page. `template` shows it with the box of who answers (`name.who`) and what
    `ask(link, query)` gives (as `asked`); `query` is the address's, for pages and filters. `answer(link, name, cleaned, now)`
    does the act as `access.answerer(link, name)`, in the link's transaction; what it gives back is the query to go on with,
    empty where all is said. `over(link)` says why the step is no longer wanted, or empty. `thing(actor, thing_id)` fetches what
    links of this purpose are about for somebody who may make, see and revoke them; a stranger gets 404.
    """

    key: str
    label: Any
    template: str
    ask: Callable[[Link, Mapping[str, Any]], Any]
    form: Callable[[Link, Any, Mapping[str, Any]], Form]
    answer: Callable[[Link, str, dict[str, Any], datetime], str | None]
    thing: Callable[[Any, int], Thing]
    over: Callable[[Link], str] = lambda link: ""
    sees: Any = ""
    sees_not: Any = ""


purposes: Registry[Purpose] = Registry("purpose of a partner's link")
