"""Take a judged file in: all that is sound in one transaction, or nothing."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _

from tongxin.core.database import insert_rows
from tongxin.core.refusals import Refused
from tongxin.imports.models import ImportRun, Taken
from tongxin.imports.protocol import Touched
from tongxin.imports.queries.preview import Preview
from tongxin.imports.reading import Reading


@transaction.atomic
def take_in(reading: Reading, *, run: ImportRun | None = None, all_or_nothing: bool = False) -> Preview:
    """Judge and apply chunk by chunk; whatever goes wrong, nothing of the file stays.
    What was touched is kept with the `run`, so that it can be looked at.

    Refuses: `import.some_refused` where `all_or_nothing` was chosen and a row cannot go in; `import.nothing` where no
    row can. The rows are judged inside the transaction, so that what is written is what is true now.
    """
    done = Preview()
    for verdicts in reading.verdicts():
        done.add(verdicts)
        if all_or_nothing and done.counts["refused"]:
            raise _some_refused(done)
        touched = reading.judge.apply([verdict for verdict in verdicts if verdict.kind in ("new", "changed")])
        if run is not None:
            _keep(run, touched)
    done.close(reading)
    if not done.total:
        raise Refused("import.nothing", _("这张表里没有读到一行数据。看看是不是选错了工作表。"))
    return done


def _keep(run: ImportRun, touched: Touched | None) -> None:
    """The id of a run is written as hexadecimal figures: both databases take them so."""
    rows = ((run.pk.hex, kind, pk) for kind, pks in (touched or {}).items() for pk in pks)
    insert_rows(Taken, ("run", "kind", "thing_pk"), rows)


def _some_refused(done: Preview) -> Refused:
    first = done.verdicts["refused"][0]
    words = _("有行进不来，按“全进或全不进”，一行也没进。第一处在第%(row)s行：%(why)s") % {
        "row": first.row.record.row_number, "why": first.problems[0].sentence,
    }  # fmt: skip
    return Refused("import.some_refused", words)
