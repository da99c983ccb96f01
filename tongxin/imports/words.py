"""How an importer says at which row of the file an act refused."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from django.utils.translation import gettext as _

from tongxin.core.refusals import Refused


@contextmanager
def naming_row(number: int) -> Iterator[None]:
    """A refusal within names the row of the file it came at, and that nothing of the file stays. Its code and status stay."""
    try:
        yield
    except Refused as refusal:
        sentence = _("第%(row)s行：%(why)s 整份表都没进。") % {"row": number, "why": refusal.sentence}
        raise Refused(refusal.code, sentence, status=refusal.status) from refusal
