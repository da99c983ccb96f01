"""Take a judged file in: all that is sound in one transaction, or nothing."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _

from tongxin.core.refusals import Refused
from tongxin.imports.queries.preview import Preview
from tongxin.imports.reading import Reading


@transaction.atomic
def take_in(reading: Reading, *, all_or_nothing: bool = False) -> Preview:
    """Judge and apply chunk by chunk; whatever goes wrong, nothing of the file stays.

    Refuses: `import.some_refused` where `all_or_nothing` was chosen and a row cannot go in; `import.nothing` where no
    row can. The rows are judged inside the transaction, so that what is written is what is true now.
    """
    done = Preview()
    for verdicts in reading.verdicts():
        done.add(verdicts)
        if all_or_nothing and done.counts["refused"]:
            raise _some_refused(done)
        reading.judge.apply([verdict for verdict in verdicts if verdict.kind in ("new", "changed")])
    done.close(reading)
    if not done.total:
        raise Refused("import.nothing", _("这张表里没有读到一行数据。看看是不是选错了工作表。"))
    return done


def _some_refused(done: Preview) -> Refused:
    first = done.verdicts["refused"][0]
    words = _("有行进不来，按“全进或全不进”，一行也没进。第一处在第%(row)s行：%(why)s") % {
        "row": first.row.record.row_number, "why": first.problems[0].sentence,
    }  # fmt: skip
    return Refused("import.some_refused", words)
