"""Who may make and revoke links, and who acts by one. A stranger gets 404."""

from __future__ import annotations

from django.http import Http404
from django.utils.translation import gettext as _

from tongxin.core.language import ours
from tongxin.core.refusals import Refused
from tongxin.org.actor import Actor
from tongxin.partners.hooks import Purpose, Thing, purposes
from tongxin.partners.models import Link
from tongxin.partners.rules.secrets import digest_of


def get_thing(actor: Actor, purpose: str, thing_id: int) -> tuple[Purpose, Thing]:
    """What links of this purpose are about, for who may make them. Refuses: 404, and as the purpose's own."""
    found = purposes.get(purpose)
    if found is None:
        raise Http404
    return found, found.thing(actor, thing_id)


def get_link_to_revoke(actor: Actor, pk: int) -> tuple[Link, Thing]:
    """A link that the actor may revoke, and what it is about. Refuses as `get_thing`."""
    link = Link.objects.select_related("unit").filter(pk=pk).first()
    if link is None:
        raise Http404
    return link, get_thing(actor, link.purpose, link.thing_id)[1]


def by_secret(secret: str) -> tuple[Link, Purpose]:
    """The link with this secret. Refuses: `link.unknown` (404), whatever was asked: nobody learns what there is."""
    link = Link.objects.select_related("unit").filter(digest=digest_of(secret)).first()
    purpose = purposes.get(link.purpose) if link else None
    if link is None or purpose is None:
        raise Refused("link.unknown", _("这个链接打不开，可能没有抄全。请给你链接的人再发一次。"), status=404)
    return link, purpose


def answerer(link: Link, name: str) -> Actor:
    """Who answers by a link: the partner unit and the name that was typed. Without any right."""
    with ours():
        label = _("%(unit)s（凭链接）%(name)s") % {"unit": link.unit.called, "name": name.strip()}
    return Actor(name=name.strip(), label=label[:120])
