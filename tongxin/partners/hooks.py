"""What a one-purpose link opens: apps above register what their link shows and what answering it does."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from tongxin.core.registry import Registry
from tongxin.partners.models import Link
from tongxin.ui.forms import Form


@dataclass(frozen=True)
class Purpose:
    """`key` is `Link.purpose`. `form(link, posted)` is the form of the page (its `template` shows it and what `ask(link)` gives);
    `answer(link, name, cleaned, now)` does the act under the label of the partner unit and the typed name, in the link's
    transaction. `over(link)` says why the step is no longer wanted, or empty.
    """

    key: str
    label: Any
    template: str
    ask: Callable[[Link], Any]
    form: Callable[[Link, Any], Form]
    answer: Callable[[Link, str, dict[str, Any], datetime], None]
    over: Callable[[Link], str] = lambda link: ""


purposes: Registry[Purpose] = Registry("purpose of a partner's link")
