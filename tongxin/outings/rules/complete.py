"""What an application must say before it is handed in."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

# In the order of the form: field → what it takes to be said.
WANTED: Final = (
    "day",
    "destination",
    "region",
    "headcount",
    "vehicle",
    "insurer",
    "insured",
    "safety_owner",
    "safety_phone",
    "plan",
    "cost",
)
ON_FOOT: Final = ("foot", "public")


def missing(said: Mapping[str, Any]) -> list[str]:
    """The fields that are still empty, in the order of the form.

    Coaches and cars want a company; the insured are no fewer than those who go (`insured` is missing otherwise).
    `cost` None: nobody said what it costs; 0 is said.
    """
    lacks = {
        "day": said.get("day") is None,
        "destination": not said.get("destination"),
        "region": not said.get("region"),
        "headcount": not said.get("headcount"),
        "vehicle": said.get("vehicle_kind") not in ON_FOOT
        and not (said.get("vehicles") and said.get("vehicle_company")),
        "insurer": not said.get("insurer"),
        "insured": (said.get("insured") or 0) < (said.get("headcount") or 0),
        "safety_owner": not said.get("safety_owner"),
        "safety_phone": not said.get("safety_phone"),
        "plan": not (said.get("plan") or "").strip(),
        "cost": said.get("cost") is None,
    }
    return [name for name in WANTED if lacks[name]]
