"""The turns of a round: each asks once."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from tongxin.core.numbers import whole
from tongxin.org.access import signed_in
from tongxin.rulebook.queries.exemptions import spoken
from tongxin.ui.forms import ReasonForm
from tongxin.ui.posting import posted
from tongxin.welfare import actions
from tongxin.welfare.access import get_round_to_approve, get_round_to_run
from tongxin.welfare.forms.rounds import ApprovalForm, OpeningForm, ReturnForm, SubmitForm, UntilForm, WordsForm
from tongxin.welfare.queries.checked import checked
from tongxin.welfare.queries.concerned import handed_in
from tongxin.welfare.queries.entitled import entitled_of
from tongxin.welfare.queries.gaps import gaps_of
from tongxin.welfare.views.acting import asked


@require_http_methods(["GET", "POST"])
@signed_in
def submission(request: HttpRequest, pk: int) -> HttpResponse:
    """Hand it in."""
    found = get_round_to_run(_actor(request), pk)
    form = SubmitForm(posted(request), few=bool(gaps_of(found).few), initial={"few_quotes": found.few_quotes})
    words = (_("送审"), _("送上去以后先不能改，要改就撤回。名单也定在这一刻。"), _("送审了，会通知能批的人。"))
    return asked(request, found, "submit", form, actions.submit, words=words)


@require_http_methods(["GET", "POST"])
@signed_in
def approval(request: HttpRequest, pk: int) -> HttpResponse:
    """It may go on."""
    found = get_round_to_approve(_actor(request), pk)
    form = ApprovalForm(posted(request), initial={"seen": whole(request.GET.get("seen")) or handed_in(found)})
    words = (_("批准"), _("批准以后，他们就按这个去办。"), _("批准了，已经告诉他们。"))
    return asked(request, found, "approve", form, actions.approve, words=words, warned=spoken(checked(found).exempted))


@require_http_methods(["GET", "POST"])
@signed_in
def returning(request: HttpRequest, pk: int) -> HttpResponse:
    """With what they are to change."""
    found = get_round_to_approve(_actor(request), pk)
    words = (_("退回去改"), _("写明要改什么，改好他们会再送。"), _("退回去了，已经告诉他们。"))
    return asked(request, found, "send_back", ReturnForm(posted(request)), actions.send_back, words=words, tone="bad")


@require_http_methods(["GET", "POST"])
@signed_in
def withdrawal(request: HttpRequest, pk: int) -> HttpResponse:
    """Back to a draft."""
    found = get_round_to_run(_actor(request), pk)
    words = (_("撤回"), _("变回筹备中，可以改；批过的要重新批。"), _("撤回了，可以改了。"))
    return asked(request, found, "withdraw", WordsForm(posted(request)), actions.withdraw, words=words)


@require_http_methods(["GET", "POST"])
@signed_in
def opening(request: HttpRequest, pk: int) -> HttpResponse:
    """Choosing begins."""
    found = get_round_to_run(_actor(request), pk)
    form = OpeningForm(posted(request), initial={"choose_from": found.choose_from, "choose_until": found.choose_until})
    words = (_("开放选礼包"), _told(found), _("开放了，已经通知大家。"))
    return asked(request, found, "open_choosing", form, actions.open_choosing, words=words)


@require_http_methods(["GET", "POST"])
@signed_in
def choosing_end(request: HttpRequest, pk: int) -> HttpResponse:
    """Choosing is over."""
    found = get_round_to_run(_actor(request), pk)
    words = (_("截止选礼包"), _("没选的人给默认的礼包。截止以后不能再选。"), _("截止了。"))
    return asked(request, found, "close_choosing", WordsForm(posted(request)), actions.close_choosing, words=words)


@require_http_methods(["GET", "POST"])
@signed_in
def choosing_until(request: HttpRequest, pk: int) -> HttpResponse:
    """Choosing ends at another time, with the reason."""
    found = get_round_to_run(_actor(request), pk)
    form = UntilForm(posted(request), initial={"choose_until": found.choose_until})
    words = (
        _("改截止时间"),
        _("还没选的人会收到通知。写的原因留在福利页上。"),
        _("截止时间改了，已经告诉还没选的人。"),
    )
    return asked(request, found, "move_choosing", form, actions.move_choosing, words=words)


@require_http_methods(["GET", "POST"])
@signed_in
def handing_out(request: HttpRequest, pk: int) -> HttpResponse:
    """The hand-out begins."""
    found = get_round_to_run(_actor(request), pk)
    words = (_("开始发放"), _told(found), _("开始发了，已经通知大家。"))
    return asked(request, found, "hand_out", WordsForm(posted(request)), actions.hand_out, words=words)


@require_http_methods(["GET", "POST"])
@signed_in
def closing(request: HttpRequest, pk: int) -> HttpResponse:
    """All is done."""
    found = get_round_to_run(_actor(request), pk)
    words = (_("办结"), _("办结以后就不再发放，材料和名单都留着。"), _("办结了。"))
    return asked(request, found, "close", WordsForm(posted(request)), actions.close, words=words)


@require_http_methods(["GET", "POST"])
@signed_in
def cancellation(request: HttpRequest, pk: int) -> HttpResponse:
    """It is called off, with the reason."""
    found = get_round_to_run(_actor(request), pk)
    told = _told(found) if found.opened_at else _("会员还不知道这次福利，不会收到通知。")
    words = (_("取消这次福利"), told, _("取消了。"))
    return asked(request, found, "cancel", ReasonForm(posted(request)), actions.cancel, words=words, tone="bad")


def _told(round: Any) -> str:
    """Who hears of it."""
    count = entitled_of(round).count()
    return ngettext("名单上的%(n)s人会收到通知。", "名单上的%(n)s人会收到通知。", count) % {"n": f"{count:,}"}


def _actor(request: HttpRequest) -> Any:
    return request.actor  # type: ignore[attr-defined]
