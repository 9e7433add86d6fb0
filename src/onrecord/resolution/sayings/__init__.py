"""When each statement of an article was said: never the time that its content talks about."""

from onrecord.resolution.sayings.dating import Dated, Dater, said_on

__all__ = ["Dated", "Dater", "said_on"]
