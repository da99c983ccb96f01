"""Who may open a file: asked of the app whose record it hangs on.

owners.register(Owner("activities.activity", may_see=…))
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from tongxin.core.registry import Registry
from tongxin.files.models import Attachment

MaySee = Callable[[Any, int], bool]


@dataclass(frozen=True)
class Owner:
    """`key` is the thing's dotted model name; `may_see(actor, thing_id)` whether the actor may open its photos,
    `may_see_papers` whether also its papers and sheets (as for photos unless told)."""

    key: str
    may_see: MaySee
    may_see_papers: MaySee | None = None


owners: Registry[Owner] = Registry("owner of files")
register = owners.register


def may_open(actor: Any, attachment: Attachment) -> bool:
    """Whether the actor may open the file; never, where no app answers for it."""
    owner = owners.get(attachment.thing_type)
    if owner is None:
        return False
    ask = owner.may_see if attachment.kind == Attachment.Kind.PHOTO else owner.may_see_papers or owner.may_see
    return ask(actor, attachment.thing_id)
