"""Partner units' parts in a task."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from tongxin.core import clock
from tongxin.org.access import signed_in
from tongxin.purchases import actions
from tongxin.purchases.access import get_part, get_task
from tongxin.purchases.forms.tasks import DoneForm, PartForm, kept_part
from tongxin.purchases.views.tasks import year_url
from tongxin.ui.asking import Asking, ask
from tongxin.ui.forms import Form
from tongxin.ui.posting import posted

methods = require_http_methods(["GET", "POST"])


@signed_in
@methods
def new(request: HttpRequest, pk: int) -> HttpResponse:
    """One more unit with a part."""
    actor: Any = request.actor  # type: ignore[attr-defined]
    task = get_task(actor, pk, change=True)

    def do(given: dict[str, Any]) -> str:
        actions.set_part(actor=actor, now=clock.now(), task=task, **given)
        return _("加上了，快到日子会提醒你。")

    asking = Asking(_("分一步给别的单位"), _("加上这一步"), year_url(task))
    return ask(request, PartForm(posted(request), task=task), asking, do, "purchases/part_form.html", unit=task.unit)


@signed_in
@methods
def edit(request: HttpRequest, pk: int) -> HttpResponse:
    """Who does what until when."""
    actor: Any = request.actor  # type: ignore[attr-defined]
    part = get_part(actor, pk, change=True)
    form = PartForm(posted(request), task=part.task, initial=kept_part(part))

    def do(given: dict[str, Any]) -> str:
        actions.set_part(actor=actor, now=clock.now(), task=part.task, part=part, **given)
        return _("改好了。")

    asking = Asking(_("改这一步：%(does)s") % {"does": part.does}, _("改好了"), year_url(part.task))
    return ask(request, form, asking, do, "purchases/part_form.html", unit=part.task.unit)


@signed_in
@methods
def finish(request: HttpRequest, pk: int) -> HttpResponse:
    """The unit has done it."""
    actor: Any = request.actor  # type: ignore[attr-defined]
    part = get_part(actor, pk, change=True)
    form = DoneForm(posted(request), initial={"done_on": part.done_on or clock.today(clock.now())})

    def do(given: dict[str, Any]) -> str:
        actions.finish_part(actor=actor, now=clock.now(), part=part, **given)
        return _("记下了。")

    title = _("%(unit)s做完了：%(does)s") % {"unit": part.unit.called, "does": part.does}
    return ask(request, form, Asking(title, _("记做完"), year_url(part.task)), do)


@signed_in
@methods
def removal(request: HttpRequest, pk: int) -> HttpResponse:
    """It has no part in it."""
    actor: Any = request.actor  # type: ignore[attr-defined]
    part = get_part(actor, pk, change=True)

    def do(given: dict[str, Any]) -> str:
        actions.remove_part(actor=actor, now=clock.now(), part=part)
        return _("去掉了。")

    title = _("去掉这一步：%(does)s") % {"does": part.does}
    asking = Asking(title, _("去掉这一步"), year_url(part.task), "", "bad")
    return ask(request, Form(posted(request)), asking, do)
