"""The service worker: what a phone keeps for when there is no network, and the page it shows then."""

from __future__ import annotations

import hashlib
from typing import Final

from csp.constants import NONE, SELF
from csp.decorators import csp
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.urls import reverse
from django.views.decorators.http import require_safe

from tongxin.ui.navigation import address
from tongxin.ui.templatetags.ui import asset

SHELL: Final = ("ui/build/app.css", "ui/build/app.js", "ui/icons.svg", "ui/mark.svg", "ui/manifest.webmanifest")
PERSONAL: Final = ("accounts:sign_in", "accounts:sign_out")


@require_safe
@csp({"default-src": [NONE], "connect-src": [SELF]})
def worker(request: HttpRequest) -> HttpResponse:
    """The script, from the root so that it answers for every page; its version is that of the styles and scripts.

    A page that may be kept says so by the header `X-Offline: keep`; signing in or out forgets them all.
    """
    assets = [asset(path) for path in SHELL]
    version = hashlib.sha256("\n".join(assets).encode()).hexdigest()[:12]
    facts = {
        "version": version, "assets": assets, "offline": reverse("ui:offline"), "static": asset(""),
        "personal": [where for name in PERSONAL if (where := address(name))],
    }  # fmt: skip
    answer = HttpResponse(render_to_string("ui/worker.js", {"facts": facts}), content_type="text/javascript")
    answer["Service-Worker-Allowed"] = "/"
    answer["Cache-Control"] = "no-cache"
    return answer


@require_safe
def offline(request: HttpRequest) -> HttpResponse:
    """What stands there when a page cannot be fetched. Knows nobody, so that it can be kept by everybody."""
    return render(request, "ui/offline.html")
