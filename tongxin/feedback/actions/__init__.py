"""What is done with feedback: one act per file."""

from tongxin.feedback.actions.ask_feedback import ask_feedback
from tongxin.feedback.actions.close_feedback import close_feedback
from tongxin.feedback.actions.give_feedback import give_feedback

__all__ = ["ask_feedback", "close_feedback", "give_feedback"]
