"""Bring the shipped packs into the rulebook."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction

from tongxin.audit.actions import record
from tongxin.org.actor import Actor
from tongxin.rulebook.actions.keeping import fingerprint_of, row
from tongxin.rulebook.models import Rule
from tongxin.rulebook.packs import shipped
from tongxin.rulebook.rules.pack import Content


@transaction.atomic
def load_packs(*, actor: Actor, now: datetime, packs: Iterable[Content] | None = None) -> int:
    """Add the versions that the packs say and the rulebook does not have; how many.

    A rule is known by its number and first day. Where a pack says something else of it than the newest row, a row with the
    next version is added; no row is ever changed, and none is taken away. Harmless to repeat: then nothing is written.
    One entry in the trail where something was added.
    """
    newest = _newest()
    fresh: list[Rule] = []
    for content in shipped() if packs is None else packs:
        kept = newest.get((content.rule_id, content.effective_from))
        if kept is None or kept[1] != fingerprint_of(content.fields):
            version = kept[0] + 1 if kept else 1
            fresh.append(row(content.rule_id, content.effective_from, version, content.fields, now=now, by=actor.label))
    Rule.objects.bulk_create(fresh)
    if fresh:
        after = {"rules": sorted({f"{rule.rule_id} v{rule.version}" for rule in fresh})}
        record(actor=actor, now=now, act="rulebook.load", thing=Rule.objects.get(key=fresh[0].key), after=after)
    return len(fresh)


def _newest() -> dict[tuple[str, object], tuple[int, str]]:
    """The newest version and its fingerprint, by number and first day."""
    rows = Rule.objects.filter(unit=None).order_by("version")
    known = rows.values_list("rule_id", "effective_from", "version", "fingerprint")
    return {(rule_id, since): (version, fingerprint) for rule_id, since, version, fingerprint in known}
