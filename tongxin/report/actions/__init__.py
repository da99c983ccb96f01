"""Acts on summaries and wordings."""

from tongxin.report.actions.arrange import add_block, add_written, move_block, remove_block
from tongxin.report.actions.draft_summary import draft_summary
from tongxin.report.actions.edit_block import edit_block
from tongxin.report.actions.place_figure import place_figure
from tongxin.report.actions.refresh_figures import keep_figure, refresh_figures
from tongxin.report.actions.save_version import save_version
from tongxin.report.actions.sign import reopen, sign
from tongxin.report.actions.wordings import add_wording, change_wording

__all__ = [
    "add_block",
    "add_wording",
    "add_written",
    "change_wording",
    "draft_summary",
    "edit_block",
    "keep_figure",
    "move_block",
    "place_figure",
    "refresh_figures",
    "remove_block",
    "reopen",
    "save_version",
    "sign",
]
