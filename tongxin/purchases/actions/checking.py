"""What every new line is held against."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.db.models import Sum
from django.utils.translation import gettext as _

from tongxin.core.clock import today
from tongxin.core.database import lock
from tongxin.core.refusals import Refused
from tongxin.goods.models import Scope, Supplier
from tongxin.goods.queries.origins import require_county
from tongxin.org.access import steps
from tongxin.org.models import Unit
from tongxin.purchases.models import Invoice, Purchase, Settlement
from tongxin.purchases.queries.payers import Loose, check_loose, check_payer
from tongxin.purchases.rules.amounts import MOST_COUNT, MOST_FEN, MOST_HEADS
from tongxin.purchases.rules.rounds import BUYING
from tongxin.purchases.words import payer as payer_words
from tongxin.rulebook.actions.exempt import Decided, require_decided, require_exemptible
from tongxin.rulebook.queries.check import Finding
from tongxin.ui.words import colon, yuan
from tongxin.welfare.models import Pack, Payer, Round

FIRST_YEAR = 1990


def require_sums(fen: Any, count: Any) -> None:
    """Refuses: `purchases.no_amount`, `purchases.negative`, `purchases.too_large`, `purchases.count`."""
    if type(fen) is not int or fen == 0:
        raise Refused("purchases.no_amount", _("写上金额，精确到分。"), field="fen")
    if fen < 0:
        raise Refused("purchases.negative", _("金额不能是负数。要减掉一笔，到那一笔上冲账。"), field="fen")
    if fen > MOST_FEN:
        raise Refused("purchases.too_large", _("金额大得不合常理，看看是不是多打了几个零。"), field="fen")
    sound = isinstance(count, Decimal) and 0 < count <= MOST_COUNT and count == count.quantize(Decimal("0.01"))
    if not sound:
        raise Refused("purchases.count", _("数量要大于0，最多两位小数。"), field="count")


def require_day(on: date, now: datetime) -> None:
    """Refuses a day to come, or one too long ago: `purchases.future`, `purchases.too_early`."""
    if on > today(now):
        raise Refused("purchases.future", _("还没到这一天。付了钱或订了货再记。"), field="on")
    if on.year < FIRST_YEAR:
        raise Refused("purchases.too_early", _("日期太早了，看看年份有没有写错。"), field="on")


def require_heads(heads: Any) -> None:
    """For how many people, where it is told. Refuses: `purchases.heads`."""
    if heads is not None and not (type(heads) is int and 0 < heads <= MOST_HEADS):
        raise Refused("purchases.heads", _("人数不合常理，看看是不是多写了几位。"), field="heads")


def require_known(
    unit: Unit, supplier: Supplier, scopes: list[Scope], county: str, payer: str, had: Collection[Scope] = ()
) -> None:
    """`had`: scopes that the line written anew counted in; they stay possible.

    Refuses: `purchases.foreign_supplier`, `goods.retired`, `purchases.foreign_scope`, `goods.unknown_county`,
    `purchases.payer`.
    """
    known = set(steps(unit.path))
    if supplier.unit_id not in known:
        raise Refused("purchases.foreign_supplier", _("这个供应商不是你们单位登记的。"), field="supplier")
    if supplier.retired_at is not None:
        raise Refused("goods.retired", _("这个供应商停用了。要买它的，先恢复。"), field="supplier")
    if any(scope not in had and (scope.unit_id not in known or scope.retired_at is not None) for scope in scopes):
        raise Refused("purchases.foreign_scope", _("这个统计口径不是你们单位的，或者停用了。"), field="scopes")
    if payer not in Payer.values:
        raise Refused("purchases.payer", _("从列出来的里面选谁出钱。"), field="payer")
    require_county(county, field="origin")


def require_round(unit: Unit, round: Round, pack: Pack | None) -> Round:
    """The round, locked, while one may buy for it. Refuses: `purchases.foreign_round`, `purchases.round_state`, `purchases.settled`."""
    held = lock(Round.objects.filter(pk=round.pk)).get()
    held.unit = round.unit
    if held.unit_id != unit.pk or (pack is not None and pack.round_id != held.pk):
        raise Refused("purchases.foreign_round", _("这次福利不是这个单位的。"), field="round")
    if held.state not in BUYING:
        state = {"state": held.get_state_display()}
        raise Refused("purchases.round_state", _("这次福利现在是“%(state)s”，批准以后才能买。") % state, field="round")
    if Settlement.objects.filter(round=held).exists():
        raise Refused("purchases.settled", _("这次福利已经结算了，只能在原来那一笔上写明原因冲账。"), field="round")
    return held


def require_payer(round: Round, payer: str, fen: int, *, assistance: bool) -> None:
    """Refuses `purchases.payer_forbidden` where a rule that blocks is broken, with its source (facts `rules`).

    What a committee let through of the round is let through here, as far as it was decided.
    """
    found = check_payer(round, payer, fen, assistance=assistance)
    if found.blocks:
        raise forbidden(payer, found.blocks)


def require_loose(unit: Unit, line: Loose, decided: Decided | None, now: datetime) -> tuple[Finding, ...]:
    """What a rule stops of a line that belongs to no round, and a committee's decision (`decided`) lets through: to be kept with it.

    Refuses: `purchases.payer_forbidden` (facts `rules`, `exemptible`: a committee may decide an exception), and with a decision
    `rulebook.not_broken`, `rulebook.not_exemptible`, and as `rulebook.actions.exempt.require_decided`.
    """
    # A year's sum is of all lines of the unit: two that fit by themselves come in one after the other.
    lock(Unit.objects.filter(pk=unit.pk)).first()
    blocks = check_loose(unit, line).blocks
    if decided is None:
        if blocks:
            raise forbidden(line.payer, blocks, exemptible=all(each.exemptible for each in blocks))
        return ()
    if not blocks:
        sentence = _("没有规则拦着这一笔，不用写会议决定，把它们清空。")
        raise Refused("rulebook.not_broken", sentence, field="minutes_no")
    require_exemptible(blocks)
    require_decided(decided, now)
    return blocks


def forbidden(payer: str, blocks: Sequence[Finding], *, exemptible: bool = False) -> Refused:
    """The refusal of a payer, with the first rule that stops it and its source; a prohibition before a limit."""
    first = next((each for each in blocks if not each.exemptible), blocks[0])
    facts = {"payer": payer_words(payer), "rule": first.rule.called, "why": _why(first)}
    sentence = _("这一笔不能由%(payer)s出：%(rule)s（%(why)s）。没有记，换一个出钱的，或改金额。") % facts
    ids = [each.rule.rule_id for each in blocks]
    return Refused("purchases.payer_forbidden", sentence, field="payer", rules=ids, exemptible=exemptible)


def require_invoice(unit: Unit, invoice: Invoice, supplier: Supplier, fen: int) -> Invoice:
    """The invoice, locked, with room for `fen` more. Refuses: `purchases.invoice_voided`, `purchases.foreign_invoice`,
    `purchases.invoice_other_supplier`, `purchases.invoice_exceeded`."""
    held = lock(Invoice.objects.filter(pk=invoice.pk)).get()
    if held.unit_id != unit.pk:
        raise Refused("purchases.foreign_invoice", _("这张发票不是这个单位的。"), field="invoice_no")
    if held.voided_at is not None:
        raise Refused("purchases.invoice_voided", _("这张发票作废了，换一张。"), field="invoice_no")
    if held.supplier_id != supplier.pk:
        raise Refused("purchases.invoice_other_supplier", _("这张发票是另一家开的，核对发票号码。"), field="invoice_no")
    had = Purchase.objects.filter(invoice=held).aggregate(fen=Sum("fen"))["fen"] or 0
    if had + fen > held.fen:
        facts = {"whole": yuan(held.fen), "had": yuan(had), "rest": yuan(held.fen - had)}
        sentence = _("这张发票一共%(whole)s，已经记了%(had)s，只剩%(rest)s，记不下这一笔。") % facts
        raise Refused("purchases.invoice_exceeded", sentence, field="invoice_no", rest=held.fen - had)
    return held


def _why(finding: Finding) -> str:
    """Its source, and what the sum is held against."""
    rule = finding.rule
    source = colon(rule.document or rule.rule_id, rule.article)
    if not finding.limit or not finding.value:
        return source
    return _("%(source)s，这次%(value)s，限%(limit)s") % {
        "source": source,
        "value": finding.value,
        "limit": finding.limit,
    }
