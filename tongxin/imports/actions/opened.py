"""A run that is about to be changed: locked, authorised, still open."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from tongxin.core.database import lock
from tongxin.core.refusals import Refused
from tongxin.imports.access import get_place
from tongxin.imports.models import ImportRun


def opened(actor: Any, run: ImportRun) -> ImportRun:
    """The run, locked until the transaction ends. Refuses: `import.applied`, `import.dropped`, as `get_place`."""
    held = lock(ImportRun.objects.filter(pk=run.pk)).get()
    get_place(actor, held)
    if held.state == ImportRun.State.APPLIED:
        raise Refused("import.applied", _("这份表已经入库了，不会再进一遍。要再改，把改好的行另存一份重新上传。"))
    if held.state == ImportRun.State.DROPPED:
        raise Refused("import.dropped", _("这份表已经放弃了。要再导，重新上传就行。"))
    return held
