"""A restriction with who declared it and by which document. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from tongxin.restrictions.rules.limits import Limits


@dataclass(frozen=True)
class InForce:
    """A restriction as pages and acts need it: its limits, who declared it and by which document."""

    limits: Limits
    unit: str
    unit_path: str
    source: str
    source_url: str
    contingency: bool

    @property
    def pk(self) -> int:
        """Its id."""
        return self.limits.id

    @property
    def title(self) -> str:
        """What it is called."""
        return self.limits.title
