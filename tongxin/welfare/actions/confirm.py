"""The partner unit's step: it goes through the list by its link; the office settles what was remarked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, Final

from django.http import Http404
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tongxin.core.language import ours
from tongxin.core.refusals import Refused
from tongxin.org.actor import Actor
from tongxin.org.models import Person
from tongxin.partners.access import answerer
from tongxin.partners.models import Link
from tongxin.welfare.access import require_run
from tongxin.welfare.actions.entitling import put_in, take_out, told_reason
from tongxin.welfare.actions.turning import turn
from tongxin.welfare.models import Entitled, Missing, Round

PEOPLE: Final = "welfare.people"
MOST_MISSING: Final = 200


def check_people(
    *, link: Link, name: str, now: datetime, round: Round, remarks: Mapping[int, str], missing: Sequence[tuple[str, str]] = (),
    done: bool = False,
) -> Round:  # fmt: skip
    """What the partner unit says of the list: a remark by row (empty: it is withdrawn), who is missing (name, unit or number).

    A remark that changes waits to be settled again. `done`: they have gone through all of it. Authority is the link's: one for
    this round's list, open as `partners.actions.answer` sees to it.
    Refuses: 404, `welfare.not_possible`, `welfare.not_drawn`, `welfare.too_many_missing`.
    """
    if link.purpose != PEOPLE or link.thing_id != round.pk:
        raise Http404
    actor = answerer(link, name)
    told: dict[str, Any] = {}
    with turn("confirm" if done else "remark", actor=actor, now=now, round=round, told=told) as held:
        if held.drawn_up_at is None:
            raise Refused("welfare.not_drawn", _("名单还没有生成，过一会儿再来。"))
        told |= {"remarks": _remark(held, remarks), "missing": _miss(held, missing)}
        if done:
            held.confirmed_at, held.confirmed_by = now, actor.label[:180]
    return held


def settle_remark(
    *, actor: Actor, now: datetime, round: Round, row: Entitled, do: str, words: str = ""
) -> None:  # fmt: skip
    """What the office makes of a remark: `strike` the person for it, or `keep` the person with a word why.

    Refuses: `access.…`, `welfare.not_possible`, `welfare.no_reason`, `welfare.settled_already`, `welfare.not_in`, `welfare.received`.
    """
    require_run(actor, round)
    told: dict[str, Any] = {}
    with turn("settle", actor=actor, now=now, round=round, words=words, told=told) as held:
        fresh = held.entitled.filter(pk=row.pk).select_related("person").first()
        if fresh is None or not fresh.remark or fresh.settled:
            raise Refused("welfare.settled_already", _("这一条已经处理过了。"))
        if do == "strike":
            if fresh.struck_at is None:
                take_out(held, [fresh.person_id], words.strip() or fresh.remark, now, told)
            settled = _said(gettext_lazy("去掉了"))
        else:
            settled = _said(gettext_lazy("留下：%(why)s"), told_reason(words))
        Entitled.objects.filter(pk=fresh.pk).update(settled=settled[:200])
        told |= {"names": [fresh.person.name], "settled": settled}


def settle_missing(
    *, actor: Actor, now: datetime, round: Round, missing: Missing, person: Person | None = None, words: str = ""
) -> None:
    """What the office makes of somebody who was missed: the `person` is added, or nobody is, with a word why.

    Refuses: `access.…`, `welfare.not_possible`, `welfare.no_reason`, `welfare.settled_already`, `welfare.elsewhere`, `welfare.already_in`,
    `welfare.against_rules`.
    """
    require_run(actor, round)
    told: dict[str, Any] = {}
    with turn("settle", actor=actor, now=now, round=round, words=words, told=told) as held:
        fresh = held.missing.filter(pk=missing.pk).first()
        if fresh is None or fresh.settled:
            raise Refused("welfare.settled_already", _("这一条已经处理过了。"))
        if person is not None:
            put_in(actor, held, [person], words.strip() or _said(gettext_lazy("核对时说漏了")), now, told)
            fresh.settled = _said(gettext_lazy("加进来了"))
        else:
            fresh.settled = _said(gettext_lazy("没加：%(why)s"), told_reason(words))
        fresh.save(update_fields=["settled"])
        told |= {"missing": str(fresh), "settled": fresh.settled}


def _said(sentence: Any, why: str = "") -> str:
    """As it is kept: in the installation's language."""
    with ours():
        return (str(sentence) % {"why": why} if why else str(sentence))[:200]


def _remark(round: Round, remarks: Mapping[int, str]) -> list[str]:
    rows = list(round.entitled.filter(pk__in=remarks).select_related("person"))
    changed = [row for row in rows if row.remark != remarks[row.pk].strip()[:200]]
    for row in changed:
        row.remark, row.settled = remarks[row.pk].strip()[:200], ""
    Entitled.objects.bulk_update(changed, ("remark", "settled"), batch_size=500)
    return [row.person.name for row in changed]


def _miss(round: Round, missing: Sequence[tuple[str, str]]) -> list[str]:
    known = set(round.missing.values_list("name", "about"))
    fresh = [each for each in dict.fromkeys((name[:60], about[:120]) for name, about in missing) if each not in known]
    if len(known) + len(fresh) > MOST_MISSING:
        raise Refused("welfare.too_many_missing", _("漏的人太多了，直接告诉工会重新生成名单。"), field="missing")
    Missing.objects.bulk_create(Missing(round=round, name=name, about=about) for name, about in fresh)
    return [name for name, _about in fresh]
