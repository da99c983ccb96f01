"""How a version is written: its key, its fingerprint, its row."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from tongxin.org.models import Unit
from tongxin.rulebook.models import Rule


def fingerprint_of(fields: Mapping[str, Any]) -> str:
    """The digest of what a version says."""
    told = json.dumps(dict(fields), ensure_ascii=False, sort_keys=True, default=str)
    return hashlib.sha256(told.encode()).hexdigest()


def key_of(rule_id: str, unit: Unit | None, since: date | None, version: int) -> str:
    """`AH.FEST.CAP/0/2018-03-12/1`: one row for each."""
    return f"{rule_id}/{unit.pk if unit else 0}/{since or ''}/{version}"


def row(
    rule_id: str, since: date | None, version: int, fields: Mapping[str, Any], *, now: datetime, by: str,
    unit: Unit | None = None, proposed_by_id: int | None = None,
) -> Rule:  # fmt: skip
    """A version, not yet saved."""
    return Rule(
        rule_id=rule_id, effective_from=since, version=version, unit=unit, key=key_of(rule_id, unit, since, version),
        fingerprint=fingerprint_of(fields), added_at=now, by=by, proposed_by_id=proposed_by_id, **fields,
    )  # fmt: skip
