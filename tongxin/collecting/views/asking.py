"""What the pages of officers' acts share: ask, act once, go back."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse

from tongxin.ui.asking import Asking, ask
from tongxin.ui.forms import Form
from tongxin.welfare.models import Round


def asked(
    request: HttpRequest, round: Round, form: Form, asking: Asking, do: Callable[[dict[str, Any]], str]
) -> HttpResponse:
    """The page of one act on a round; `do` takes what was typed and answers what to say."""
    return ask(
        request, form, asking, do, "collecting/act.html", round=round, title=asking.title, act=asking.act,
        back_url=asking.back_url, sentence=asking.sentence, tone=asking.tone,
    )  # fmt: skip
