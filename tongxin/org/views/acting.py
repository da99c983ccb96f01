"""What all pages that ask before an act have in common: `ask` on this app's page."""

from __future__ import annotations

from functools import partial

from tongxin.ui import asking
from tongxin.ui.asking import Asking

__all__ = ["Asking", "ask"]

ask = partial(asking.ask, template="org/act.html")
