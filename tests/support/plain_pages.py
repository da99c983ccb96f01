"""Two pages for proving the browser's fixtures: one sound, one with faults."""

from django.http import HttpRequest, HttpResponse
from django.urls import path

SOUND = """<!doctype html><html lang="zh-CN"><meta name="viewport" content="width=device-width"><title>同心</title>
<main><h1>你好，{who}</h1></main></html>"""
FAULTY = '<!doctype html><html><title>x</title><img src="data:,"><script>throw Error("坏了")</script></html>'


def sound(request: HttpRequest) -> HttpResponse:
    """Greets the user whose session it is."""
    user = getattr(request, "user", None)
    return HttpResponse(SOUND.format(who=getattr(user, "name", "") or "路过的人"))


def faulty(request: HttpRequest) -> HttpResponse:
    """A picture without words, no language, a script that throws."""
    return HttpResponse(FAULTY)


urlpatterns = [path("", sound), path("faulty", faulty)]
