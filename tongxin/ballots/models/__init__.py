"""What boxes of answers are made of; an app keeps its own tables on these bases."""

from tongxin.ballots.models.box import BallotBox, Line, Rating

__all__ = ["BallotBox", "Line", "Rating"]
