"""Pages that refuse and crash on purpose."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.urls import include, path

from tongxin.core.refusals import Refused

handler404 = "tongxin.ui.views.errors.not_found"
handler500 = "tongxin.ui.views.errors.fault"


def refuse(request: HttpRequest) -> HttpResponse:
    raise Refused("activity.already_held", "重阳节登高已经办过了，改不了日子。", field="until")


def hide(request: HttpRequest) -> HttpResponse:
    raise Refused("activity.unknown", "没有这项活动。", status=404)


def crash(request: HttpRequest) -> HttpResponse:
    raise RuntimeError("a fault on purpose")


def plain(request: HttpRequest) -> HttpResponse:
    return HttpResponse("ok")


urlpatterns = [
    path("refuse/", refuse),
    path("hide/", hide),
    path("crash/", crash),
    path("", include("tongxin.ui.urls")),
    path("year/", include(([path("", plain, name="list"), path("one/", plain, name="one")], "year"))),
    path("i18n/", include("django.conf.urls.i18n")),
]
