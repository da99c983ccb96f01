"""The closed set of questions of a temporary collection, and what may be counted of the answers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any, Final

WELL, TEMPERATURE, AWAY, NOTE = "well", "temperature", "away", "note"
QUESTIONS: Final = (WELL, TEMPERATURE, AWAY, NOTE)
LOWEST, HIGHEST, FEVER = Decimal("34.0"), Decimal("43.0"), Decimal("37.3")
ENOUGH: Final = 5
MOST_DAYS: Final = 30


def in_order(asks: Iterable[str]) -> list[str]:
    """The known ones among `asks`, each once, in our order."""
    wanted = set(asks)
    return [key for key in QUESTIONS if key in wanted]


def lacking(asks: Iterable[str], given: Mapping[str, Any]) -> str:
    """The first field that an answer lacks, or `temperature` where no living person has it; empty where nothing is missing."""
    for key in asks:
        value = given.get(key)
        if key == NOTE:
            continue
        if value is None:
            return key
        if key == TEMPERATURE and not LOWEST <= value <= HIGHEST:
            return key
        if key == AWAY and value and not str(given.get("where") or "").strip():
            return "where"
    return ""


def kept(asks: Iterable[str], given: Mapping[str, Any]) -> dict[str, Any]:
    """What is kept of an answer: only what was asked, a place only where somebody was away."""
    asked = set(asks)
    found: dict[str, Any] = {
        "well": given.get(WELL) if WELL in asked else None,
        "temperature": given.get(TEMPERATURE) if TEMPERATURE in asked else None,
        "away": given.get(AWAY) if AWAY in asked else None,
        "note": str(given.get(NOTE) or "").strip() if NOTE in asked else "",
    }
    found["where"] = str(given.get("where") or "").strip() if found["away"] else ""
    return found


def counted(asks: Iterable[str], answers: Iterable[Mapping[str, Any]]) -> dict[str, int]:
    """How many are unwell, have a fever (37.3 and above), were away. Nothing below five answers: so few could be told apart."""
    all_ = list(answers)
    if len(all_) < ENOUGH:
        return {}
    counts = {
        WELL: sum(answer["well"] is False for answer in all_),
        TEMPERATURE: sum(answer["temperature"] is not None and answer["temperature"] >= FEVER for answer in all_),
        AWAY: sum(bool(answer["away"]) for answer in all_),
    }
    return {key: counts[key] for key in in_order(asks) if key in counts}


def keeps_too_long(days: int) -> bool:
    """Whether answers would be kept longer than thirty days after the end, or not at all."""
    return not 1 <= days <= MOST_DAYS
