"""What apps above may have a say in, asked for by name."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from tongxin.core.registry import Registry
from tongxin.signups.models import Slot


@dataclass(frozen=True)
class Use:
    """An app's answer to “is there anything of yours that hangs on this slot?”: then it may not be taken away."""

    key: str
    holds: Callable[[Slot], bool]


uses: Registry[Use] = Registry("use of a slot")
