"""Acts of notices, and the instruments that the acts of other apps use: `tell`, `hand` and `standing`."""

from tongxin.notices.actions.announce import announce
from tongxin.notices.actions.deliver import deliver
from tongxin.notices.actions.hand import hand, standing
from tongxin.notices.actions.read import confirm, note_opened
from tongxin.notices.actions.remind import remind
from tongxin.notices.actions.renew_feed import renew_feed
from tongxin.notices.actions.robots import add_robot, change_robot, retire_robot, try_robot
from tongxin.notices.actions.send_again import send_again
from tongxin.notices.actions.set_preferences import set_preferences
from tongxin.notices.actions.tell import tell

__all__ = [
    "add_robot",
    "announce",
    "change_robot",
    "confirm",
    "deliver",
    "hand",
    "note_opened",
    "remind",
    "renew_feed",
    "retire_robot",
    "send_again",
    "set_preferences",
    "standing",
    "tell",
    "try_robot",
]
