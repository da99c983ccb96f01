"""What all acts on a restriction begin with."""

from __future__ import annotations

from django.utils.translation import gettext as _

from tongxin.core.database import lock
from tongxin.core.refusals import Refused
from tongxin.restrictions.models import Restriction


def locked(restriction: Restriction) -> Restriction:
    """The restriction as it stands, held until the transaction ends. It is never deleted."""
    return lock(Restriction.objects.filter(pk=restriction.pk)).select_related("unit").get()


def require_not_ended(restriction: Restriction) -> None:
    """Refuses `restriction.ended`: what is over stays as it was."""
    if restriction.ended_at is not None:
        raise Refused("restriction.ended", _("这条管控已经解除，不能再改。要再管，另定一条。"))
