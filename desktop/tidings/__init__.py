"""Tidings: a desktop reader for news, complete by eye, ear, screen reader and keyboard."""

__version__ = "0.1.0"
