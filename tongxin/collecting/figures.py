"""The figures of packs that reached people. Persons and person-times are never added."""

from __future__ import annotations

from typing import Final

from django.utils.translation import gettext_lazy as _

from tongxin.collecting.queries import reached
from tongxin.core.figures import Figure

GROUP: Final = _("福利")

FIGURES: Final = (
    Figure(
        "welfare.recipients", _("领到福利的人"), _("人"),
        _("计入这一年、已经在发或发完的各次福利，至少领到一份的人，一人只算一次；人次另记在后面。捐出去的、撤销的不算。"),
        reached.recipients, group=GROUP,
    ),
    Figure(
        "welfare.coverage", _("福利覆盖"), _("%"),
        _("计入这一年、已经在发或发完的各次福利：领到的人次占名单上应发的人次，名单里去掉的不算。"), reached.coverage, group=GROUP,
    ),
)  # fmt: skip
