"""The one password of all demonstration accounts; worth nothing outside the demonstration."""

from __future__ import annotations

from typing import Any, Final

from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

PASSWORD: Final = "tongxin-2020"


def refused_here(password: str) -> bool:
    """Whether a password is the demonstration's, and this is no demonstration."""
    return password == PASSWORD and not settings.DEMO


class NotTheDemonstrations:
    """A password validator: nobody may choose the demonstration's password."""

    def validate(self, password: str, user: Any = None) -> None:
        """Refuses the demonstration's password outside the demonstration."""
        if refused_here(password):
            raise ValidationError(_("这是演示用的密码，人人都知道，换一个。"), code="demonstration")

    def get_help_text(self) -> str:
        """What the validator wants."""
        return _("不能用演示的密码。")
