"""After a rush: how many places beyond the capacity, how many people twice in a pool or in a bundle. Prints JSON."""

from __future__ import annotations

import json


def main() -> None:
    """Count what must not be."""
    import django

    django.setup()
    from django.db.models import Count

    from tongxin.places.models import Place, Pool

    seated = Place.objects.filter(state__in=("held", "offered"))
    by_pool = dict(seated.order_by().values_list("pool").annotate(n=Count("pk")))
    oversold = sum(max(by_pool.get(pool.pk, 0) - (pool.capacity or 0), 0) for pool in Pool.objects.all())
    miscounted = sum(pool.taken != by_pool.get(pool.pk, 0) for pool in Pool.objects.all())
    live = Place.objects.filter(state__in=("held", "offered", "waiting")).order_by()
    twice = live.values("pool", "person").annotate(n=Count("pk")).filter(n__gt=1).count()
    bundled = live.exclude(bundle="").values("bundle", "person").annotate(n=Count("pk")).filter(n__gt=1).count()
    print(json.dumps({"oversold": oversold + miscounted, "doubled": twice + bundled}))


if __name__ == "__main__":
    main()
