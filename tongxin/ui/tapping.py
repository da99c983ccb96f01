"""One tap, one act: no form, no question; the next page says what came of it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from django.contrib import messages
from django.http import HttpRequest

from tongxin.core.refusals import Refused


@contextmanager
def tapping(request: HttpRequest) -> Iterator[None]:
    """Do the act and say so in the block; where it is refused the sentence is said instead, and the view goes on to its redirect.

    A refusal that is a page of its own (a stranger's 404, the wrong hat's 403) goes on as it is.

        with tapping(request):
            actions.leave(…)
            messages.success(request, _("退出了。"))
        return redirect(…)
    """
    try:
        yield
    except Refused as refusal:
        if refusal.status != 422:
            raise
        messages.warning(request, refusal.sentence)
