"""Close the choosing of a round and say how long it took. Prints JSON.

python -m benchmarks.support.packs_close ROUND
"""

from __future__ import annotations

import json
import sys
import time


def main() -> None:
    """One act."""
    import django

    django.setup()
    from django.urls import reverse

    from tongxin.core import clock
    from tongxin.org.actor import shell_actor
    from tongxin.places.models import Place
    from tongxin.welfare.actions import close_choosing
    from tongxin.welfare.models import Round

    round = Round.objects.select_related("unit").get(pk=int(sys.argv[1]))
    # A server has its addresses at hand; a fresh process would read them first.
    reverse("welfare:rounds")
    began = time.perf_counter()
    close_choosing(actor=shell_actor("rush"), now=clock.now(), round=round)
    seconds = time.perf_counter() - began
    people = Place.objects.filter(bundle=round.packs_bundle, state="held").count()
    print(json.dumps({"seconds": seconds, "people": people}))


if __name__ == "__main__":
    main()
