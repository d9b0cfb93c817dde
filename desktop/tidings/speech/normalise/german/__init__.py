"""What is said otherwise than it is written in German."""

from tidings.speech.normalise.german.words import GERMAN

__all__ = ["GERMAN"]
