"""A pack: the rules of one place as a readable file, read and checked."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from tongxin.rulebook.rules.exact import exact
from tongxin.rulebook.rules.facts import FACTS
from tongxin.rulebook.rules.metrics import METRICS
from tongxin.rulebook.rules.operators import OPERATORS
from tongxin.rulebook.rules.row import KNOWN, READ, SECOND_HAND, SEVERITIES

TEXTS: Final = ("title_en", "denominator", "supersedes", "adds_to", "override", "article", "note")
KEYS: Final = frozenset(
    {"id", "title", "domain", "occasion", "metric", "operator", "value", "applies", "evidence", "document", "from"}
    | {"until", "severity", "confidence", *TEXTS}
)


class BadPack(ValueError):
    """A pack that does not say what a pack must; the message names the rule."""


@dataclass(frozen=True)
class Content:
    """What one version of a rule says: the fields of a row of the rulebook."""

    rule_id: str
    effective_from: date | None
    fields: Mapping[str, Any]


def read(text: str) -> Iterator[Content]:
    """The rules of a pack. Raises BadPack."""
    data = tomllib.loads(text)
    place, documents = data["pack"], data.get("documents", {})
    for told in data.get("rules", ()):
        try:
            yield _content(told, place, documents)
        except (KeyError, ValueError, TypeError) as wrong:
            raise BadPack(f"{place.get('id')}: {told.get('id')}: {wrong!r}") from wrong


def _content(told: Mapping[str, Any], place: Mapping[str, Any], documents: Mapping[str, Any]) -> Content:
    metric = METRICS[told["metric"]]
    document = documents[told["document"]] if "document" in told else {}
    fields = {
        "title": told["title"], "level": place["level"], "region": place["region"], "pack": place["id"],
        "domain": told["domain"], "occasion": told.get("occasion", ""), "metric": metric.key,
        "operator": told.get("operator", metric.operator), "value": str(told["value"]), "measure": metric.measure,
        "applies": {key: list(values) for key, values in told.get("applies", {}).items()},
        "evidence": list(told.get("evidence", ())), "effective_to": told.get("until"),
        "severity": told["severity"], "confidence": told["confidence"],
        "document": document.get("title", ""), "document_no": document.get("no", ""),
        "issuer": document.get("issuer", ""), "url": document.get("url", ""),
        **{key: told.get(key, "") for key in TEXTS},
    }  # fmt: skip
    _check(told, fields)
    return Content(told["id"], told.get("from"), fields)


def _check(told: Mapping[str, Any], fields: Mapping[str, Any]) -> None:
    """Refuses keys nobody reads, values that are not exact, and words outside the closed sets."""
    exact(fields["value"], fields["measure"])
    if unknown := set(told) - KEYS:
        raise ValueError(f"unknown keys {sorted(unknown)}")
    if unknown := set(fields["applies"]) - set(FACTS):
        raise ValueError(f"unknown facts {sorted(unknown)}")
    if fields["severity"] not in SEVERITIES or fields["confidence"] not in (READ, SECOND_HAND, KNOWN):
        raise ValueError("severity or confidence")
    if fields["operator"] not in OPERATORS and fields["operator"] != "adds":
        raise ValueError("operator")
    if told.get("from") is None and fields["confidence"] != KNOWN:
        raise ValueError("only what is unconfirmed may lack a day")
