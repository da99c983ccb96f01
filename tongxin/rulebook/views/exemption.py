"""Record a committee's decision, and take one back."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from tongxin.core import clock
from tongxin.org.access import signed_in
from tongxin.rulebook import actions
from tongxin.rulebook.access import get_exemption, get_rule, get_subject
from tongxin.rulebook.actions.exempt import require_open
from tongxin.rulebook.forms.exemptions import ExemptionForm, WithdrawalForm, decided
from tongxin.rulebook.queries.blocked import finding_on
from tongxin.ui.asking import Asking, ask
from tongxin.ui.posting import posted

methods = require_http_methods(["GET", "POST"])


@methods
@signed_in
def exempt(request: HttpRequest, kind: str, thing: int, rule: int) -> HttpResponse:
    """For who runs the thing; `?part=` says which part of it (who pays)."""
    actor: Any = request.actor  # type: ignore[attr-defined]
    subject, part = get_subject(kind), request.GET.get("part", "")[:20]
    taken = subject.take(actor, clock.now(), thing, False)
    held = get_rule(actor, rule)
    finding = finding_on(taken, part, rule)
    if request.method == "GET":
        require_open(finding)
    form = ExemptionForm(posted(request), request.FILES or None)

    def do(given: dict[str, Any]) -> str:
        told = decided(given)
        actions.exempt(actor=actor, now=clock.now(), kind=kind, thing=thing, rule=held, part=part, decided=told)
        return _("记下了，这条规则这一次不拦。批的人会看到。")

    asking = Asking(_("按会议决定例外"), _("记下这个例外"), subject.url(thing))
    return ask(request, form, asking, do, "rulebook/exempt.html", taken=taken, finding=finding)


@methods
@signed_in
def withdrawal(request: HttpRequest, pk: int) -> HttpResponse:
    """The rule stops it again."""
    actor: Any = request.actor  # type: ignore[attr-defined]
    exemption = get_exemption(actor, clock.now(), pk)

    def do(given: dict[str, Any]) -> str:
        actions.withdraw_exemption(actor=actor, now=clock.now(), exemption=exemption, **given)
        return _("撤回了，这条规则又拦着了。")

    back = get_subject(exemption.kind).url(exemption.thing_id)
    sentence = _("撤回以后，这条规则又会拦住。原来的记录留着。")
    asking = Asking(_("撤回例外"), _("撤回这个例外"), back, sentence, "bad")
    return ask(request, WithdrawalForm(posted(request)), asking, do, "rulebook/withdrawal.html", exemption=exemption)
