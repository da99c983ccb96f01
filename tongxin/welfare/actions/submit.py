"""Hand a round in for approval, or take it back."""

from __future__ import annotations

from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext as _

from tongxin.core.language import ours
from tongxin.core.refusals import Refused
from tongxin.notices.actions import tell
from tongxin.org.actor import Actor
from tongxin.ui.words import listed, yuan
from tongxin.welfare.access import require_run
from tongxin.welfare.actions.turning import turn
from tongxin.welfare.models import Round
from tongxin.welfare.queries.checked import checked
from tongxin.welfare.queries.concerned import approvers
from tongxin.welfare.queries.gaps import Gaps, gaps_of
from tongxin.welfare.rules import life
from tongxin.welfare.words import MISSING


def submit(*, actor: Actor, now: datetime, round: Round, words: str = "", few_quotes: str = "") -> Round:
    """Those who approve are asked. `few_quotes` says why there are fewer than three quotations, where there are.

    Refuses: `access.…`, `welfare.not_possible`, `welfare.incomplete` (fact `missing`), `welfare.over` (a pack costs more than
    all payers give), `welfare.too_few_packs` (fewer of the only pack than people), `welfare.few_quotes`, `welfare.against_rules` (a confirmed rule that blocks; fact `rules`).
    """
    require_run(actor, round)
    with turn("submit", actor=actor, now=now, round=round, words=words) as held:
        held.few_quotes = few_quotes.strip()[:200] or held.few_quotes
        require_complete(gaps_of(held), held)
        require_allowed(held)
        with ours():
            title = _("福利送审：%(title)s") % {"title": held.title}
        steps = held.steps.count()
        tell(
            actor=actor, now=now, unit=held.unit, kind="reminder", key=f"welfare {held.pk} submit {steps}", title=title,
            to=approvers(held, besides=actor.person_id), url=reverse("welfare:round", args=[held.pk]), thing=held,
        )  # fmt: skip
    return held


def withdraw(*, actor: Actor, now: datetime, round: Round, words: str = "") -> Round:
    """The round is a draft again, to be changed; an approval falls with it. Refuses: `access.…`, `welfare.not_possible`."""
    require_run(actor, round)
    with turn("withdraw", actor=actor, now=now, round=round, words=words) as held:
        pass
    return held


def require_complete(gaps: Gaps, round: Round) -> None:
    """Refuses what leaves something open, costs too much, is not enough for all, or has too few quotations and no word why."""
    if gaps.missing:
        words = _("还差：%(missing)s。已经填的都在。") % {"missing": listed(MISSING[key] for key in gaps.missing)}
        raise Refused("welfare.incomplete", words, missing=list(gaps.missing))
    if gaps.over:
        pack, fen = gaps.over[0]
        words = _("%(pack)s超出每人的标准%(sum)s。减一样东西，或者改标准。") % {"pack": pack, "sum": yuan(fen)}
        raise Refused("welfare.over", words, packs=[name for name, _fen in gaps.over])
    if gaps.short:
        pack, stock, people = gaps.short
        words = _("%(pack)s一共%(stock)s份，名单里有%(people)s人，不够分。加份数，或者改名单。")
        raise Refused("welfare.too_few_packs", words % {"pack": pack, "stock": stock, "people": people})
    if gaps.few and not round.few_quotes:
        words = _("%(packs)s的报价不足三家，写一句为什么。") % {"packs": listed(gaps.few)}
        raise Refused("welfare.few_quotes", words, field="few_quotes")


def require_allowed(round: Round) -> None:
    """Refuses what a confirmed rule forbids, with the rule's name; of an approved round that is somebody whom it is not for."""
    blocks = checked(round).blocks
    if blocks:
        names = listed(dict.fromkeys(each.rule.called for each in blocks))
        if round.state in life.SETTLED:
            words = _("这样就不合规则了：%(rules)s。出处在这次福利的页面上，没有加。") % {"rules": names}
        else:
            words = _("不合规则：%(rules)s。出处在这次福利的页面上，改好再送。") % {"rules": names}
        raise Refused("welfare.against_rules", words, rules=[each.rule.rule_id for each in blocks])
