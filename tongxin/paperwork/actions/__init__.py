"""What is done with an activity's papers: one act per file."""

from tongxin.paperwork.actions.add_template import add_template
from tongxin.paperwork.actions.copy_budget import copy_budget
from tongxin.paperwork.actions.mark_printed import mark_printed
from tongxin.paperwork.actions.retire_template import retire_template
from tongxin.paperwork.actions.set_lines import set_lines
from tongxin.paperwork.actions.set_prizes import set_prizes

__all__ = ["add_template", "copy_budget", "mark_printed", "retire_template", "set_lines", "set_prizes"]
