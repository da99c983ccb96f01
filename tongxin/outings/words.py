"""How outings are said on pages."""

from __future__ import annotations

from typing import Any, Final

from django.utils.translation import gettext_lazy as _

from tongxin.outings.rules.life import APPLIED, APPROVED, CLOSED, DRAFT, RETURNED

SHAPES: Final = {DRAFT: "draft", APPLIED: "todo", RETURNED: "moved", APPROVED: "done", CLOSED: "done"}
MISSING: Final[dict[str, Any]] = {
    "day": _("哪天去"), "destination": _("去哪里"), "region": _("哪个地区"), "headcount": _("多少人去"),
    "vehicle": _("几辆车、哪家公司"), "insurer": _("保险公司"), "insured": _("保险要保到每个人"), "safety_owner": _("安全负责人"),
    "safety_phone": _("安全负责人电话"), "plan": _("应急预案"), "cost": _("每人多少钱、谁出"),
}  # fmt: skip
# Which box of the form a gap belongs to.
BOXES: Final = {"vehicle": "vehicle_company", "cost": "union"}
