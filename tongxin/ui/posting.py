"""What every view of a form begins and ends with."""

from __future__ import annotations

from django.http import HttpRequest, QueryDict

from tongxin.core.refusals import Refused
from tongxin.ui.forms import Form


def posted(request: HttpRequest) -> QueryDict | None:
    """What was sent; None where a page is only asked for."""
    return request.POST if request.method == "POST" else None


def refuse(form: Form, refusal: Refused) -> None:
    """Put a refusal into the form; one that is no matter of the form (404, 403) goes on to its own page."""
    if refusal.status != 422:
        raise refusal
    form.refuse(refusal)
