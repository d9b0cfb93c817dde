"""English: what it calls things, and the rules that are its own."""

from tidings.speech.normalise.english.words import ENGLISH

__all__ = ["ENGLISH"]
