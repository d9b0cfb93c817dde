"""What is said otherwise than it is written in Spanish."""

from tidings.speech.normalise.spanish.words import SPANISH

__all__ = ["SPANISH"]
