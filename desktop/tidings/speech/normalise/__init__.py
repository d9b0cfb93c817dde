"""The right words for what is written in signs: money, scores, dates, units, titles.

This is the package's face; everything else in it is its own affair.
"""

from tidings.speech.normalise.normaliser import Normaliser

__all__ = ["Normaliser"]
