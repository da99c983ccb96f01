"""After handing out: how many of the list have exactly one receipt, how many have none or more, how many entries. Prints JSON."""

from __future__ import annotations

import json
from collections import Counter


def main() -> None:
    """Count what must be and what must not."""
    import django

    django.setup()
    from tongxin.audit.models import Entry
    from tongxin.collecting.models import Receipt
    from tongxin.welfare.models import Entitled

    counts = Counter(Receipt.objects.filter(undone_at=None).values_list("entitled", flat=True))
    lines = list(Entitled.objects.values_list("pk", flat=True))
    told = {
        "people": len(lines), "once": sum(counts[line] == 1 for line in lines), "lost": sum(counts[line] == 0 for line in lines),
        "doubled": sum(counts[line] > 1 for line in lines), "receipts": Receipt.objects.count(),
        "entries": Entry.objects.filter(act="collecting.hand_over").count(),
    }  # fmt: skip
    print(json.dumps(told))


if __name__ == "__main__":
    main()
