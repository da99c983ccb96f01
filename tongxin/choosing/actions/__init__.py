"""What is done in choosing: one act per file."""

from tongxin.choosing.actions.choose import choose
from tongxin.choosing.actions.choose_for import choose_for
from tongxin.choosing.actions.erase_ways import erase_ways
from tongxin.choosing.actions.export_addresses import export_addresses
from tongxin.choosing.actions.remind_choosing import remind_choosing
from tongxin.choosing.actions.set_way import set_way

__all__ = ["choose", "choose_for", "erase_ways", "export_addresses", "remind_choosing", "set_way"]
