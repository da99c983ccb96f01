"""Rows of the matrix: suppliers, scopes of counting, purchases."""

from __future__ import annotations

from tests.permissions.row import Kwargs, Row

BUY = "office chair"
READ = f"{BUY} audit"
SOMEWHERE = "branch neighbour office chair outsider"
# What a union knows its branches know too.
KNOWN = f"{READ} branch neighbour"


def at(thing: str, **more: str) -> Kwargs:
    """The address of one thing of the world; `more` names further things of it."""
    return lambda world: {"pk": world[thing], **{name: world[other] for name, other in more.items()}}


PACK = at("bought round", pack="bought pack")
PURCHASES = (
    Row("goods:suppliers", who=f"{SOMEWHERE} audit"),
    Row("goods:new_supplier", who=SOMEWHERE, post=True),
    Row("goods:supplier", at=at("supplier"), who=KNOWN),
    Row("goods:edit_supplier", at=at("supplier"), who=BUY, post=True),
    Row("goods:retire_supplier", at=at("supplier"), who=BUY, post=True),
    Row("goods:reinstate_supplier", at=at("retired supplier"), who=BUY, post=True),
    Row("goods:new_product", at=at("supplier"), who=BUY, post=True),
    Row("goods:export_products", who=f"{SOMEWHERE} audit", page=False),
    Row("goods:edit_product", at=at("product"), who=BUY, post=True),
    Row("goods:retire_product", at=at("product"), who=BUY, post=True),
    Row("goods:reinstate_product", at=at("retired product"), who=BUY, post=True),
    Row("goods:keep_proof", at=at("product"), who=BUY, post=True),
    Row("goods:discard_proof", at=at("product", file="proof"), who=BUY, post=True),
    Row("goods:scopes", who=f"{SOMEWHERE} audit"),
    Row("goods:new_scope", who=SOMEWHERE, post=True),
    Row("goods:edit_scope", at=at("scope"), who=BUY, post=True),
    Row("goods:retire_scope", at=at("scope"), who=BUY, post=True),
    Row("goods:reinstate_scope", at=at("retired scope"), who=BUY, post=True),
    Row("purchases:year", who=f"{SOMEWHERE} audit"),
    Row("purchases:year", who=READ, query="unit={unit union}"),
    Row("purchases:export_year", who=f"{SOMEWHERE} audit", page=False),
    Row("purchases:lines", who=f"{SOMEWHERE} audit"),
    Row("purchases:lines", who=READ, query="unit={unit union}"),
    Row("purchases:export_lines", who=f"{SOMEWHERE} audit", page=False),
    Row("purchases:new_line", who=SOMEWHERE, post=True),
    Row("purchases:line", at=at("line of purchases"), who=READ),
    Row("purchases:counter_entry", at=at("line of purchases"), who=BUY, post=True),
    Row("purchases:rewriting", at=at("line of purchases"), who=BUY, post=True),
    Row("purchases:invoices", who=f"{SOMEWHERE} audit"),
    Row("purchases:new_invoice", who=SOMEWHERE, post=True),
    Row("purchases:invoice", at=at("invoice"), who=READ),
    Row("purchases:void_invoice", at=at("invoice"), who=BUY, post=True),
    Row("purchases:new_task", who=SOMEWHERE, post=True),
    Row("purchases:edit_task", at=at("task of purchases"), who=BUY, post=True),
    Row("purchases:remove_task", at=at("task of purchases"), who=BUY, post=True),
    Row("purchases:new_part", at=at("task of purchases"), who=BUY, post=True),
    Row("purchases:edit_part", at=at("part of purchases"), who=BUY, post=True),
    Row("purchases:finish_part", at=at("part of purchases"), who=BUY, post=True),
    Row("purchases:remove_part", at=at("part of purchases"), who=BUY, post=True),
    Row("purchases:round", at=at("bought round"), who=READ),
    Row("purchases:paper", at=at("bought round"), who=READ, page=False),
    Row("purchases:sheet", at=at("bought round"), who=READ, page=False),
    Row("purchases:settle", at=at("bought round"), who=BUY, post=True),
    Row("purchases:buy_pack", at=PACK, who=BUY, post=True),
    Row("purchases:accept", at=PACK, who=BUY, post=True),
    Row("purchases:withdraw_acceptance", at=at("acceptance"), who=BUY, post=True),
)
